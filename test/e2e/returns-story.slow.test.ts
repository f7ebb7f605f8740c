import { copyFileSync, existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as spreadsheet from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Scalar } from '../../shared/plan/plan.ts';
import { say } from '../etl/cli/console.ts';
import { put, type Sent, sendReport } from '../fixtures/send-report.ts';
import { goldenDistrict } from './golden-district.ts';
import { records } from './msoko.ts';

type Typed = Readonly<Record<string, Scalar>>;

const faulty: Typed = { 'g.pupils 2024/25': 120, 'g.passed 2024/25': 130, 'g.trips 2024/25:q1': 'три' };
const right: Typed = { 'g.pupils 2024/25': 120, 'g.passed 2024/25': 90, 'g.trips 2024/25:q1': 3 };

let dir: string;
const protocol = () => join(dir, 'outbox', 'returns', 's1.xlsx');
const school = (path: string, sent: Omit<Sent, 'unit'>) => sendReport(dir, path, { unit: 's1', ...sent });

/** The district's journal: `organisation decision day`, the remark after `: `. */
const decide = (...rows: string[]) =>
  sendReport(dir, 'район.xlsx', {
    unit: 'gor',
    submitted: 'нет',
    rows: {
      reception: rows.map((row) => {
        const [words = '', remark] = row.split(': ');
        const [organisation = '', decision = '', day = ''] = words.split(' ');
        return { values: { organisation, decision, day, ...(remark !== undefined && { remark }) } };
      }),
    },
  });

const exported = async (what: string, day: string) =>
  records((await say(dir, 'export', what, '--date', day)).out);

/** A night: values of s1 that count, with the file they come from; what stands; whether a protocol is due. */
async function night(day: string) {
  const said = await say(dir, 'run', '--date', day, '--json');
  const { outputs, observations } = JSON.parse(said.out);
  const own = (await exported('observations', day)).filter(
    (o) => o.organisation === 's1' && o.status !== 'not_reported',
  );
  const issues = (await exported('issues', day)).filter((i) => i.organisation === 's1');
  expect(outputs.includes('outbox/returns/s1.xlsx')).toBe(existsSync(protocol()));
  return {
    code: said.code,
    values: own.map((o) => `${o.element} ${o.value || o.status} ${o.source!.split('#')[0]}`),
    issues: issues.map((i) => `${i.code} ${i.source!.split('#')[0]}`),
    hasProtocol: existsSync(protocol()),
    observations,
  };
}

/** Texts of the protocol, row by row, and where its links lead. */
function readProtocol() {
  const book = spreadsheet.read(readFileSync(protocol()));
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  const rows = spreadsheet.utils
    .sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' })
    .map((row) => row.filter(Boolean).join(' | '));
  const links = Object.values(sheet).flatMap((cell) => (cell?.l?.Target ? [decodeURI(cell.l.Target)] : []));
  return { rows, links };
}

describe('a report from its draft to its acceptance', () => {
  beforeAll(async () => {
    dir = await goldenDistrict();
  });

  it('a draft counts nowhere and gets no protocol', async () => {
    await school('s1.xlsx', { typed: faulty, submitted: 'нет' });
    expect(await night('2024-10-01')).toMatchObject({
      code: 0,
      values: [],
      issues: ['workbook.draft s1.xlsx'],
      hasProtocol: false,
    });
  });

  it('handed in with faults it counts without them, and the protocol leads to their cells', async () => {
    await school('s1.xlsx', { typed: faulty, on: '2024-10-02', post: 'заместитель директора' });
    expect(await night('2024-10-02')).toMatchObject({
      code: 1,
      values: ['g.passed rejected s1.xlsx', 'g.pupils 120 s1.xlsx', 'g.trips rejected s1.xlsx'],
      hasProtocol: true,
    });
    const { rows, links } = readProtocol();
    expect(rows).toContain('Сдан | 02.10.2024, заместитель директора');
    expect(rows).toContain('Найдено | 2 ошибки');
    // the very cells of the book, which lies beside the protocol at the school
    const book = spreadsheet.read(readFileSync(join(dir, 'inbox', 's1.xlsx')));
    const found = links.map((link) => {
      const [, file, tab = '', cell = ''] = /^(.*)#'(.*)'!([A-Z]+\d+)$/.exec(link) ?? [];
      return [file, book.Sheets[tab]?.[cell]?.v];
    });
    expect(found).toEqual([
      ['s1.xlsx', 130],
      ['s1.xlsx', 'три'],
    ]);
  });

  it('a night without a change touches neither the protocol nor its time', async () => {
    const long = new Date('2020-01-01');
    utimesSync(protocol(), long, long);
    await night('2024-10-02');
    expect(statSync(protocol()).mtimeMs).toBe(long.getTime());
  });

  it('returned, its values leave the figures; the protocol keeps its faults and the remark', async () => {
    await decide('s1 returned 2024-10-03: Сверьте число освоивших с журналами.');
    const { values, issues, hasProtocol, observations } = await night('2024-10-03');
    expect({ values, issues, hasProtocol }).toEqual({ values: [], issues: [], hasProtocol: true });
    expect(observations.removed).toBe(3);
    const { rows, links } = readProtocol();
    expect(rows).toContain('Сверьте число освоивших с журналами.');
    expect(rows.join('\n')).toContain('возвращён 03.10.2024');
    expect(links).toHaveLength(2);
    const summary = spreadsheet.read(readFileSync(join(dir, 'outbox', 'district.xlsx')));
    const shown = Object.values(summary.Sheets.Обзор!).map((cell) => String(cell?.v));
    expect(shown).toContain('возвращён 03.10.2024');
  });

  it('sent again without a new date it is still the returned one, and that is said', async () => {
    await school('s1 снова.xlsx', { typed: right, on: '2024-10-02' });
    const { values, issues } = await night('2024-10-04');
    expect(values).toEqual([]);
    expect(issues).toEqual(['submission.date s1 снова.xlsx']);
    expect(readProtocol().rows.join('\n')).toContain('дата сдачи прежняя (02.10.2024)');
    rmSync(join(dir, 'inbox', 's1 снова.xlsx'));
  });

  it('corrected under another name it supersedes, and the protocol is gone', async () => {
    await school('Школа 1, исправлено.xlsx', { typed: right, on: '2024-10-05' });
    const { values, issues, hasProtocol } = await night('2024-10-05');
    const file = 'Школа 1, исправлено.xlsx';
    expect(values).toEqual([`g.passed 90 ${file}`, `g.pupils 120 ${file}`, `g.trips 3 ${file}`]);
    expect({ issues, hasProtocol }).toEqual({ issues: [], hasProtocol: false });
  });

  it('accepted, it counts as before', async () => {
    await decide('s1 returned 2024-10-03', 's1 accepted 2024-10-06');
    const { values, observations } = await night('2024-10-06');
    expect(values).toHaveLength(3);
    expect(observations).toMatchObject({ added: 0, changed: 0, removed: 0 });
    const summary = spreadsheet.read(readFileSync(join(dir, 'outbox', 'district.xlsx')));
    const shown = Object.values(summary.Sheets.Обзор!).map((cell) => String(cell?.v));
    expect(shown).toContain('принят 06.10.2024');
  });

  it('the same file mailed twice changes nothing', async () => {
    copyFileSync(join(dir, 'inbox', 'Школа 1, исправлено.xlsx'), join(dir, 'inbox', 'копия.xlsx'));
    const { observations, issues, hasProtocol } = await night('2024-10-07');
    expect(observations).toMatchObject({ added: 0, changed: 0, removed: 0 });
    expect(issues).toEqual(['workbook.duplicate копия.xlsx']);
    expect(hasProtocol).toBe(false);
    rmSync(join(dir, 'inbox', 'копия.xlsx'));
  });

  it('the old file mailed again by mistake does not win', async () => {
    copyFileSync(join(dir, 'inbox', 's1.xlsx'), join(dir, 'inbox', 's1 (1).xlsx'));
    const { values } = await night('2024-10-08');
    expect(values.map((value) => value.split(' ').slice(0, 2).join(' '))).toEqual([
      'g.passed 90',
      'g.pupils 120',
      'g.trips 3',
    ]);
  });

  it('a decision that meets no report is told at its line', async () => {
    await decide('s1 returned 2024-10-03', 's1 accepted 2024-10-06', 's2 accepted 2024-10-08');
    await night('2024-10-09');
    const [issue] = (await exported('issues', '2024-10-09')).filter((i) => i.code === 'submission.decision');
    expect(issue).toMatchObject({ organisation: 's2', severity: 'warning' });
    expect(issue!.source).toMatch(/^район\.xlsx#Приём отчётов!B\d+$/);
  });
});

describe('without decisions', () => {
  beforeAll(async () => {
    dir = await goldenDistrict();
  });

  it('a copy of the old file does not win over its correction; the values and both files are named', async () => {
    await school('a/s1.xlsx', { typed: { 'g.pupils 2024/25': 120 }, on: '2024-10-02' });
    await night('2024-10-02');
    await school('b/s1.xlsx', { typed: { 'g.pupils 2024/25': 125 }, on: '2024-10-05' });
    const corrected = await night('2024-10-05');
    expect(corrected.values).toEqual(['g.pupils 125 b/s1.xlsx']);
    expect(corrected.issues).toEqual(['value.changed b/s1.xlsx']);
    copyFileSync(join(dir, 'inbox', 'a', 's1.xlsx'), join(dir, 'inbox', 's1.xlsx'));
    expect((await night('2024-10-06')).values).toEqual(['g.pupils 125 b/s1.xlsx']);
    rmSync(join(dir, 'inbox', 's1.xlsx'));
  });

  it('an old report saved anew is, by contracts §4, the last one seen; that its date is earlier is told', async () => {
    await school('c/s1.xlsx', { typed: { 'g.pupils 2024/25': 121 }, on: '2024-10-03' });
    const { values, issues, hasProtocol } = await night('2024-10-07');
    expect(values).toEqual(['g.pupils 121 c/s1.xlsx']);
    expect(issues).toContain('submission.date c/s1.xlsx');
    expect(hasProtocol).toBe(true);
    rmSync(join(dir, 'inbox', 'c', 's1.xlsx'));
    await say(dir, 'withdraw', 'c/s1.xlsx', '--date', '2024-10-08');
    const mended = await night('2024-10-08');
    expect([mended.values, mended.hasProtocol]).toEqual([['g.pupils 125 b/s1.xlsx'], false]);
  });

  it('a file of people among the protocols is left alone, and so is a protocol that somebody changed', async () => {
    put(
      dir,
      'v.csv',
      'organisation,period,element,value\ns1,2024/25:q1,g.trips,много\ns2,2024/25:q2,g.trips,два\n',
    );
    await night('2024-10-09');
    const own = join(dir, 'outbox', 'returns', 'письмо.xlsx');
    const changed = join(dir, 'outbox', 'returns', 's2.xlsx');
    expect(existsSync(changed)).toBe(true);
    writeFileSync(own, 'own');
    writeFileSync(changed, 'changed');
    put(
      dir,
      'v.csv',
      'organisation,period,element,value\ns1,2024/25:q1,g.trips,1\ns2,2024/25:q2,g.trips,2\n',
      '2024-10-10',
    );
    expect((await night('2024-10-10')).hasProtocol).toBe(false);
    expect([own, changed].map((path) => [basename(path), readFileSync(path, 'utf8')])).toEqual([
      ['письмо.xlsx', 'own'],
      ['s2.xlsx', 'changed'],
    ]);
  });
});
