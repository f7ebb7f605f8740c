import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unpack } from '../../../../etl/xlsx/normalise.ts';
import { goldenCopy } from '../../../e2e/msoko.ts';
import { parsed, say } from '../../cli/console.ts';
import { type SharedDistrict, sharedDistrict } from './shared-district.ts';

let one: SharedDistrict;

beforeAll(async () => {
  one = await sharedDistrict('2024-12-15');
  const run = await one.night();
  expect(run.code, run.log).toBe(1);
}, 60_000);

afterAll(() => one.stop());

beforeEach(() => {
  one.g.log.length = 0;
});

describe('msoko share', () => {
  it('makes one spreadsheet in the folder and lets a mailbox read it until a day', async () => {
    const said = parsed(await one.share('--to', 'OKO@mon.example', '--until', '2025-03-31', '--json'));
    expect(said).toMatchObject({ districts: [{ district: 'gor', created: true, notGranted: [] }] });
    expect(one.books()).toHaveLength(1);
    expect(one.book()).toMatchObject({
      parents: [one.g.folderId],
      appProperties: { msokoKind: 'ministry', msokoWorkspace: 'RU-00/gor', msokoUnit: 'gor' },
    });
    expect(one.g.people.tabs(one.book().id)).toEqual(
      expect.arrayContaining(['Обзор', 'Показатели', 'Доступ', 'О сведениях']),
    );
    expect(one.permissions()).toEqual(['user oko@mon.example reader']);
    // the whole last day in Moscow
    expect(one.book().permissions[0]!.expirationTime).toBe('2025-03-31T21:00:00.000Z');
    expect(one.journal()[0]).toBe(
      '2024-12-15,gor,granted,user,oko@mon.example,reader,2025-03-31,msoko share --to oko@mon.example --until 2025-03-31',
    );
    expect(one.column('Доступ', 'A')).toContain('oko@mon.example');
    expect(one.g.world.mails).toEqual([]);
  });

  it('shows who has access through the Shared Drive, though nobody wrote it down', async () => {
    expect(one.journal()[1]).toBe(
      `2024-12-15,gor,found,user,${one.g.owner},organizer,,Google Диск: доступ к папке или общему диску`,
    );
    const { out } = await one.share('--list');
    expect(out).toContain('oko@mon.example — почтовый ящик, чтение, с 15.12.2024 по 31.03.2025\n');
    expect(out).toContain(
      `${one.g.owner} — почтовый ящик, управление диском, с 15.12.2024, без срока; записи о нём нет`,
    );
    expect(one.changing()).toEqual([]);
  });

  it('changes nothing when called again', async () => {
    const before = readFileSync(join(one.dir, 'share.csv'), 'utf8');
    const { out } = await one.share('--to', 'oko@mon.example', '--until', '2025-03-31');
    expect(out).toContain('доступ не изменился');
    expect(one.changing()).toEqual([]);
    expect(readFileSync(join(one.dir, 'share.csv'), 'utf8')).toBe(before);
  });

  it('gives to groups and domains; ends that Google does not keep are kept by us', async () => {
    const said = await one.share(
      '--group',
      'oko@groups.example',
      '--domain',
      'mon.example',
      '--until',
      '2025-01-31',
    );
    expect(said.out).toContain('mon.example: Google не хранит срок');
    expect(one.permissions()).toEqual([
      'domain mon.example reader',
      'group oko@groups.example reader',
      'user oko@mon.example reader',
    ]);
    const ends = Object.fromEntries(one.book().permissions.map((each) => [each.type, each.expirationTime]));
    expect(ends).toEqual({
      user: '2025-03-31T21:00:00.000Z',
      group: '2025-01-31T21:00:00.000Z',
      domain: undefined,
    });
  });

  it('takes an end away where none is asked for', async () => {
    await one.share('--to', 'oko@mon.example');
    expect(one.book().permissions.find((each) => each.type === 'user')!.expirationTime).toBeUndefined();
    expect(one.journal().at(-1)).toMatch(
      /granted,user,oko@mon\.example,reader,,msoko share --to oko@mon\.example$/,
    );
  });

  it('refuses aloud, with nothing done', async () => {
    const before = one.journal();
    const said = await one.share('--public', '--confirm', 'да', '--json');
    expect(said.code).toBe(2);
    expect(parsed(said)).toMatchObject({ error: { code: 'share.confirm' } });
    expect(one.journal()).toEqual(before);
    expect(one.g.log).toEqual([]);
  });

  it('opens to everybody with the link only after the very words', async () => {
    await one.share('--public', '--confirm', '«Открыть всем по ссылке»');
    expect(one.permissions()).toContain('anyone reader');
    expect(one.book().permissions.find((each) => each.type === 'anyone')!.allowFileDiscovery).toBe(false);
  });

  it('takes access away, once', async () => {
    await one.share('--revoke', '--public', '--group', 'oko@groups.example');
    expect(one.permissions()).toEqual(['domain mon.example reader', 'user oko@mon.example reader']);
    expect(one.column('Доступ', 'A')).toContain('Закрытый доступ');
    const lines = one.journal();
    const again = await one.share('--revoke', '--group', 'oko@groups.example');
    expect(again.out).toContain('у oko@groups.example доступа нет');
    expect(one.journal()).toEqual(lines);
    expect(one.changing()).toEqual([
      'drive.permissions.delete',
      'drive.permissions.delete',
      'sheets.spreadsheets.batchUpdate',
    ]);
  });
});

describe('the night', () => {
  it('asks once about access and writes nothing where nothing has changed', async () => {
    await one.night();
    one.g.log.length = 0;
    const at = statSync(join(one.dir, 'outbox', 'ministry.xlsx')).mtimeMs;
    await one.night();
    expect(one.changing()).toEqual([]);
    expect(
      one.g.log.map((l) => l.method).filter((method) => method === 'drive.permissions.list'),
    ).toHaveLength(1);
    expect(statSync(join(one.dir, 'outbox', 'ministry.xlsx')).mtimeMs).toBe(at);
  });

  it('keeps the spreadsheet up to date, notices what people did in Google, and ends what has run out', async () => {
    one.g.people.share(one.book().id, 'anna@gmail.com', 'writer');
    one.book().permissions = one
      .book()
      .permissions.filter(({ emailAddress }) => emailAddress !== 'oko@mon.example');
    const inbox = join(one.dir, 'inbox', 'observations.csv');
    writeFileSync(
      inbox,
      readFileSync(inbox, 'utf8').replace('s1,2024/25,g.passed,90', 's1,2024/25,g.passed,60'),
    );
    one.day = '2025-02-01';
    const { code, log } = await one.night();
    expect([code, log]).toEqual([1, '']);
    // 100 × 60 ÷ 120
    expect(one.column('Показатели', 'D')).toContain(50);
    expect(one.permissions()).toEqual(['user anna@gmail.com writer']);
    const told = one
      .journal()
      .slice(-3)
      .map((line) => line.split(',').slice(2, 6).join(' '));
    expect(told).toEqual([
      'gone user oko@mon.example reader',
      'expired domain mon.example reader',
      expect.stringMatching(/^found user a….{4}@gmail\.com writer$/),
    ]);
    const summary = unpack(readFileSync(join(one.dir, 'outbox', 'district.xlsx')));
    expect(new TextDecoder().decode(summary.get('xl/workbook.xml'))).toContain('name="Доступ"');
    // a person's own mailbox is shown nowhere
    expect(readFileSync(join(one.dir, 'share.csv'), 'utf8')).not.toContain('anna');
    expect(one.column('Доступ', 'A').join()).not.toContain('anna');
  });

  it('lets a person’s access be taken away by its full name', async () => {
    await one.share('--revoke', '--to', 'anna@gmail.com');
    expect(one.permissions()).toEqual([]);
    expect(one.journal().at(-1)).toMatch(
      /revoked,user,a….{4}@gmail\.com,writer,,msoko share --revoke --to a…@gmail\.com$/,
    );
  });
});

describe('in the bin', () => {
  let binned: string;
  const withValue = (from: string, to: string): void => {
    const inbox = join(one.dir, 'inbox', 'observations.csv');
    const text = readFileSync(inbox, 'utf8');
    expect(text).toContain(from);
    writeFileSync(inbox, text.replace(from, to));
  };

  it('it is written no more, and the night says so and what to do', async () => {
    await one.share('--to', 'oko@mon.example');
    binned = one.book().id;
    one.g.people.trash(binned);
    withValue('s1,2024/25,g.passed,60', 's1,2024/25,g.passed,30');
    one.g.log.length = 0;
    const { code, out } = await say(one.dir, 'run', '--date', one.day);
    expect(code).toBe(1);
    expect(out).toContain('лежит в корзине Google и больше не обновляется');
    expect(out).toContain('msoko share --revoke');
    expect(one.changing()).toEqual([]);
  });

  it('who may see it is still told, and can be shut out', async () => {
    expect((await one.share('--list')).out).toMatch(/в корзине[\s\S]*oko@mon\.example/);
    const said = await one.share('--revoke', '--to', 'oko@mon.example');
    expect(said.out).toMatch(/в корзине[\s\S]*закрыт: oko@mon\.example/);
    const left = one.g.world.files.get(binned)!.permissions.map(({ emailAddress }) => emailAddress);
    expect(left).not.toContain('oko@mon.example');
    // nobody was left that we had let in: the sharing is over, and no night speaks of it
    const { out } = await say(one.dir, 'run', '--date', one.day);
    expect(out).not.toContain('в корзине');
  });

  it('restored, it goes on where it stood', async () => {
    one.g.people.restore(binned);
    await one.night();
    // 100 × 30 ÷ 120
    expect(one.column('Показатели', 'D')).toContain(25);
  });

  it('a new one takes its place when somebody is let in', async () => {
    one.g.people.trash(binned);
    const { out } = await one.share('--to', 'oko@mon.example');
    expect(out).toMatch(/создана[\s\S]*прежняя таблица лежит в корзине/);
    expect(out).toContain(binned);
    expect(one.books().map(({ id }) => id)).not.toContain(binned);
    expect(one.permissions()).toEqual(['user oko@mon.example reader']);
  });
});

describe('without Google', () => {
  it('says which file to send instead', async () => {
    const other = goldenCopy();
    const said = await say(other, 'share', '--to', 'oko@mon.example', '--date', one.day, '--json');
    expect(said.code).toBe(2);
    expect(parsed(said)).toMatchObject({
      error: { code: 'share.no_google', hint: expect.stringContaining('outbox/ministry.xlsx') },
    });
    expect(existsSync(join(other, 'share.csv'))).toBe(false);
    const list = await say(other, 'share', '--list', '--date', one.day);
    expect([list.code, list.log]).toEqual([0, '']);
  });
});
