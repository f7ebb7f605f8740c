import type { StyleName } from '../../plan/plan.ts';
import { summaryTexts } from '../../texts/summary.ts';
import type { DraftCell } from './sheet-draft.ts';

/** Figures keep all their digits; one decimal is shown, or none for whole counts (contracts §1). */
export const figure = (value: number, whole = false, style: StyleName = 'value'): DraftCell => ({
  value,
  style,
  format: whole && Number.isInteger(value) ? 'integer' : 'decimal1',
});

export const integer = (value: number, style: StyleName = 'value'): DraftCell => ({
  value,
  style,
  format: 'integer',
});

export const text = (value: string, style: StyleName = 'text'): DraftCell => ({ value, style });

/** What stands where nothing is known or asked: never a zero, never an empty cell. */
export const none = (): DraftCell => ({ value: summaryTexts.none, style: 'unit' });

/** A percentage that may not be asked of anybody. */
export const percent = (value: number | undefined): DraftCell =>
  value === undefined ? none() : figure(value);

export const headings = (titles: readonly string[]): DraftCell[] =>
  titles.map((title) => ({ value: title, style: 'heading' }));

export const date = (day: string, style: StyleName = 'text'): DraftCell => ({
  value: day,
  style,
  format: 'date',
});
