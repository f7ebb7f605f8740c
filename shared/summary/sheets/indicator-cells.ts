import { summaryTexts } from '../../texts/summary.ts';
import type { ValueRow } from '../indicator-rows.ts';
import { figure, none, text } from './cells.ts';
import { rowTitle, trendStyle } from './indicator-words.ts';
import type { DraftCell } from './sheet-draft.ts';

/** The first cells of an indicator's row: printed number (once, in the row of the year), name, unit. */
export const leadingCells = (row: ValueRow): DraftCell[] => [
  text(row.isWholeYear && !row.isBelowTitle ? row.indicator.no : '', 'unit'),
  text(rowTitle(row), 'label'),
  text(row.indicator.unit, 'unit'),
];

/** A printed heading between indicators. */
export const groupTitle = ({ no, title }: { readonly no: string; readonly title: string }): string =>
  `${no}  ${title}`.trim();

/** Numerator or denominator. */
export const partCell = (value: number | undefined): DraftCell =>
  value === undefined ? none() : figure(value, true);

/** Against the year before. */
export const trendCell = ({ indicator, trend }: Pick<ValueRow, 'indicator' | 'trend'>): DraftCell =>
  trend ? text(summaryTexts.trend(trend, indicator.unit), trendStyle(trend.judgement)) : none();

/** What is to be known of the row, marked where a norm is missed. */
export const noteCell = ({ norm }: Pick<ValueRow, 'norm'>, note: string): DraftCell =>
  text(note, norm && !norm.met ? 'attention' : 'text');
