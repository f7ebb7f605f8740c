import type { PlanColumn } from '../plan/plan.ts';
import { templateTexts } from '../texts/template.ts';
import type { Block } from './blocks.ts';
import type { OwedForm } from './owed.ts';

/** Where the fixed columns of an entry tab stand; entry cells begin at `first`, the check follows the last of them. */
export const at = { key: 1, no: 2, name: 3, unit: 4, first: 5 } as const;

/** Characters that fit a landscape A4 page unscaled; a tab that needs more is scaled down to the page. */
const page = 146;
const numberWidth = 5;
/** Narrowest columns that can still be read: names with their help, messages, entry cells. */
const least = { name: 38, check: 24, entry: 8 } as const;

/** Wide enough for the longest word, so that no unit is broken within one. */
function unitWidth(form: OwedForm): number {
  const units = form.elements.map(({ element }) => element.unit || templateTexts.entry.yesNoUnit);
  const words = [templateTexts.entry.columns.unit, ...units].flatMap((unit) => unit.split(' '));
  return Math.min(15, Math.max(...words.map((word) => word.length)) + 2.5);
}

/** So that no word of the lowest headings, which are bold, is broken. */
function entryWidth(blocks: readonly Block[]): number {
  const headings = blocks.flatMap(({ columns }) =>
    columns.map((c) => c.headings[c.headings.length - 1] ?? ''),
  );
  const words = headings.flatMap((heading) => heading.split(/[ -]/));
  return Math.max(least.entry, Math.max(...words.map((word) => word.length)) * 1.15 + 1.5);
}

/**
 * Widths of an entry tab with so many entry columns, the same page for all of them: what the entry cells leave is
 * shared by names and messages, so that few and many columns are printed in letters of nearly one size.
 */
export function entryColumns(form: OwedForm, blocks: readonly Block[], entries: number): PlanColumn[] {
  const unit = unitWidth(form);
  const check = entries <= 2 ? 44 : entries <= 4 ? 34 : entries <= 6 ? 30 : least.check;
  const room = page - numberWidth - unit;
  const entry = Math.min(14, Math.max(entryWidth(blocks), Math.floor((room - check - 40) / entries)));
  const name = Math.max(least.name, room - check - entry * entries);
  return [
    { width: 10, hidden: true },
    { width: numberWidth },
    { width: name },
    { width: unit },
    ...Array.from({ length: entries }, () => ({ width: entry })),
    { width: check },
  ];
}
