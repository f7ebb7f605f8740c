import { formatNumber } from '../../number/decimal.ts';
import type { StyleName } from '../../plan/plan.ts';
import { summaryTexts } from '../../texts/summary.ts';
import { answeredShare } from '../answers.ts';
import type { SummaryModel } from '../model.ts';
import { text } from './cells.ts';
import type { DraftCell, SheetDraft } from './sheet-draft.ts';

const texts = summaryTexts.overview;

export interface KeyFigure {
  readonly value: DraftCell;
  readonly caption: string;
  readonly style: StyleName;
}

/** How things stand, readable from afar. */
export const writeFigures = (sheet: SheetDraft, model: SummaryModel, across: number): void =>
  placeFigures(sheet, keyFigures(model), across);

/** Figures above their captions, side by side, in a frame of `across` columns. */
export function placeFigures(sheet: SheetDraft, figures: readonly KeyFigure[], across: number): void {
  const columns = spans(figures.length, across);
  const place = (cells: readonly DraftCell[], height?: number): void => {
    const row: (DraftCell | undefined)[] = [];
    cells.forEach((cell, i) => {
      const { first, last } = columns[i]!;
      row[first - 1] = cell;
      // the border of a merge comes from all its cells
      for (let column = first + 1; column <= last; column++)
        row[column - 1] = { style: cell.style ?? 'unit' };
    });
    const at = sheet.row(row, height === undefined ? {} : { height });
    for (const { first, last } of columns) {
      if (last > first) sheet.merge({ firstRow: at, lastRow: at, firstColumn: first, lastColumn: last });
    }
  };
  place(
    figures.map((f) => f.value),
    32,
  );
  place(figures.map((f) => text(f.caption, f.style)));
}

/** The broad first column for itself, the others evenly. */
function spans(count: number, across: number): { first: number; last: number }[] {
  const rest = across - 1;
  const edge = (i: number) => 1 + Math.round((i * rest) / (count - 1));
  return Array.from({ length: count }, (_, i) =>
    i === 0 ? { first: 1, last: 1 } : { first: edge(i - 1) + 1, last: edge(i) },
  );
}

function keyFigures({ submission, issues, indicators }: SummaryModel): KeyFigure[] {
  const asked = submission.rows.filter((r) => r.state !== 'waiting');
  const inState = (...states: readonly string[]) => asked.filter((r) => states.includes(r.state)).length;
  const silent = inState('none', 'draft', 'returned');
  const share = answeredShare(submission.total);
  const values = indicators.rows.flatMap((r) => (r.type === 'value' && r.isWholeYear ? [r.result] : []));
  const known = values.filter((r) => r.value !== undefined).length;
  const { received, expected } = submission.total;
  const { error, warning } = issues.counts;
  const shown = (value: string | number): DraftCell =>
    typeof value === 'number' ? { value, style: 'figure', format: 'integer' } : { value, style: 'figure' };
  return [
    {
      value: shown(texts.answersValue(inState('complete'), asked.length)),
      caption: texts.completeCaption(inState('partial'), silent),
      style: silent > 0 ? 'attention' : 'unit',
    },
    {
      // rounded down: what is not all there is not 100 %
      value: shown(
        share === undefined ? summaryTexts.none : `${formatNumber(Math.floor(10 * share) / 10)} %`,
      ),
      caption: texts.answersCaption(received, expected),
      style: 'unit',
    },
    {
      value: shown(error),
      caption: error > 0 ? texts.errorsCaption : texts.errors,
      style: error > 0 ? 'bad' : 'unit',
    },
    { value: shown(warning), caption: texts.warnings, style: warning > 0 ? 'attention' : 'unit' },
    { value: shown(texts.answersValue(known, values.length)), caption: texts.indicators, style: 'unit' },
  ];
}

/** Links to the other tabs, a few in a line. */
export function writeLinks(sheet: SheetDraft, tabs: readonly string[], across: number): void {
  const each = 2;
  const perRow = Math.max(1, Math.floor((across - 1) / each));
  for (let from = 0; from < tabs.length; from += perRow) {
    const row: (DraftCell | undefined)[] = [from === 0 ? { value: texts.links, style: 'muted' } : undefined];
    const shown = tabs.slice(from, from + perRow);
    for (const tab of shown)
      row.push({ value: tab, style: 'link', link: { sheet: tab, cell: 'A1' } }, undefined);
    const at = sheet.row(row);
    shown.forEach((_, i) => {
      const firstColumn = 2 + i * each;
      sheet.merge({ firstRow: at, lastRow: at, firstColumn, lastColumn: firstColumn + each - 1 });
    });
  }
}
