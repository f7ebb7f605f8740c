import type { PlanSheet } from '../../plan/plan.ts';
import { summaryTexts } from '../../texts/summary.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { writeCompleteness } from './overview-completeness.ts';
import { writeFigures, writeLinks } from './overview-figures.ts';
import { writeComparison, writeSpread } from './overview-indicators.ts';
import { writePriorities } from './overview-priorities.ts';
import { writeSubmission } from './overview-submission.ts';
import { draftSheet } from './sheet-draft.ts';

/** Columns of the page: names, then figures. */
const nameWidth = 50;
const figureWidth = 16;
const figureColumns = 8;

/**
 * «Обзор», a page of A4 for each question: how things stand and what has changed; what to do first and what is
 * missing; how the organisations differ; who has sent what.
 */
export function overviewSheet(context: TabContext, tabs: readonly string[]): PlanSheet {
  const { model } = context;
  const sheet = draftSheet(summaryTexts.tabs.overview, [
    nameWidth,
    ...Array.from({ length: figureColumns }, () => figureWidth),
  ]);
  const across = 1 + figureColumns;
  const breaks: number[] = [];
  const newPage = (): void => {
    sheet.gap();
    breaks.push(sheet.at());
  };
  writeHead(sheet, context, summaryTexts.title, across);
  sheet.gap();
  writeFigures(sheet, model, across);
  writeLinks(sheet, tabs, across);
  writeComparison(sheet, model, across);
  newPage();
  writePriorities(sheet, model, across);
  sheet.gap();
  writeCompleteness(sheet, model, across);
  newPage();
  writeSpread(sheet, model, across);
  newPage();
  writeSubmission(sheet, model, across);
  return sheet.finish({
    tabColour: 'green',
    print: { orientation: 'landscape', breaks, footer: footer(context) },
  });
}
