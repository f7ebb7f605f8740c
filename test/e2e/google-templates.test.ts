import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parsed, say } from '../etl/cli/console.ts';
import { type GoogleDistrict, googleDistrict } from '../google/google-district.ts';

let district: GoogleDistrict;
beforeAll(async () => {
  district = await googleDistrict();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await district.g.stop();
});

const templates = (...args: string[]) => say(district.dir, 'templates', '--google', ...args);
const spreadsheets = () =>
  [...district.g.world.files.values()].filter(({ mimeType }) => mimeType.endsWith('spreadsheet'));

/** Adds a column `google` to the register: one mailbox for the first school, a word that is none for the second. */
function withMailboxes(dir: string): void {
  const path = join(dir, 'organisations.csv');
  const [header, first, second, ...rest] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const lines = [
    `${header},google`,
    `${first},school@mail.example`,
    `${second},директор`,
    ...rest.map((l) => `${l},`),
  ];
  writeFileSync(path, `${lines.join('\n')}\n`);
}

describe('msoko templates --google', () => {
  it('makes a spreadsheet for each unit, gives its editors access, lists the links; a second call changes nothing', async () => {
    withMailboxes(district.dir);
    const made = await templates();
    expect(made.code).toBe(0);
    expect(made.out).toContain('Таблиц Google создано: 4, обновлено: 0, без изменений: 0.');
    expect(made.out).toContain('Право редактора выдано: 1 (без писем).');
    expect(made.out).toContain('«директор» в столбце google — не адрес электронной почты');
    expect(made.out).toContain('Таблиц, к которым никому не выдан доступ: 3.');
    const files = spreadsheets();
    expect(files.map(({ name }) => name).every((name) => name.endsWith(' — МСОКО 2024/25'))).toBe(true);
    expect(files[0]!.appProperties).toMatchObject({ msokoKind: 'workbook', msokoYear: '2024-25' });
    expect(files.flatMap(({ permissions }) => permissions.map(({ emailAddress }) => emailAddress))).toContain(
      'school@mail.example',
    );
    const links = readFileSync(join(district.dir, 'templates/2024-25/ссылки.csv'), 'utf8').split('\n');
    expect(links[0]).toBe('\uFEFFкод,организация,ссылка,доступ');
    expect(links.slice(1, 5).every((line) => line.includes('https://docs.google.com/spreadsheets/d/'))).toBe(
      true,
    );

    district.calls();
    const again = parsed(await templates('--json'));
    expect(again).toMatchObject({ schoolYear: '2024/25', created: 0, updated: 0, unchanged: 4, failed: 0 });
    expect(district.calls().filter((method) => /batchUpdate|create$/.test(method))).toEqual([]);
    expect(district.g.violations).toEqual([]);
  });

  it('heals what an earlier call left half made, renamed and moved files included', async () => {
    const [one, two, three] = spreadsheets();
    district.g.people.rename(one!.id, 'Наша школа');
    const ours = district.g.people.as(district.g.serviceAccount);
    for (const tab of ours.tabs(two!.id).slice(1)) ours.deleteTab(two!.id, tab);
    district.g.people.trash(three!.id);
    const healed = parsed(await templates('--json'));
    expect(healed).toMatchObject({ created: 1, updated: 1, unchanged: 2 });
    const standing = spreadsheets().filter(({ trashed }) => !trashed);
    expect(standing).toHaveLength(4);
    expect(standing.map(({ name }) => name)).toContain('Наша школа');
  });

  it('makes the workbook for all beside the others', async () => {
    expect(parsed(await templates('--for-all', '--json'))).toMatchObject({ created: 1, unchanged: 0 });
    expect(spreadsheets().filter(({ appProperties }) => appProperties?.msokoPart === 'all')).toHaveLength(1);
  });

  it.each([
    ['--blank', 'не оба вместе'],
    ['--form=g_school', 'Уберите --form'],
  ])('refuses %s', async (option, hint) => {
    const { code, log } = await templates(option);
    expect(code).toBe(2);
    expect(log).toContain(hint);
  });

  it('says what is wrong with the folder, and closes no year for it', async () => {
    const path = join(district.dir, 'msoko.config.json');
    const before = readFileSync(path, 'utf8');
    const config = JSON.parse(before) as { google: { folder: string } };
    config.google.folder = spreadsheets()[0]!.id;
    writeFileSync(path, JSON.stringify(config));
    const { code, log } = await templates('--school-year', '2025/26');
    expect(code).toBe(2);
    expect(log).toContain('на Google Диске — не папка');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ schoolYear: '2024/25' });
    writeFileSync(path, before);
  });
});
