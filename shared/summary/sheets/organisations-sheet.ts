import { formatNumber } from '../../number/decimal.ts';
import type { PlanSheet } from '../../plan/plan.ts';
import { summaryTexts } from '../../texts/summary.ts';
import type { Matrix, MatrixCell, MatrixEnd, MatrixRow } from '../matrix.ts';
import { figure, headings, none, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { indicatorTitle } from './indicator-words.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';
import { shortNames } from './short-names.ts';

const texts = summaryTexts.organisations;

/** So many organisations still print on A4 landscape; more go to further tabs. */
export const organisationsPerTab = 18;

interface Part {
  readonly first: number;
  readonly last: number;
  readonly name: string;
  readonly subtitle: string;
}

/** Equal parts of at most `organisationsPerTab`, in register order. */
function parts(count: number): Part[] {
  const name = summaryTexts.tabs.organisations;
  const n = Math.max(1, Math.ceil(count / organisationsPerTab));
  return Array.from({ length: n }, (_, i) => ({
    first: Math.floor((i * count) / n),
    last: Math.floor(((i + 1) * count) / n) - 1,
    name: i === 0 ? name : summaryTexts.furtherTab(name, i + 1),
    subtitle: n === 1 ? texts.title : `${texts.title}: ${texts.part(i + 1, n)}`,
  }));
}

/** «Организации»: indicators × organisations of the school year; the ends of each row are named, not only coloured. */
export function organisationsSheets(context: TabContext): PlanSheet[] {
  const { matrix } = context.model;
  return parts(matrix.organisations.length).map((part) => organisationsSheet(context, matrix, part));
}

function organisationsSheet(context: TabContext, matrix: Matrix, part: Part): PlanSheet {
  const shown = matrix.organisations.slice(part.first, part.last + 1);
  const widths = [8, 44, 8, 9, ...shown.map(() => nameWidth), 17, 17, 15];
  const sheet = draftSheet(part.name, widths);
  writeHead(sheet, context, part.subtitle);
  if (shown.length === 0) {
    sheet.wide({ value: texts.none, style: 'text' });
    return sheet.finish({ tabColour: 'teal', print: { orientation: 'landscape', footer: footer(context) } });
  }
  sheet.wide({ value: texts.help, style: 'help' });
  if (matrix.omitted.length > 0)
    sheet.wide({ value: texts.omitted(matrix.omitted.join('; ')), style: 'help' });
  writeLegend(sheet, widths.length);
  const h = texts.headings;
  const short = shortNames(matrix.organisations.map((o) => o.name));
  const names = new Map(matrix.organisations.map((o) => [o.code, short(o.name)]));
  const shownNames = shown.map((o) => names.get(o.code) ?? o.name);
  const top = sheet.row(
    headings([h.no, h.name, h.unit, h.district, ...shownNames, h.best, h.worst, h.difference]),
  );
  for (const row of matrix.rows) {
    if (row.type === 'group') {
      sheet.wide({ value: [row.no, row.title].filter((t) => t !== '').join('  '), style: 'section' });
      continue;
    }
    const at = sheet.row([
      text(row.isBelowTitle ? '' : row.indicator.no, 'unit'),
      text(indicatorTitle(row), 'label'),
      text(row.indicator.unit, 'unit'),
      districtCell(row),
      ...row.cells.slice(part.first, part.last + 1).map((cell) => matrixCell(cell, row)),
      ...endCells(row, names),
    ]);
    if (row.spread) {
      sheet.condition({
        range: { firstRow: at, lastRow: at, firstColumn: 5, lastColumn: 4 + shown.length },
        rule: { type: 'scale', better: row.indicator.better === 'lower' ? 'lower' : 'higher' },
      });
    }
  }
  return sheet.finish({
    tabColour: 'teal',
    freeze: { rows: top, columns: 2 },
    print: { orientation: 'landscape', repeatRows: [top, top], footer: footer(context) },
  });
}

/** Narrow, for the names of organisations wrap. */
const nameWidth = 9.5;

/** The colours and words of the matrix, shown on themselves. */
function writeLegend(sheet: SheetDraft, across: number): void {
  const { legend } = texts;
  const at = sheet.row([
    undefined,
    text(legend.title, 'unit'),
    undefined,
    text(legend.worse, 'unit'),
    // three shades of the scale of the rows below
    ...[1, 2, 3].map((value): DraftCell => ({ value, style: 'unit', format: 'blank' })),
    text(legend.better, 'unit'),
    text(texts.notOwed, 'locked'),
    text(legend.notOwed),
  ]);
  if (across > 10)
    sheet.merge({ firstRow: at, lastRow: at, firstColumn: 10, lastColumn: Math.min(across, 14) });
  sheet.condition({
    range: { firstRow: at, lastRow: at, firstColumn: 5, lastColumn: 7 },
    rule: { type: 'scale', better: 'higher' },
  });
}

function matrixCell(cell: MatrixCell, row: MatrixRow): DraftCell {
  if (cell.state === 'not_owed') return text(texts.notOwed, 'locked');
  if (cell.state === 'missing') {
    // no school has every grade: a breakdown by grade is no debt
    if (cell.reason === 'not_reported' && row.indicator.dims.includes('grade')) return none();
    const isGap = cell.reason === 'not_reported' || cell.reason === 'rejected';
    return text(summaryTexts.reasonShort[cell.reason] ?? '', isGap ? 'attention' : 'unit');
  }
  return figure(cell.value, row.indicator.unit !== '%', cell.fewData ? 'unit' : 'value');
}

function districtCell(row: MatrixRow): DraftCell {
  if (!row.district) return none();
  if (row.district.value === undefined)
    return text(summaryTexts.reasonShort[row.district.reason] ?? '', 'unit');
  return figure(row.district.value, row.indicator.unit !== '%');
}

function endCells(row: MatrixRow, names: ReadonlyMap<string, string>): DraftCell[] {
  if (!row.spread) return [none(), none(), none()];
  const end = ({ organisations, value }: MatrixEnd): DraftCell =>
    text(
      texts.end(
        organisations.map((code) => names.get(code) ?? code),
        formatNumber(value),
      ),
    );
  const { best, worst, difference } = row.spread;
  return [end(best), end(worst), text(summaryTexts.difference[difference], 'unit')];
}
