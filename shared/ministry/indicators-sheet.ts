import type { PlanSheet } from '../plan/plan.ts';
import type { ValueRow } from '../summary/indicator-rows.ts';
import { figure, headings, integer, text } from '../summary/sheets/cells.ts';
import {
  groupTitle,
  leadingCells,
  noteCell,
  partCell,
  trendCell,
} from '../summary/sheets/indicator-cells.ts';
import { valueStyle } from '../summary/sheets/indicator-words.ts';
import { type DraftCell, draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { ministryTexts } from '../texts/ministry.ts';
import { summaryTexts } from '../texts/summary.ts';
import { type MinistryContext, printed, writeTop } from './frame.ts';
import type { DirectionRows } from './rows-of-directions.ts';

const texts = ministryTexts.indicators;
const widths = [9, 62, 9, 11, 11, 11, 8, 9, 31, 34];

/** «Показатели»: every indicator of the school year with its parts and coverage, direction by direction. */
export function indicatorsSheet(context: MinistryContext, directions: readonly DirectionRows[]): PlanSheet {
  const sheet = draftSheet(ministryTexts.tabs.indicators, widths);
  writeTop(sheet, context, texts.title);
  const print = printed(context);
  if (directions.length === 0) {
    sheet.wide({ value: texts.none, style: 'text' });
    return sheet.finish({ tabColour: 'blue', print });
  }
  sheet.wide({ value: texts.help, style: 'help' });
  const h = texts.headings;
  const top = sheet.row(
    headings([
      h.no,
      h.name,
      h.unit,
      h.value,
      h.numerator,
      h.denominator,
      h.reported,
      h.expected,
      h.change,
      h.note,
    ]),
  );
  for (const { title, mechanism, rows } of directions) {
    sheet.wide({ value: texts.direction(title, mechanism), style: 'title' });
    for (const row of rows) {
      if (row.type === 'group') sheet.wide({ value: groupTitle(row), style: 'section' });
      else writeRow(sheet, row);
    }
  }
  return sheet.finish({
    tabColour: 'blue',
    freeze: { rows: top, columns: 2 },
    print: { ...print, repeatRows: [top, top], keep: [[1, top]] },
  });
}

function writeRow(sheet: SheetDraft, row: ValueRow): void {
  const { result } = row;
  sheet.row([
    ...leadingCells(row),
    valueCell(row),
    partCell(result.numerator),
    partCell(result.denominator),
    integer(result.reported, result.reported < result.expected ? 'attention' : 'unit'),
    integer(result.expected, 'unit'),
    trendCell(row),
    noteCell(row, noteOf(row)),
  ]);
}

/** The value, or in a word why there is none. */
export function valueCell(row: ValueRow): DraftCell {
  const { result, indicator } = row;
  return result.value === undefined
    ? text(texts.reasonsShort[result.reason] ?? ministryTexts.none, 'unit')
    : figure(result.value, indicator.unit !== '%', valueStyle(row));
}

function noteOf({ result, fewData, norm, indicator }: ValueRow): string {
  const parts =
    result.value === undefined
      ? [texts.reasons[result.reason] ?? '']
      : [...(fewData ? [texts.fewData] : []), ...(norm ? [summaryTexts.norm(norm, result.value)] : [])];
  if (indicator.negativeEffects) parts.push(texts.negative);
  return parts.filter((part) => part !== '').join('; ');
}
