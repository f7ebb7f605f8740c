import { comparePlaces } from '../issue/compare-places.ts';
import type { Issue } from '../issue/issue.ts';
import { compareText } from '../number/compare-text.ts';

/** The organisation's own book first; what concerns the book as a whole, then form by form as its tabs stand. */
export function inOrderOfBook(
  issues: readonly Issue[],
  book: string | undefined,
  formOrder: (issue: Issue) => number | undefined,
): Issue[] {
  // a remark without an element stands with the others of its tab
  const ofTab = new Map<string, number>();
  const tabOf = ({ place }: Issue): string => `${place.file}\n${place.tab ?? ''}`;
  for (const issue of issues) {
    const order = formOrder(issue);
    if (order !== undefined && issue.place.tab !== undefined && !ofTab.has(tabOf(issue))) {
      ofTab.set(tabOf(issue), order);
    }
  }
  const order = (issue: Issue): number => ofTab.get(tabOf(issue)) ?? formOrder(issue) ?? -1;
  return [...issues].sort(
    (a, b) =>
      Number(b.place.file === book) - Number(a.place.file === book) ||
      compareText(a.place.file, b.place.file) ||
      order(a) - order(b) ||
      comparePlaces(a, b) ||
      compareText(a.code, b.code) ||
      compareText(a.element ?? '', b.element ?? '') ||
      compareText(a.period ?? '', b.period ?? ''),
  );
}
