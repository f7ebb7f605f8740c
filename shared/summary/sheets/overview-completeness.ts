import { summaryTexts } from '../../texts/summary.ts';
import type { SummaryModel } from '../model.ts';
import type { FormCompleteness } from '../submission.ts';
import { figure, headings, integer, none, text } from './cells.ts';
import type { SheetDraft } from './sheet-draft.ts';

const texts = summaryTexts.overview;

/** How much of each form has come, the least complete first, with bars inside the cells. */
export function writeCompleteness(sheet: SheetDraft, model: SummaryModel, across: number): void {
  sheet.wide({ value: texts.completenessTitle, style: 'section' }, across);
  const { forms } = model.submission;
  const asked = forms.filter((f) => f.percent !== undefined);
  if (asked.length === 0) {
    const why = forms.length === 0 ? texts.matrixNone : texts.completenessNone;
    sheet.wide({ value: why, style: 'help' }, across);
    if (forms.length === 0) return;
  }
  sheet.wide({ value: texts.completenessNote, style: 'help' }, across);
  const top = sheet.row(headings(texts.completenessHeadings));
  // equal ones stay in printing order
  for (const form of [...asked].sort((a, b) => a.percent! - b.percent!)) writeForm(sheet, form);
  const last = sheet.at();
  if (last > top) {
    sheet.condition({
      range: { firstRow: top + 1, lastRow: last, firstColumn: percentColumn, lastColumn: percentColumn },
      rule: { type: 'bar' },
    });
  }
  for (const form of forms) if (form.percent === undefined) writeForm(sheet, form);
}

const percentColumn = 2;

function writeForm(sheet: SheetDraft, form: FormCompleteness): void {
  const isAsked = form.percent !== undefined;
  sheet.row([
    text(form.title, 'label'),
    isAsked ? figure(form.percent) : none(),
    isAsked ? integer(form.received, 'unit') : none(),
    isAsked ? integer(form.expected, 'unit') : none(),
    form.units === 0 ? none() : integer(form.complete, 'unit'),
    form.units === 0 ? none() : integer(form.units, 'unit'),
    form.nextDue === undefined ? none() : text(summaryTexts.submission.due(form.nextDue), 'unit'),
  ]);
}
