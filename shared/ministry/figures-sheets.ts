import type { PlanSheet } from '../plan/plan.ts';
import type { MatrixCell, MatrixRow } from '../summary/matrix.ts';
import { figure, headings, none, text } from '../summary/sheets/cells.ts';
import { indicatorTitle } from '../summary/sheets/indicator-words.ts';
import { type DraftCell, draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { shortNames } from '../summary/sheets/short-names.ts';
import { ministryTexts } from '../texts/ministry.ts';
import { type MinistryContext, printed, writeTop } from './frame.ts';

const texts = ministryTexts.figures;
const { reasonsShort } = ministryTexts.indicators;

/** So many organisations print on A4 landscape; more go to further tabs. */
const organisationsPerTab = 18;

/** «Показатели организаций»: indicators × organisations, in register order, neither coloured nor ranked. */
export function figuresSheets(context: MinistryContext): PlanSheet[] {
  const { organisations } = context.model.organisations;
  const isKnown = context.model.organisations.rows.some((row) => row.type === 'value');
  if (organisations.length === 0 || !isKnown) return [];
  const count = Math.ceil(organisations.length / organisationsPerTab);
  return Array.from({ length: count }, (_, i) => {
    const first = Math.floor((i * organisations.length) / count);
    const last = Math.floor(((i + 1) * organisations.length) / count);
    return figuresSheet(context, i, count, first, last);
  });
}

function figuresSheet(
  context: MinistryContext,
  part: number,
  parts: number,
  first: number,
  last: number,
): PlanSheet {
  const { organisations, rows } = context.model.organisations;
  const name = ministryTexts.tabs.figures;
  const shown = organisations.slice(first, last);
  const widths = [8, 50, 8, 9, ...shown.map(() => 9.5)];
  const sheet = draftSheet(part === 0 ? name : ministryTexts.furtherTab(name, part + 1), widths);
  const title = parts === 1 ? texts.title : `${texts.title}: ${texts.part(part + 1, parts)}`;
  writeTop(sheet, context, title);
  sheet.wide({ value: texts.help(context.model.minimum), style: 'help' });
  const short = shortNames(organisations.map((one) => one.name));
  const h = texts.headings;
  const top = sheet.row(headings([h.no, h.name, h.unit, h.district, ...shown.map((one) => short(one.name))]));
  for (const row of rows) {
    if (row.type === 'group')
      sheet.wide({
        value: [row.no, row.title].filter((part) => part !== '').join('  '),
        style: 'section',
      });
    else writeRow(sheet, row, first, last);
  }
  return sheet.finish({
    tabColour: 'teal',
    freeze: { rows: top, columns: 2 },
    print: { ...printed(context), repeatRows: [top, top], keep: [[1, top]] },
  });
}

function writeRow(sheet: SheetDraft, row: MatrixRow, first: number, last: number): void {
  const { district, indicator } = row;
  sheet.row([
    text(row.isBelowTitle ? '' : indicator.no, 'unit'),
    text(indicatorTitle(row), 'label'),
    text(indicator.unit, 'unit'),
    district?.value === undefined ? none() : figure(district.value, indicator.unit !== '%'),
    ...row.cells.slice(first, last).map((cell) => cellOf(cell, row)),
  ]);
}

function cellOf(cell: MatrixCell, { indicator }: MatrixRow): DraftCell {
  if (cell.state === 'not_owed') return text(texts.notOwed, 'locked');
  if (cell.state === 'missing') {
    // no school has every grade: a breakdown by grade is no debt
    if (cell.reason === 'not_reported' && indicator.dims.includes('grade')) return none();
    const word = cell.reason === 'too_few' ? texts.tooFew : reasonsShort[cell.reason];
    return text(word ?? ministryTexts.none, 'unit');
  }
  if (indicator.kind === 'presence') return text(texts.presence(cell.value), 'unit');
  return figure(cell.value, indicator.unit !== '%', cell.fewData ? 'unit' : 'value');
}
