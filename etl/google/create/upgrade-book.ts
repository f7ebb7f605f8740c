import type { Google } from '../client/google.ts';
import { renderPlan } from '../render/render-plan.ts';
import { type BookWork, type Due, planOf, type Settled } from './book-work.ts';
import { freeRows } from './carry-over.ts';
import { withTheirKin } from './due-tabs.ts';
import { entryPlaces, planData } from './entry-places.ts';
import { inPayloads, send } from './payloads.ts';
import type { BookState } from './read-state.ts';
import { isBlank, readTabs } from './read-tab.ts';
import { structureRecords } from './structure.ts';
import { tabTitles } from './tab-titles.ts';
import { upgradeRequests } from './upgrade.ts';

/** Tabs that are there are written anew in their places, in one atomic call; others are added. */
export async function upgradeBook(
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
