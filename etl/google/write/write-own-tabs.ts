import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { TabSet } from '../../../shared/live-state/tab-mark.ts';
import type { Plan, PlanLink } from '../../../shared/plan/plan.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { renderPlan } from '../render/render-plan.ts';
import { tabKey } from '../render/rendered-tab.ts';
import { chooseId, ownTabs } from './own-tabs.ts';
import { ownTabsBatch } from './own-tabs-batch.ts';
import { type Book, readBook } from './read-book.ts';

type Request = sheets_v4.Schema$Request;

export interface OwnTabsOptions {
  readonly set: Exclude<TabSet, 'entry'>;
  /** Mailboxes that may change protected tabs besides our own account. */
  readonly editors?: readonly string[];
  /** Turns a file link of the plan into an address; undefined = shown as text. */
  readonly linkOf?: (link: PlanLink) => string | undefined;
  /** Protected ranges of this description go, where anything is written. */
  readonly unlock?: string;
  /** Bytes of JSON in one batch. */
  readonly mostBytes?: number;
}

export interface WrittenTabs {
  readonly written: number;
  readonly unchanged: number;
}

/** Bytes of one batch: a caution, since Google names no limit (decision 022). */
const usualBytes = 8_000_000;

/** Writes that ended without an answer are looked after and, where nothing came of them, made again. */
const tries = 3;

/**
 * Brings the tabs of ours in a spreadsheet up to the plan: one read of its shape, then one atomic batch with the tabs that
 * differ, or none (several where one would be too large). Our tabs are found by developer metadata wherever people moved them and however they renamed them;
 * a tab that a person deleted comes back; people's tabs and charts stay, on our tabs too. After an answer that never came
 * the spreadsheet is read again, so nothing is written twice. Throws GoogleError.
 */
export async function writeOwnTabs(
  google: Google,
  spreadsheetId: string,
  plan: Plan,
  { set, editors = [], linkOf, unlock, mostBytes = usualBytes }: OwnTabsOptions,
): Promise<WrittenTabs> {
  const mailboxes = [...new Set([...editors, ...(google.account === undefined ? [] : [google.account])])];
  const written = new Set<string>();
  let losses = 0;
  for (let failures = 0; ; ) {
    const book = await readBook(google, spreadsheetId);
    const own = ownTabs(book, set);
    const tabs = renderPlan(plan, {
      set,
      editors: mailboxes,
      ...(linkOf && { linkOf }),
      sheetIdOf: (sheet) => chooseId(book, own, set, tabKey(sheet)),
    });
    const batch = ownTabsBatch(book, own, tabs, set, mostBytes);
    for (const key of batch.written) written.add(key);
    const done = { written: written.size, unchanged: tabs.length - written.size };
    if (batch.requests.length === 0) return done;
    try {
      const { updatedSpreadsheet } = await google.call('sheets_write', () =>
        google.sheets.spreadsheets.batchUpdate({
          spreadsheetId,
          fields: 'updatedSpreadsheet.sheets.properties.sheetId',
          requestBody: {
            requests: [...unlockRequests(book, unlock), ...batch.requests],
            includeSpreadsheetInResponse: true,
          },
        }),
      );
      if (batch.isPartial) continue;
      // somebody may have deleted a tab of ours, unchanged and so not in the batch, after we looked
      const there = new Set(updatedSpreadsheet?.sheets?.map(({ properties }) => properties?.sheetId));
      const isWhole = tabs.every(({ sheetId }) => there.has(sheetId));
      if (isWhole || ++losses === tries) return done;
    } catch (error) {
      failures++;
      if (failures === tries || !mayHelp(error, failures)) throw error;
      await google.backOff(failures);
    }
  }
}

const unlockRequests = ({ tabs }: Book, description: string | undefined): Request[] =>
  tabs.flatMap(({ protections }) =>
    protections
      .filter((one) => one.description === description)
      .map(({ id }) => ({ deleteProtectedRange: { protectedRangeId: id } })),
  );

/** Whether to look and try again: no answer, or a refusal because somebody changed the tabs in between. */
const mayHelp = (error: unknown, failures: number): boolean =>
  error instanceof GoogleError &&
  (error.code === 'unavailable' || (error.code === 'bad_request' && failures === 1));
