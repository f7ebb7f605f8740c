import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Story, story } from '../google/story.ts';

let s: Story;
/** The district's spreadsheet, and a school's. */
let district: string;
let school: string;
/** Titles of the tabs that people fill in. */
let entry: string[];

beforeAll(async () => {
  s = await story();
  await s.create();
  [district = ''] = s.books('gor');
  [school = ''] = s.books('s1');
  entry = s.g.people.tabs(district).filter((title) => !title.startsWith('_'));
  s.type('s1', 'g.pupils', 100);
  s.type('s1', 'g.passed', 120);
  s.requests();
});
afterEach(() => expect(s.g.faults.left).toEqual([]));
afterAll(async () => {
  expect(s.g.violations).toEqual([]);
  await s.stop();
});

async function night() {
  const { code, out } = await s.night();
  const methods = s.requests().map(({ method }) => method);
  return {
    code,
    report: JSON.parse(out),
    methods,
    writes: methods.filter((method) => method === 'sheets.spreadsheets.batchUpdate').length,
  };
}
const tabs = () => s.g.people.tabs(district);
const tab = (title: string) => s.g.people.book(district).tabs.find((t) => t.properties.title === title)!;

describe('the summary in the district’s spreadsheet', () => {
  it('comes with the run, behind the tabs that people fill in, in one batch', async () => {
    const { code, writes } = await night();
    expect([code, writes]).toEqual([1, 1]);
    expect(tabs().slice(0, entry.length + 1)).toEqual([...entry, 'Обзор']);
    expect(tabs()).toContain('Качество данных');
    expect(s.g.people.tabs(school)).not.toContain('Обзор');
  });

  it('issues link to the very cell of the school’s spreadsheet', () => {
    const [address, gid, cell] = /https:[^"]+#gid=(\d+)&range=([A-Z]+\d+)/.exec(
      JSON.stringify(tab('Качество данных').rows),
    )!;
    expect(address).toContain(`https://docs.google.com/spreadsheets/d/${school}/edit#`);
    const there = s.g.people.book(school).tabs.find(({ properties }) => properties.sheetId === Number(gid))!;
    expect(s.g.people.read(school, there.properties.title, cell!)).toBe(120);
  });

  it('costs nothing where nothing changed', async () => {
    // our own writing is a change of the spreadsheet: it is read once more, without our tabs, and that is all
    expect((await night()).methods).toEqual([
      'drive.changes.list',
      'sheets.spreadsheets.get',
      'sheets.spreadsheets.get',
      'sheets.spreadsheets.values.batchGet',
    ]);
    expect((await night()).methods).toEqual(['drive.changes.list']);
  });

  it('what a person took away comes back, what a person added stays', async () => {
    s.g.people.addTab(district, 'Мои заметки');
    s.g.people.type(district, 'Мои заметки', 'A1', 'не трогать');
    const chart = s.g.people.addChart(district, 'Обзор');
    s.g.people.deleteTab(district, 'Журнал');
    expect((await night()).writes).toBe(1);
    expect(tabs()).toContain('Журнал');
    expect(s.g.people.read(district, 'Мои заметки', 'A1')).toBe('не трогать');
    expect(tab('Обзор').charts.map(({ chartId }) => chartId)).toContain(chart);
  });

  it('a right that is taken in the middle is an issue; given back, the next run heals', async () => {
    s.type('s1', 'g.passed', 90);
    s.g.faults.add({
      on: 'sheets.spreadsheets.get',
      only: ({ params }) => String(params.fields).includes('protectedRanges'),
      meanwhile: () => s.g.people.unshare(district),
    });
    const { code, report } = await night();
    // the school has mended its figure: what is left is the spreadsheet
    expect([code, report.issues.error, report.observations.changed]).toEqual([1, 1, 1]);
    s.g.people.move(district, s.g.folderId);
    const healed = await night();
    expect([healed.report.issues.error, healed.writes]).toEqual([0, 1]);
  });

  it('a spreadsheet that somebody threw away is told of, until it is there again', async () => {
    s.g.people.trash(district);
    for (const _ of ['first', 'second']) {
      const { report, writes } = await night();
      expect([report.issues.error, writes]).toEqual([1, 0]);
    }
    s.g.people.restore(district);
    expect((await night()).report.issues.error).toBe(0);
  });
});
