import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Google } from '../client/google.ts';

type Request = sheets_v4.Schema$Request;

/** Google asks for payloads near 2 MB. */
const payload = 2_000_000;

/** Tabs in calls of about 2 MB; what belongs to one tab stays together. */
export function inPayloads(groups: readonly (readonly Request[])[]): Request[][] {
  const calls: Request[][] = [];
  let room = 0;
  for (const group of groups) {
    if (group.length === 0) continue;
    const size = Buffer.byteLength(JSON.stringify(group));
    if (size > room) {
      calls.push([]);
      room = payload;
    }
    calls[calls.length - 1]!.push(...group);
    room -= size;
  }
  return calls;
}

/** One atomic call. Throws GoogleError. */
export const send = (google: Google, spreadsheetId: string, requests: readonly Request[]): Promise<unknown> =>
  google.call('sheets_write', () =>
    google.sheets.spreadsheets.batchUpdate({
      spreadsheetId,
      fields: 'spreadsheetId',
      requestBody: { requests: [...requests] },
    }),
  );
