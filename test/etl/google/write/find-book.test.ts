import { describe, expect, it } from 'vitest';
import { fileMarks } from '../../../../etl/google/marks.ts';
import { findBook } from '../../../../etl/google/write/find-book.ts';
import type { StoredSource } from '../../../../etl/store/store.ts';
import { spreadsheetPath } from '../../../../shared/issue/spreadsheet.ts';
import { SPREADSHEET } from '../../../google/drive/model.ts';
import { ownGoogle } from '../../../google/own-google.ts';

const { g, google } = await ownGoogle();

async function made(appProperties: Record<string, string>): Promise<string> {
  const { id } = await google.call('drive', () =>
    google.drive.files.create({
      supportsAllDrives: true,
      fields: 'id',
      requestBody: { name: 'Район', mimeType: SPREADSHEET, parents: [g.folderId], appProperties },
    }),
  );
  return id!;
}

const source = (id: string, extra: Partial<StoredSource> = {}): StoredSource => ({
  id: 1,
  path: spreadsheetPath(id),
  firstSeen: 1,
  fileTime: 0,
  hash: '',
  readAs: '',
  kind: 'workbook',
  state: 'present',
  unit: 'gor',
  schoolYear: '2024/25',
  ...extra,
});
const find = async (sources: readonly StoredSource[], before?: string) =>
  (await findBook(google, sources, 'gor', '2024/25', before))?.id;

describe('findBook', () => {
  it('takes the district’s workbook of the school year, and nothing else', async () => {
    g.log.length = 0;
    const others = [
      source('school', { unit: 's1' }),
      source('old', { schoolYear: '2023/24' }),
      source('gone', { state: 'gone' }),
      source('withdrawn', { state: 'withdrawn' }),
      source('broken', { kind: 'unreadable' }),
      source('file', { path: 'gor.xlsx' }),
    ];
    expect(await find(others)).toBeUndefined();
    expect(await find([...others, source('district')])).toBe('district');
    expect(g.log).toEqual([]);
  });

  it('of several the one that bore the summary before, else the main one of those we made, else the first seen', async () => {
    const part = await made({ [fileMarks.kind]: 'workbook', [fileMarks.part]: 'all' });
    const main = await made({ [fileMarks.kind]: 'workbook' });
    const copy = await made({});
    const sources = [
      source(part, { firstSeen: 1 }),
      source(main, { firstSeen: 3 }),
      source(copy, { firstSeen: 2 }),
    ];
    expect(await find(sources, copy)).toBe(copy);
    expect(await find(sources, 'unknown')).toBe(main);
    expect(await find(sources.filter(({ path }) => !path.endsWith(main)))).toBe(part);
  });
});
