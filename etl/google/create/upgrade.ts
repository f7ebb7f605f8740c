import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { blockedCells } from '../../../shared/parse/blocked-cells.ts';
import { targetOfKeys } from '../../../shared/parse/keyed-cells.ts';
import { findMarker, keyText } from '../../../shared/parse/sheet-rows.ts';
import type { Plan, PlanSheet } from '../../../shared/plan/plan.ts';
import { googleCreateTexts as texts } from '../../../shared/texts/google-create.ts';
import { type RenderedTab, tabKey } from '../render/rendered-tab.ts';
import { carryOver, type OpenPart } from './carry-over.ts';
import { type DueTabs, definitionsTab } from './due-tabs.ts';
import type { IsMark } from './entry-places.ts';
import type { BookState, TabState } from './read-state.ts';
import { isBlank, type TabContent } from './read-tab.ts';
import { namedMoves } from './shifted-tabs.ts';
import { addTab, type Carried, fillTab, rewriteTab } from './tab-requests.ts';
import { freeTitle, takenTitles } from './tab-titles.ts';

type Request = sheets_v4.Schema$Request;

export interface UpgradeInput {
  readonly plan: Plan;
  /** Tabs of that plan under the titles they have. */
  readonly tabs: readonly RenderedTab[];
  /** By key: hash of the structure, for the marks. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly due: DueTabs;
  readonly state: BookState;
}

export interface Upgrade {
  /** What belongs together, in order: tabs are added first. */
  readonly groups: readonly (readonly Request[])[];
  /** Titles of hidden tabs that keep what finds no place. */
  readonly kept: readonly string[];
  /** Nothing is carried over: the tabs had never been filled. */
  readonly isPlain: boolean;
}

/** Requests that bring an existing spreadsheet to its plan. */
export function upgradeRequests({ plan, tabs, hashes, due, state }: UpgradeInput): Upgrade {
  const byKey = new Map(tabs.map((tab) => [tab.key, tab]));
  const sheets = new Map(plan.sheets.map((sheet) => [tabKey(sheet), sheet]));
  const markOf = (key: string) => ({ key, hash: hashes.get(key) ?? byKey.get(key)?.hash ?? '' });
  const taken = new Set([
    ...takenTitles(state),
    ...tabs.map(({ properties }) => properties.title!.toLowerCase()),
  ]);
  const isMark = marksIn(due.definitions);
  const kept: string[] = [];
  let isPlain = true;
  const groups: Request[][] = [addRequests(due, tabs, state)];
  for (const { tab: old, state: known } of due.changed) {
    const tab = byKey.get(old.key);
    if (!tab) continue;
    const content = due.contents.get(known.sheetId);
    const sheet = sheets.get(old.key);
    const carried =
      content && sheet ? carriedOf(content, sheet, tab, known, state, taken, isMark) : undefined;
    if (carried) isPlain = false;
    if (carried?.keepAs !== undefined) kept.push(carried.keepAs);
    groups.push(rewriteTab(tab, markOf(old.key), known, state, carried));
  }
  for (const { key } of due.missing) {
    const tab = byKey.get(key);
    if (tab) groups.push(fillTab(tab, markOf(key)));
  }
  return { groups, kept, isPlain };
}

/** Which cells hold no more than the workbook was handed out with, by the definitions it had. */
function marksIn(definitions: TabContent | undefined): IsMark {
  if (!definitions) return () => false;
  const isBlocked = blockedCells({ sheets: [{ ...definitions.data, name: definitionsTab }] });
  return (cell) => {
    const { unit, element, period } = targetOfKeys(cell);
    return cell.rows === 'organisations' && isBlocked(unit, element, period, cell.scalar);
  };
}

/** Undefined for a tab in which nothing stands. */
function carriedOf(
  content: TabContent,
  sheet: PlanSheet,
  tab: RenderedTab,
  known: TabState,
  state: BookState,
  taken: Set<string>,
  isMark: IsMark,
): Carried | undefined {
  if (isBlank(content)) return undefined;
  const open = openPart(sheet, known);
  const named = namedMoves(tab, state);
  const names = tab.requests.filter(({ addNamedRange }) => addNamedRange).length;
  const carried = carryOver(content, sheet, named, open, isMark);
  const { moves } = carried;
  // an answer whose name somebody removed is not found
  const leaves = carried.leaves || named.length < names;
  return {
    moves,
    keys: keysOf(content),
    ...(leaves && { keepAs: freeTitle(taken, (number) => texts.formerTab(known.title, number)) }),
  };
}

/** Where people could write: a tab without protection is open all over. */
function openPart({ growing, oneBlock }: PlanSheet, { protectedRanges }: TabState): OpenPart {
  if (protectedRanges.length === 0) return 'all';
  if (growing) return 'rows';
  return oneBlock && protectedRanges.length > 1 ? 'block' : 'none';
}

const keyRows: ReadonlySet<string> = new Set(['#cols', '#elements', '#fields']);

function keysOf({ data }: TabContent): Carried['keys'] {
  const marker = findMarker(data, 'keys') ?? findMarker(data, 'records');
  const rows = data.cells.filter((cell) => keyRows.has(keyText(cell))).map(({ row }) => row);
  return { rows, ...(marker && { column: marker.column }) };
}

/** New tabs stand where the plan has them: behind their neighbours, hidden ones at the end. */
function addRequests({ missing }: DueTabs, tabs: readonly RenderedTab[], state: BookState): Request[] {
  const added = new Set(missing.map(({ key }) => key));
  const requests: Request[] = [];
  let place = 0;
  for (const tab of tabs) {
    const known = state.tabs.get(tab.sheetId);
    if (known) place = known.index + 1 + requests.length;
    else if (added.has(tab.key)) {
      const index = tab.properties.hidden ? state.tabs.size + requests.length : place;
      requests.push(addTab(tab, tab.properties.title!, index));
      place = index + 1;
    }
  }
  return requests;
}
