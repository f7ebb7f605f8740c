import { describe, expect, it } from 'vitest';
import { createFile } from '../../../../etl/google/create/files.ts';
import { writeBook } from '../../../../etl/google/create/write-book.ts';
import { readSpreadsheet } from '../../../../etl/google/read/read-spreadsheet.ts';
import type { TemplateBook } from '../../../../etl/run/template-books.ts';
import { workbookContent } from '../../../../etl/source/workbook-content.ts';
import type { Organisation } from '../../../../shared/register/register.ts';
import { rosterBookPlan, rosterCatalog } from '../../../fixtures/roster-book.ts';
import { ownGoogle } from '../../../google/own-google.ts';
import {
  fixtureRegister,
  kindergarten,
  nineYear,
  organisation,
  school,
} from '../../../shared/template/catalog-fixture.ts';

const { g: server, google } = await ownGoogle();

const rosterOf = (organisations: readonly Organisation[]): TemplateBook => ({
  code: 'gor',
  name: 'Горный район',
  level: 'district',
  workspace: 'gor',
  columns: {},
  entered: () => [],
  inputs: () => organisations.map(({ code, programmes }) => `${code} ${programmes.join()}`).join(';'),
  plan: () => rosterBookPlan({}, { 's1 oge.graduates 2023/24': 30 }, organisations),
});

const bring = (id: string, organisations: readonly Organisation[], isFresh = false) =>
  writeBook(google, {
    book: rosterOf(organisations),
    spreadsheetId: id,
    records: rosterCatalog.records,
    ...(isFresh && { isFresh }),
  } as Parameters<typeof writeBook>[1]);

/** Where a value stands: by the key of its row, beside `unit` if the key alone does not tell, and that of its column. */
function cellOf(id: string, tab: string, row: string, column: string, unit?: string): string {
  const { rows } = server.world.books.get(id)!.tabs.find((one) => one.properties.title === tab)!;
  const texts = Array.from(rows, (line) =>
    Array.from(line ?? [], (cell) => cell?.userEnteredValue?.stringValue),
  );
  const r = texts.findIndex((line) => line[0] === row && (unit === undefined || line.includes(unit)));
  const heads = texts.find((line) => line[0] === '#elements' || line[0] === '#fields')!;
  return `${String.fromCharCode(65 + heads.indexOf(column))}${r + 1}`;
}

const said = async (id: string) => {
  const reading = await readSpreadsheet(google, id);
  if (!reading.ok) throw new Error(reading.issue.code);
  const { observations, records } = workbookContent(
    reading.workbook,
    { file: 'g' },
    { catalog: rosterCatalog },
  );
  return {
    values: observations
      .map(({ unit, element, status, value }) => `${unit} ${element} ${value ?? status}`)
      .sort(),
    records: records.map(({ unit, key, values }) => `${unit} ${key} ${values.evidence ?? ''}`).sort(),
  };
};

describe('a roster in Google after the register changed', () => {
  it('keeps what was typed for each organisation, and marks what it owes now, not what it owed then', async () => {
    const folder = { id: server.folderId, driveId: server.sharedDriveId };
    const { id } = await createFile(google, folder, rosterOf(fixtureRegister.organisations), '2024/25');
    await bring(id, fixtureRegister.organisations, true);
    const grades11 = 'ege.graduates|2024/25';
    const type = (unit: string, column: string, value: string | number): void =>
      server.people.type(id, 'ГИА', cellOf(id, 'ГИА', unit, column), value);
    type('s1', 'oge.graduates|2024/25', 50);
    type('s1', grades11, 20);
    // an answer of the district in an owed cell, in the words of the grey ones
    type('s1', 'ege.passed|2024/25', 'не ведём');
    type('s2', 'oge.graduates|2024/25', 17);
    const evidence = (unit: string): string =>
      cellOf(id, 'Дорожная карта', 'plan/57@2025-03-31', 'activity.evidence', unit);
    server.people.type(id, 'Дорожная карта', evidence('s1'), 'приказ № 1');
    server.people.type(id, 'Дорожная карта', evidence('s2'), 'приказ № 2');
    const before = await said(id);
    expect(before).toEqual({
      values: [
        's1 ege.graduates 20',
        's1 ege.passed not_applicable',
        's1 oge.graduates 50',
        's2 oge.graduates 17',
      ],
      records: ['s1 plan/57@2025-03-31 приказ № 1', 's2 plan/57@2025-03-31 приказ № 2'],
    });
    expect(server.people.read(id, 'ГИА', cellOf(id, 'ГИА', 's2', grades11))).toBe('не ведём');

    // the second school has grades 10–11 now, a third one comes, without them
    const third = organisation('s3', 'school', 'НОО ООО');
    const grown = {
      ...nineYear,
      programmes: school.programmes,
      columns: { ...nineYear.columns, programmes: 'НОО ООО СОО' },
    };
    const outcome = await bring(id, [kindergarten, school, grown, third]);
    expect(outcome).toMatchObject({ isChanged: true, kept: [] });
    expect(await said(id)).toEqual(before);
    expect(server.people.read(id, 'ГИА', cellOf(id, 'ГИА', 's2', grades11)) ?? '').toBe('');
    expect(server.people.read(id, 'ГИА', cellOf(id, 'ГИА', 's3', grades11))).toBe('не ведём');

    // the first one closes its grades 10–11 with figures there: they stay to be told as not owed, the rest is marked
    const nine = {
      ...school,
      programmes: ['НОО', 'ООО'],
      columns: { ...school.columns, programmes: 'НОО ООО' },
    };
    await bring(id, [kindergarten, nine, grown, third]);
    expect((await said(id)).values).toContain('s1 ege.graduates 20');
    // a school that leaves with nothing typed leaves no form behind
    const { kept } = await bring(id, [kindergarten, nine, grown]);
    expect(kept.filter((title) => !title.startsWith('Дорожная карта'))).toEqual([]);
    expect(server.violations).toEqual([]);
  });
});
