import type { Plan, PlanLink } from '../../../shared/plan/plan.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import type { TabSet } from '../marks.ts';
import { renderPlan, tabKey } from '../render/render-plan.ts';
import { chooseId, ownTabs } from './own-tabs.ts';
import { ownTabsBatch } from './own-tabs-batch.ts';
import { readBook } from './read-book.ts';

export interface OwnTabsOptions {
  readonly set: Exclude<TabSet, 'entry'>;
  /** Mailboxes that may change protected tabs besides our own account. */
  readonly editors?: readonly string[];
  /** Turns a file link of the plan into an address; undefined = shown as text. */
  readonly linkOf?: (link: PlanLink) => string | undefined;
}

export interface WrittenTabs {
  readonly written: number;
  readonly unchanged: number;
}

/** Writes that ended without an answer are looked after and, where nothing came of them, made again. */
const tries = 3;

/**
 * Brings the tabs of ours in a spreadsheet up to the plan: one read of its shape, then one atomic batch with the tabs that
 * differ, or none. Our tabs are found by developer metadata wherever people moved them and however they renamed them;
 * a tab that a person deleted comes back; people's tabs and charts stay, on our tabs too. After an answer that never came
 * the spreadsheet is read again, so nothing is written twice. Throws GoogleError.
 */
export async function writeOwnTabs(
  google: Google,
  spreadsheetId: string,
  plan: Plan,
  { set, editors = [], linkOf }: OwnTabsOptions,
): Promise<WrittenTabs> {
  const mailboxes = [...new Set([...editors, ...(google.account === undefined ? [] : [google.account])])];
  const written = new Set<string>();
  for (let attempt = 1; ; attempt++) {
    const book = await readBook(google, spreadsheetId);
    const own = ownTabs(book, set);
    const tabs = renderPlan(plan, {
      set,
      editors: mailboxes,
      ...(linkOf && { linkOf }),
      sheetIdOf: (sheet) => chooseId(book, own, set, tabKey(sheet)),
    });
    const batch = ownTabsBatch(book, own, tabs, set);
    for (const key of batch.written) written.add(key);
    if (batch.requests.length === 0) return { written: written.size, unchanged: tabs.length - written.size };
    try {
      await google.call('sheets_write', () =>
        google.sheets.spreadsheets.batchUpdate({
          spreadsheetId,
          fields: 'spreadsheetId',
          requestBody: { requests: [...batch.requests] },
        }),
      );
      return { written: written.size, unchanged: tabs.length - written.size };
    } catch (error) {
      if (attempt === tries || !mayHelp(error, attempt)) throw error;
      await google.backOff(attempt);
    }
  }
}

/** Whether to look and try again: no answer, or a refusal because somebody changed the tabs in between. */
const mayHelp = (error: unknown, attempt: number): boolean =>
  error instanceof GoogleError &&
  (error.code === 'unavailable' || (error.code === 'bad_request' && attempt === 1));
