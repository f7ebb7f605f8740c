import type { Plan } from '../../../shared/plan/plan.ts';
import type { RenderedTab } from '../render/render-plan.ts';
import type { BookState, TabState } from './read-state.ts';
import { referringTabs } from './referring-tabs.ts';

export interface DueTabs {
  /** Not there: never made, or deleted by somebody. */
  readonly missing: readonly RenderedTab[];
  /** There, and not as they should be. */
  readonly changed: readonly { readonly tab: RenderedTab; readonly state: TabState }[];
}

/**
 * Which tabs have to be written. A tab is as it should be when it carries the mark of its structure and its protection.
 * Whoever looks into a tab that is written anew is written too: people may have moved its rows, and formulas moved along.
 */
export function dueTabs(plan: Plan, rendered: readonly RenderedTab[], state: BookState): DueTabs {
  const due = new Set(rendered.filter((tab) => !isCurrent(tab, state)).map(({ key }) => key));
  if (due.size === 0) return { missing: [], changed: [] };
  const hidden = new Set(rendered.filter(({ properties }) => properties.hidden).map(({ key }) => key));
  const referring = due.size < rendered.length ? referringTabs(plan) : new Map<string, ReadonlySet<string>>();
  const queue = [...due];
  for (const key of queue) {
    const tab = rendered.find((one) => one.key === key)!;
    // rows of a hidden tab are not moved by anybody
    if (hidden.has(key) && state.tabs.has(tab.sheetId)) continue;
    for (const other of referring.get(key) ?? []) {
      if (due.has(other)) continue;
      due.add(other);
      queue.push(other);
    }
  }
  const missing: RenderedTab[] = [];
  const changed: { tab: RenderedTab; state: TabState }[] = [];
  for (const tab of rendered) {
    if (!due.has(tab.key)) continue;
    const known = state.tabs.get(tab.sheetId);
    if (known) changed.push({ tab, state: known });
    else missing.push(tab);
  }
  return { missing, changed };
}

function isCurrent({ sheetId, hash, requests }: RenderedTab, state: BookState): boolean {
  const known = state.tabs.get(sheetId);
  const protection = requests.filter(({ addProtectedRange }) => addProtectedRange).length;
  return known?.mark?.hash === hash && known.protectedRanges.length >= protection;
}
