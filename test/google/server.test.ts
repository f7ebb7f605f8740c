import { describe, expect, it } from 'vitest';
import { SPREADSHEET } from './drive/model.ts';
import { ownGoogle } from './own-google.ts';

const { g, google } = await ownGoogle();

describe('the thread from end to end', () => {
  it('creates a spreadsheet in a Shared Drive, writes and reads it', async () => {
    const made = await google.call('drive', () =>
      google.drive.files.create({
        supportsAllDrives: true,
        requestBody: { name: 'Школа 1', mimeType: SPREADSHEET, parents: [g.folderId] },
        fields: 'id,parents,driveId',
      }),
    );
    expect(made).toEqual({ id: expect.any(String), parents: [g.folderId], driveId: g.sharedDriveId });
    await google.call('sheets_write', () =>
      google.sheets.spreadsheets.batchUpdate({
        spreadsheetId: made.id!,
        requestBody: {
          requests: [
            { addSheet: { properties: { sheetId: 7, title: 'Ввод' } } },
            {
              updateCells: {
                start: { sheetId: 7, rowIndex: 1, columnIndex: 1 },
                rows: [
                  {
                    values: [
                      { userEnteredValue: { numberValue: 90 } },
                      {},
                      { userEnteredValue: { stringValue: '=1' } },
                    ],
                  },
                ],
                fields: 'userEnteredValue',
              },
            },
          ],
        },
      }),
    );
    const read = await google.call('sheets_read', () =>
      google.sheets.spreadsheets.values.batchGet({
        spreadsheetId: made.id!,
        ranges: ["'Ввод'!A1:Z100"],
        valueRenderOption: 'UNFORMATTED_VALUE',
      }),
    );
    expect(read.valueRanges).toEqual([
      { range: "'Ввод'!A1:Z100", majorDimension: 'ROWS', values: [[], ['', 90, '', '=1']] },
    ]);
  });
});
