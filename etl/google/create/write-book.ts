import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { RecordKind } from '../../../shared/catalog/types.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import type { Fill } from '../../../shared/template/fill.ts';
import type { BookContent, TemplateBook } from '../../run/template-books.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { type RenderedTab, type RenderOptions, renderPlan } from '../render/render-plan.ts';
import { freeRows } from './carry-over.ts';
import { dueTabs, withTheirKin } from './due-tabs.ts';
import { entryPlaces, planData } from './entry-places.ts';
import { namedBook } from './named-book.ts';
import { type BookState, readState } from './read-state.ts';
import { isBlank, readTabs } from './read-tab.ts';
import { structureRecords } from './structure.ts';
import { addTab, fillTab } from './tab-requests.ts';
import { tabTitles } from './tab-titles.ts';
import { upgradeRequests } from './upgrade.ts';

type Request = sheets_v4.Schema$Request;

/** What a spreadsheet is made from. */
export interface BookWork {
  readonly book: TemplateBook;
  readonly spreadsheetId: string;
  readonly records: ReadonlyMap<string, RecordKind>;
  readonly timeZone: string;
  /** Mailboxes that may edit what is protected. */
  readonly editors: readonly string[];
  /** Values that the system has read from this spreadsheet, for tabs that somebody deleted. */
  readonly known: (unit: string) => Fill;
  /** Made by this very run, so nobody has typed anything into it. */
  readonly isFresh: boolean;
}

export interface BookOutcome {
  readonly isChanged: boolean;
  /** Titles of hidden tabs that keep what people had added. */
  readonly kept: readonly string[];
  /** Titles of visible tabs that were added to a spreadsheet in use: new ones, and those that somebody had deleted. */
  readonly added: readonly string[];
}

/** The structure of a workbook, and its tabs as they should be. */
interface Due {
  readonly structure: Plan;
  readonly rendered: readonly RenderedTab[];
  readonly hashes: ReadonlyMap<string, string>;
  readonly options: RenderOptions;
}

/** Google asks for payloads near 2 MB. */
const payload = 2_000_000;
/** After an answer that did not come we look what is there and do the rest. */
const attempts = 5;

/**
 * Brings a spreadsheet to its plan: an empty one is filled; tabs of another structure are written anew in their places
 * with what was entered, all in one atomic call; a spreadsheet that is as it should be costs one read. Throws GoogleError.
 */
export async function writeBook(google: Google, work: BookWork): Promise<BookOutcome> {
  const options: RenderOptions = { set: 'entry', editors: work.editors };
  const structure = planOf(work, { records: structureRecords(work.book, work.records) });
  const rendered = renderPlan(structure, options);
  const due: Due = {
    structure,
    rendered,
    hashes: new Map(rendered.map(({ key, hash }) => [key, hash])),
    options,
  };
  let isChanged = false;
  for (let left = attempts; ; left--) {
    const state = await readState(google, work.spreadsheetId);
    const keys = dueTabs(rendered, state);
    if (keys.length === 0) return { isChanged, kept: [], added: [] };
    try {
      const isNew = rendered.every(({ sheetId }) => !state.tabs.has(sheetId));
      const outcome = isNew
        ? await fillNew(google, work, state, due)
        : await upgrade(google, work, state, due, keys);
      return { ...outcome, isChanged: true };
    } catch (error) {
      if (!(error instanceof GoogleError) || error.code !== 'unavailable' || left === 1) throw error;
      isChanged = true;
    }
  }
}

const planOf = ({ book, spreadsheetId }: BookWork, content?: BookContent): Plan =>
  namedBook(book.plan(content), spreadsheetId);

const send = (google: Google, spreadsheetId: string, requests: readonly Request[]): Promise<unknown> =>
  google.call('sheets_write', () =>
    google.sheets.spreadsheets.batchUpdate({
      spreadsheetId,
      fields: 'spreadsheetId',
      requestBody: { requests: [...requests] },
    }),
  );

type Settled = Pick<BookOutcome, 'kept' | 'added'>;

/** All tabs at once, empty, so that formulas find them; then their contents in calls of a size that Google likes. */
async function fillNew(google: Google, work: BookWork, state: BookState, due: Due): Promise<Settled> {
  const { spreadsheetId, timeZone, isFresh } = work;
  const born = [...state.tabs.values()];
  const isEmpty = isFresh || (await isUnused(google, spreadsheetId, state));
  const plan = planOf(work);
  const titleOf = tabTitles(plan, isEmpty ? { ...state, tabs: new Map() } : state);
  const tabs = renderPlan(plan, { ...due.options, titleOf });
  // the tab that a spreadsheet is born with may be called as one of ours, and a spreadsheet is never without a tab
  const aside = isEmpty
    ? born.map(({ sheetId }) => ({
        updateSheetProperties: { properties: { sheetId, title: `msoko ${sheetId}` }, fields: 'title' },
      }))
    : [];
  await send(google, spreadsheetId, [
    { updateSpreadsheetProperties: { properties: { locale: 'ru_RU', timeZone }, fields: 'locale,timeZone' } },
    ...aside,
    ...tabs.map((tab, at) => addTab(tab, tab.properties.title!, at)),
    ...(isEmpty ? born.map(({ sheetId }) => ({ deleteSheet: { sheetId } })) : []),
  ]);
  const fills = tabs.map((tab) => fillTab(tab, { key: tab.key, hash: due.hashes.get(tab.key) ?? tab.hash }));
  for (const requests of inPayloads(fills)) await send(google, spreadsheetId, requests);
  return { kept: [], added: [] };
}

async function isUnused(google: Google, spreadsheetId: string, { tabs }: BookState): Promise<boolean> {
  const contents = await readTabs(google, spreadsheetId, [...tabs.values()]);
  return [...contents.values()].every(isBlank);
}

/** Tabs in calls of about 2 MB; what belongs to one tab stays together. */
function inPayloads(groups: readonly (readonly Request[])[]): Request[][] {
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

/** Tabs that are there are written anew in their places, in one atomic call; others are added. */
async function upgrade(
  google: Google,
  work: BookWork,
  state: BookState,
  { structure, rendered, hashes, options }: Due,
  keys: readonly string[],
): Promise<Settled> {
  const { book, spreadsheetId, records, known } = work;
  const due = await withTheirKin(keys, structure, rendered, state, (tabs) =>
    readTabs(google, spreadsheetId, tabs),
  );
  const missing = new Set(due.missing.map(({ key }) => key));
  const changed = new Set(due.changed.map(({ tab }) => tab.key));
  // a tab that an interrupted run left empty gets what it would have got then
  const unfilled = due.changed.filter(({ state: { mark, sheetId } }) => {
    const content = due.contents.get(sheetId);
    return mark === undefined && content !== undefined && isBlank(content);
  });
  const brought = new Set([...missing, ...unfilled.map(({ tab }) => tab.key)]);
  const room = (record: string): number => {
    const key = `record/${record}`;
    const at = rendered.findIndex((tab) => tab.key === key);
    const content = due.contents.get(rendered[at]?.sheetId ?? -1);
    if (!content) return 0;
    if (changed.has(key)) return freeRows(content);
    // a tab that stays has as many rows as it has
    const sheet = structure.sheets.find((one) => one.key === key)!;
    return Math.max(0, entryPlaces(content.data).free.length - entryPlaces(planData(sheet)).free.length);
  };
  const structured = structureRecords(book, records, room);
  const plan = planOf(work, {
    records: (record) => (brought.has(`record/${record}`) ? book.entered(record) : structured(record)),
    fill: known,
  });
  const tabs = renderPlan(plan, { ...options, titleOf: tabTitles(plan, state) });
  const { groups, kept, isPlain } = upgradeRequests({ plan, tabs, hashes, due, state });
  for (const requests of isPlain ? inPayloads(groups) : [groups.flat()]) {
    await send(google, spreadsheetId, requests);
  }
  const added = tabs.filter(({ key, properties }) => missing.has(key) && !properties.hidden);
  return { kept, added: added.map(({ properties }) => properties.title!) };
}
