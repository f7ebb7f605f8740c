import type { StyleName } from '../../plan/plan.ts';
import { rosterTexts } from '../../texts/roster.ts';
import { summaryTexts } from '../../texts/summary.ts';
import type { SummaryModel } from '../model.ts';
import {
  partialPercent,
  type SubmissionCell,
  type SubmissionRow,
  type SubmissionState,
} from '../submission.ts';
import { date, headings, none, text } from './cells.ts';
import type { DraftCell, SheetDraft } from './sheet-draft.ts';

const texts = summaryTexts.overview;
const words = summaryTexts.submission;
const { onBehalf } = rosterTexts.summary;

const styles: Readonly<Record<SubmissionState, StyleName>> = {
  complete: 'good',
  partial: 'attention',
  returned: 'bad',
  draft: 'attention',
  none: 'bad',
  waiting: 'unit',
  not_owed: 'locked',
};

/** More forms than this go into a further block, so that the page stays readable. */
const formsPerBlock = 7;

/** Organisations × forms: who has sent what. */
export function writeSubmission(sheet: SheetDraft, model: SummaryModel, across: number): void {
  const { forms, rows } = model.submission;
  sheet.wide({ value: texts.matrixTitle, style: 'section' }, across);
  if (forms.length === 0) {
    sheet.wide({ value: texts.matrixNone, style: 'help' }, across);
    return;
  }
  sheet.wide({ value: texts.matrixLegend, style: 'help' }, across);
  const blocks = Math.ceil(forms.length / formsPerBlock);
  for (let block = 0; block < blocks; block++) {
    if (block > 0) sheet.gap();
    const from = Math.floor((block * forms.length) / blocks);
    const to = Math.floor(((block + 1) * forms.length) / blocks);
    const titles = forms.slice(from, to).map((f) => f.title);
    sheet.row(headings([texts.matrixUnit, texts.matrixDate, ...titles]));
    for (const row of rows) {
      const cells = row.cells.slice(from, to);
      // a row of «не требуется» says nothing
      if (cells.every((c) => c.state === 'not_owed')) continue;
      sheet.row([
        row.onBehalf === 0
          ? text(row.name, 'label')
          : { ...text(row.name, 'label'), detail: onBehalf(row.onBehalf) },
        reportCell(row),
        ...cells.map(stateCell),
      ]);
    }
  }
}

/** The day of handing in, or what the district made of the report. */
function reportCell({ submittedOn, decision }: SubmissionRow): DraftCell {
  if (decision)
    return text(words.decided(decision.kind, decision.day), decision.kind === 'accepted' ? 'good' : 'bad');
  return submittedOn === undefined ? none() : date(submittedOn, 'unit');
}

function stateCell(cell: SubmissionCell): DraftCell {
  const { state } = cell;
  if (state === 'partial') return text(words.partial(partialPercent(cell)), styles.partial);
  if (state === 'waiting' && cell.nextDue !== undefined) return text(words.due(cell.nextDue), styles.waiting);
  return text(words.states[state], styles[state]);
}
