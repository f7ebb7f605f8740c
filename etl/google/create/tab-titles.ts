import { tabId } from '../../../shared/live-state/tab-id.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { googleCreateTexts as texts } from '../../../shared/texts/google-create.ts';
import { tabKey } from '../render/rendered-tab.ts';
import type { BookState } from './read-state.ts';

/** A title that no tab has yet; titles differ by more than case. */
export function freeTitle(taken: Set<string>, make: (number: number) => string): string {
  for (let number = 1; ; number++) {
    const title = make(number);
    if (taken.has(title.toLowerCase())) continue;
    taken.add(title.toLowerCase());
    return title;
  }
}

export const takenTitles = ({ tabs }: BookState): Set<string> =>
  new Set([...tabs.values()].map(({ title }) => title.toLowerCase()));

/** What the tabs of a plan are called in a spreadsheet: as people named them, else by the plan, beside what is there. */
export function tabTitles(plan: Plan, state: BookState): (name: string) => string {
  const taken = takenTitles(state);
  const keys = new Map(plan.sheets.map((sheet) => [sheet.name, tabKey(sheet)]));
  const titles = new Map<string, string>();
  return (name) => {
    const known = titles.get(name) ?? state.tabs.get(tabId('entry', keys.get(name) ?? name))?.title;
    const title = known ?? freeTitle(taken, (number) => (number === 1 ? name : texts.otherTab(name, number)));
    titles.set(name, title);
    return title;
  };
}
