import { compareText } from '../number/compare-text.ts';
import type { Issue } from './issue.ts';

/** By file and tab, then row before column, so that a person goes down the sheet once. */
export function comparePlaces(a: Issue, b: Issue): number {
  const split = (cell: string | undefined) => {
    const match = /^([A-Z]+)(\d+)$/.exec(cell ?? '');
    return { column: match?.[1] ?? '', row: Number(match?.[2] ?? 0) };
  };
  const x = split(a.place.cell);
  const y = split(b.place.cell);
  return (
    compareText(a.place.file, b.place.file) ||
    compareText(a.place.tab ?? '', b.place.tab ?? '') ||
    (a.place.line ?? 0) - (b.place.line ?? 0) ||
    x.row - y.row ||
    x.column.length - y.column.length ||
    compareText(x.column, y.column)
  );
}
