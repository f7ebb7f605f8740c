import { keyText } from '../../../shared/parse/sheet-rows.ts';
import type { SheetCell } from '../../../shared/parse/workbook.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { type RenderedTab, tabKey } from '../render/rendered-tab.ts';
import type { BookState, TabState } from './read-state.ts';
import type { TabContent } from './read-tab.ts';
import { type References, referencesOf } from './references.ts';
import { isShifted } from './shifted-tabs.ts';

/** Keys of the tabs that are not as they should be: not there, without the mark of their structure or its protection. */
export const dueTabs = (rendered: readonly RenderedTab[], state: BookState): string[] =>
  rendered.filter((tab) => !isCurrent(tab, state)).map(({ key }) => key);

function isCurrent({ sheetId, hash, requests }: RenderedTab, state: BookState): boolean {
  const known = state.tabs.get(sheetId);
  const protection = requests.filter(({ addProtectedRange }) => addProtectedRange).length;
  return known?.mark?.hash === hash && known.protectedRanges.length >= protection;
}

/** Key of the hidden tab of definitions (contracts §5). */
export const definitionsTab = '_forms';

const isRosterMark = (cell: SheetCell): boolean => keyText(cell) === '#elements';

export interface DueTabs {
  readonly missing: readonly RenderedTab[];
  readonly changed: readonly { readonly tab: RenderedTab; readonly state: TabState }[];
  /** Cells of visible tabs that are changed, or that formulas of changed ones look into; by id. */
  readonly contents: ReadonlyMap<number, TabContent>;
  /** Those of `_forms`, where one of these tabs has rows of organisations: which of their cells were nobody's to fill in. */
  readonly definitions?: TabContent;
}

/**
 * All tabs that have to be written along with those that are due. People may have moved rows, and formulas moved along:
 * who looks into a tab that is written anew is written too, and so is a moved tab that one of them looks into.
 */
export async function withTheirKin(
  first: readonly string[],
  plan: Plan,
  rendered: readonly RenderedTab[],
  state: BookState,
  read: (tabs: readonly TabState[]) => Promise<ReadonlyMap<number, TabContent>>,
): Promise<DueTabs> {
  const due = new Set(first);
  const contents = new Map<number, TabContent>();
  const references: References = referencesOf(plan);
  const byKey = new Map(rendered.map((tab) => [tab.key, tab]));
  const sheets = new Map(plan.sheets.map((sheet) => [tabKey(sheet), sheet]));
  const visible = (key: string): RenderedTab | undefined => {
    const tab = byKey.get(key);
    return tab && !tab.properties.hidden ? tab : undefined;
  };
  for (;;) {
    for (const key of due) {
      // rows of a hidden tab are not moved by anybody
      if (!visible(key) && state.tabs.has(byKey.get(key)?.sheetId ?? -1)) continue;
      for (const other of references.into(key)) due.add(other);
    }
    const seen = [...new Set([...due, ...[...due].flatMap((key) => [...references.from(key)])])];
    const unread = seen.flatMap((key) => {
      const tab = visible(key);
      const known = tab && state.tabs.get(tab.sheetId);
      return known && !contents.has(known.sheetId) ? [known] : [];
    });
    for (const [id, content] of await read(unread)) contents.set(id, content);
    const shifted = seen.filter((key) => {
      const tab = visible(key);
      const content = tab && contents.get(tab.sheetId);
      return content && !due.has(key) && isShifted(tab, sheets.get(key)!, content, state);
    });
    if (shifted.length === 0) break;
    for (const key of shifted) due.add(key);
  }
  const known = state.tabs.get(byKey.get(definitionsTab)?.sheetId ?? -1);
  const isRoster = [...contents.values()].some(({ data }) => data.cells.some(isRosterMark));
  const [definitions] = known && isRoster ? (await read([known])).values() : [];
  const missing: RenderedTab[] = [];
  const changed: { tab: RenderedTab; state: TabState }[] = [];
  for (const tab of rendered) {
    if (!due.has(tab.key)) continue;
    const known = state.tabs.get(tab.sheetId);
    if (known) changed.push({ tab, state: known });
    else missing.push(tab);
  }
  return { missing, changed, contents, ...(definitions && { definitions }) };
}
