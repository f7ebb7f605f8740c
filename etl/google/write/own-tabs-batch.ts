import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type TabSet, tabMarks } from '../../../shared/live-state/tab-mark.ts';
import { googleWriteTexts } from '../../../shared/texts/google-write.ts';
import { markRequest } from '../mark-request.ts';
import { bodyOf, type RenderedTab } from '../render/render-plan.ts';
import { emptyTab, ownProtections } from './empty-tab.ts';
import { chartIds, chartRequests } from './own-charts.ts';
import { markId, ownMark } from './own-tabs.ts';
import type { Book, BookTab } from './read-book.ts';
import { tabPlaces } from './tab-places.ts';
import { freeTitle } from './tab-title.ts';

type Request = sheets_v4.Schema$Request;

export interface OwnTabsBatch {
  readonly requests: readonly Request[];
  /** Keys of the tabs that are made, filled anew or dated anew. */
  readonly written: readonly string[];
  /** Too much for one request: these tabs first, and the rest when they are there. */
  readonly isPartial: boolean;
}

/**
 * Everything that turns the tabs of ours in a spreadsheet into those of the plan, as one batch; no requests where they are
 * so already. Everything else in the spreadsheet stays as it is. Where they are more than `mostBytes` of JSON the batch is
 * partial: whole tabs, hidden ones first, since charts draw on them.
 */
export function ownTabsBatch(
  book: Book,
  own: ReadonlyMap<string, BookTab>,
  tabs: readonly RenderedTab[],
  set: TabSet,
  mostBytes: number,
): OwnTabsBatch {
  const present = new Set(book.tabs.map(({ sheetId }) => sheetId));
  const missing = tabs.filter(({ sheetId }) => !present.has(sheetId));
  const all = tabs.filter((tab) => isDue(tab, own.get(tab.key), book, missing));
  const due = firstOf(all, own, mostBytes);
  const isPartial = due.length < all.length;
  const added = missing.filter((tab) => due.includes(tab));
  const keys = new Set(tabs.map(({ key }) => key));
  // the day of the data alone is no reason to send a tab again
  const redated = isPartial
    ? []
    : tabs.filter((tab) => !all.includes(tab) && own.get(tab.key)?.own?.hash !== tab.hash);
  const stale = [...own].filter(([key]) => !keys.has(key));
  return {
    requests: [
      ...makeRoom(book, stale, added),
      ...addRequests(
        book,
        stale,
        tabs.filter((tab) => present.has(tab.sheetId) || added.includes(tab)),
        added,
      ),
      ...due.flatMap((tab) => {
        const there = own.get(tab.key);
        return [...(there ? emptyTab(there, tab) : []), ...tab.requests];
      }),
      // charts last: they point at cells of other tabs
      ...due.flatMap((tab) => chartRequests(book, set, tab)),
      ...redated.flatMap((tab) => tab.dated),
      ...[...due, ...redated].map((tab) => ownMarkRequest(tab, own.get(tab.key), set)),
      ...(isPartial ? [] : stale.flatMap(([key, tab]) => leaveRequests(book, set, key, tab))),
    ],
    written: [...due, ...redated].map(({ key }) => key),
    isPartial,
  };
}

/** As many tabs as fit, one at least: hidden ones, those that only lack something, the others in their order. */
function firstOf(
  due: readonly RenderedTab[],
  own: ReadonlyMap<string, BookTab>,
  mostBytes: number,
): readonly RenderedTab[] {
  const rank = (tab: RenderedTab): number => {
    if (tab.properties.hidden) return 0;
    return hasBody(own.get(tab.key), tab) ? 1 : 2;
  };
  const sorted = [...due].sort((a, b) => rank(a) - rank(b));
  let bytes = 0;
  const fits = sorted.findIndex((tab, i) => {
    bytes += Buffer.byteLength(JSON.stringify([tab.requests, tab.charts]));
    return i > 0 && bytes > mostBytes;
  });
  return fits < 0 ? sorted : sorted.slice(0, fits);
}

/** Does a tab say what it should, but for the day of the data? */
const hasBody = (there: BookTab | undefined, { body }: RenderedTab): boolean =>
  bodyOf(there?.own?.hash ?? '') === body;

/** A tab is filled where it is missing, where it should say something else, or where people took something of it away. */
function isDue(
  tab: RenderedTab,
  there: BookTab | undefined,
  book: Book,
  added: readonly RenderedTab[],
): boolean {
  if (!there || !hasBody(there, tab)) return true;
  const charts = new Set(book.tabs.flatMap((one) => one.charts));
  if (tab.charts.some(({ chartId }) => !charts.has(chartId as number))) return true;
  const protections = tab.requests.filter((request) => request.addProtectedRange).length;
  if (ownProtections(there).length < protections) return true;
  const { rowCount, columnCount } = tab.properties.gridProperties ?? {};
  if (there.rows < (rowCount ?? 0) || there.columns < (columnCount ?? 0)) return true;
  // a chart loses its data with the tab they stand in
  const sources = JSON.stringify(tab.charts.map(({ spec }) => spec));
  return added.some(({ sheetId }) => sources.includes(`"sheetId":${sheetId},`));
}

/** A tab that goes must not keep the title of one that comes. */
function makeRoom(
  book: Book,
  stale: readonly (readonly [string, BookTab])[],
  added: readonly RenderedTab[],
): Request[] {
  const wanted = new Set(added.map(({ properties }) => properties.title?.toLowerCase()));
  const taken = book.tabs.map(({ title }) => title);
  return stale.flatMap(([, { sheetId, title }]) =>
    wanted.has(title.toLowerCase())
      ? [
          {
            updateSheetProperties: {
              properties: { sheetId, title: freeTitle(title + googleWriteTexts.former, taken) },
              fields: 'title',
            },
          },
        ]
      : [],
  );
}

function addRequests(
  book: Book,
  stale: readonly (readonly [string, BookTab])[],
  tabs: readonly RenderedTab[],
  added: readonly RenderedTab[],
): Request[] {
  const going = new Set(stale.map(([, tab]) => tab.sheetId));
  const taken = book.tabs.filter((tab) => !going.has(tab.sheetId)).map((tab) => tab.title);
  const places = tabPlaces(
    book,
    tabs.map(({ sheetId, properties }) => ({ sheetId, isHidden: properties.hidden === true })),
  );
  return added.map(({ sheetId, properties }) => {
    const title = freeTitle(properties.title ?? '', taken);
    taken.push(title);
    const index = places.get(sheetId);
    return { addSheet: { properties: { ...properties, title, ...(index !== undefined && { index }) } } };
  });
}

const ownMarkRequest = (
  { key, sheetId, hash }: RenderedTab,
  there: BookTab | undefined,
  set: TabSet,
): Request =>
  markRequest(sheetId, ownMark(set, key, hash), there?.own?.metadataId, {
    metadataId: markId(sheetId),
    metadataKey: tabMarks.own,
  });

/** A tab that is in the plan no more goes; one that bears a person's chart stays and is theirs from now on. */
function leaveRequests(book: Book, set: TabSet, key: string, tab: BookTab): Request[] {
  const ours = new Set(chartIds(set, key));
  const elsewhere = book.tabs
    .filter(({ sheetId }) => sheetId !== tab.sheetId)
    .flatMap(({ charts }) => charts.filter((id) => ours.has(id)));
  const away = elsewhere.map((objectId): Request => ({ deleteEmbeddedObject: { objectId } }));
  if (tab.charts.every((id) => ours.has(id))) return [...away, { deleteSheet: { sheetId: tab.sheetId } }];
  const metadataId = tab.own?.metadataId;
  return [...away, { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId } } } }];
}
