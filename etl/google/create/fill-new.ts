import type { Google } from '../client/google.ts';
import { renderPlan } from '../render/render-plan.ts';
import { type BookWork, type Due, planOf, type Settled } from './book-work.ts';
import { inPayloads, send } from './payloads.ts';
import type { BookState } from './read-state.ts';
import { isBlank, readTabs } from './read-tab.ts';
import { addTab, fillTab } from './tab-requests.ts';
import { tabTitles } from './tab-titles.ts';

/** All tabs at once, empty, so that formulas find them; then their contents in calls of a size that Google likes. */
export async function fillNew(google: Google, work: BookWork, state: BookState, due: Due): Promise<Settled> {
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
