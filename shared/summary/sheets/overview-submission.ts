import type { StyleName } from '../../plan/plan.ts';
import { summaryTexts } from '../../texts/summary.ts';
import type { SummaryModel } from '../model.ts';
import { partialPercent, type SubmissionCell, type SubmissionState } from '../submission.ts';
import { date, headings, none, text } from './cells.ts';
import type { DraftCell, SheetDraft } from './sheet-draft.ts';

const texts = summaryTexts.overview;
const words = summaryTexts.submission;

const styles: Readonly<Record<SubmissionState, StyleName>> = {
  complete: 'good',
  partial: 'attention',
  draft: 'attention',
  none: 'bad',
  waiting: 'unit',
  not_owed: 'muted',
};

/** Organisations × forms: who has sent what. */
export function writeSubmission(sheet: SheetDraft, model: SummaryModel, across: number): void {
  const { forms, rows } = model.submission;
  sheet.wide({ value: texts.matrixTitle, style: 'section' }, across);
  if (forms.length === 0) {
    sheet.wide({ value: texts.matrixNone, style: 'help' }, across);
    return;
  }
  sheet.wide({ value: texts.matrixLegend, style: 'help' }, across);
  sheet.row(headings([texts.matrixUnit, ...forms.map((f) => f.title), texts.matrixDate]));
  for (const row of rows) {
    sheet.row([
      text(row.name, 'label'),
      ...row.cells.map(stateCell),
      row.submittedOn === undefined ? none() : date(row.submittedOn, 'unit'),
    ]);
  }
}

function stateCell(cell: SubmissionCell): DraftCell {
  const { state } = cell;
  if (state === 'partial') return text(words.partial(partialPercent(cell)), styles.partial);
  if (state === 'waiting' && cell.nextDue !== undefined) return text(words.due(cell.nextDue), styles.waiting);
  return text(words.states[state], styles[state]);
}
