import type { PlanSheet } from '../../plan/plan.ts';
import { summaryTexts } from '../../texts/summary.ts';
import type { SummaryModel } from '../model.ts';
import { integer, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { writeCompleteness } from './overview-completeness.ts';
import { writeComparison, writeSpread } from './overview-indicators.ts';
import { writePriorities } from './overview-priorities.ts';
import { writeSubmission } from './overview-submission.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';

const texts = summaryTexts.overview;

/** Columns of the page: names, then figures. */
const nameWidth = 42;
const figureWidth = 17.5;
const figureColumns = 8;

/** «Обзор»: how things stand, what to do first, who has sent what, and the two or three most telling pictures. */
export function overviewSheet(context: TabContext, tabs: readonly string[]): PlanSheet {
  const { model } = context;
  const sheet = draftSheet(summaryTexts.tabs.overview, [
    nameWidth,
    ...Array.from({ length: figureColumns }, () => figureWidth),
  ]);
  const across = 1 + figureColumns;
  writeHead(sheet, context, summaryTexts.title, across);
  sheet.gap();
  writeFigures(sheet, model, tabs);
  sheet.gap();
  writePriorities(sheet, model, across);
  sheet.gap();
  writeCompleteness(sheet, model, across);
  sheet.gap();
  writeSubmission(sheet, model, across);
  sheet.gap();
  writeComparison(sheet, model, across);
  sheet.gap();
  writeSpread(sheet, model, across);
  return sheet.finish({ tabColour: 'green', print: { orientation: 'landscape', footer: footer(context) } });
}

/** Key figures on the left, links to the other tabs on the right. */
function writeFigures(sheet: SheetDraft, model: SummaryModel, tabs: readonly string[]): void {
  const { submission, issues, indicators } = model;
  const asked = submission.rows.filter((r) => r.state !== 'waiting');
  const inState = (...states: readonly string[]) => asked.filter((r) => states.includes(r.state)).length;
  const values = indicators.rows.flatMap((r) => (r.type === 'value' && r.isWholeYear ? [r.result] : []));
  const known = values.filter((r) => r.value !== undefined).length;
  const { received, expected } = submission.total;
  const silent = inState('none', 'draft');
  const figures: [string, DraftCell][] = [
    [texts.units, integer(asked.length, 'unit')],
    [`    ${texts.complete}`, integer(inState('complete'), 'unit')],
    [`    ${texts.partial}`, integer(inState('partial'), 'unit')],
    [`    ${texts.none}`, integer(silent, silent > 0 ? 'bad' : 'unit')],
    [texts.answers, text(texts.answersValue(received, expected), 'unit')],
    [texts.indicators, text(texts.answersValue(known, values.length), 'unit')],
    [texts.errors, integer(issues.counts.error, issues.counts.error > 0 ? 'bad' : 'unit')],
    [texts.warnings, integer(issues.counts.warning, issues.counts.warning > 0 ? 'attention' : 'unit')],
  ];
  const top = sheet.row([
    { value: texts.figures, style: 'section' },
    { style: 'section' },
    { style: 'section' },
    undefined,
    { value: texts.links, style: 'section' },
    { style: 'section' },
    { style: 'section' },
  ]);
  sheet.merge({ firstRow: top, lastRow: top, firstColumn: 1, lastColumn: 3 });
  sheet.merge({ firstRow: top, lastRow: top, firstColumn: 5, lastColumn: 7 });
  figures.forEach(([label, cell], i) => {
    const tab = tabs[i];
    const link: DraftCell | undefined =
      tab === undefined ? undefined : { value: tab, style: 'link', link: { sheet: tab, cell: 'A1' } };
    const { value: _, ...empty } = cell;
    const at = sheet.row([text(label, 'label'), cell, empty, undefined, link]);
    sheet.merge({ firstRow: at, lastRow: at, firstColumn: 2, lastColumn: 3 });
    if (link) sheet.merge({ firstRow: at, lastRow: at, firstColumn: 5, lastColumn: 7 });
  });
}
