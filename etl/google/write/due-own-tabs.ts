import { bodyOf, type RenderedTab } from '../render/rendered-tab.ts';
import { ownProtections } from './empty-tab.ts';
import type { Book, BookTab } from './read-book.ts';

/** As many tabs as fit, one at least: hidden ones, those that only lack something, the others in their order. */
export function firstOf(
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
export function isDue(
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
