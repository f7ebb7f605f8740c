import type { PlanSheet, StyleName } from '../plan/plan.ts';
import { type AnswerCounts, addAnswers, answeredShare, noAnswers } from '../summary/answers.ts';
import { date, headings, integer, none, percent, text } from '../summary/sheets/cells.ts';
import { percentBars } from '../summary/sheets/percent-bars.ts';
import { type DraftCell, draftSheet } from '../summary/sheets/sheet-draft.ts';
import type { SubmissionRow } from '../summary/submission.ts';
import { ministryTexts } from '../texts/ministry.ts';
import { type MinistryContext, printed, writeTop } from './frame.ts';

const texts = ministryTexts.organisations;
const widths = [6, 58, 26, 26, 14, 14, 20, 14];
const percentColumn = 8;

/** «Организации»: who belongs to the district and how complete the reports are. */
export function organisationsSheet(context: MinistryContext): PlanSheet {
  const { units, submission } = context.model;
  const sheet = draftSheet(ministryTexts.tabs.organisations, widths);
  writeTop(sheet, context, texts.title);
  const print = printed(context);
  if (units.organisations.length === 0) {
    sheet.wide({ value: texts.none, style: 'text' });
    return sheet.finish({ tabColour: 'teal', print });
  }
  sheet.wide({ value: texts.help, style: 'help' });
  const top = sheet.row(headings(texts.headings));
  const rows = new Map(submission.rows.map((row) => [row.unit, row]));
  units.organisations.forEach(({ code, name, types, programmes }, i) => {
    const row = rows.get(code);
    const answers = row?.cells.reduce<AnswerCounts>(addAnswers, noAnswers) ?? noAnswers;
    const { decision, submittedOn } = row ?? {};
    sheet.row([
      integer(i + 1, 'unit'),
      text(name, 'label'),
      text(types.map((type) => texts.types[type] ?? type).join(', '), 'unit'),
      text(programmes.join(', ') || ministryTexts.none, 'unit'),
      submittedOn === undefined ? none() : date(submittedOn, 'unit'),
      decision?.kind === 'accepted' ? date(decision.day, 'unit') : none(),
      stateCell(row),
      percent(answeredShare(answers)),
    ]);
  });
  percentBars(sheet, top + 1, [percentColumn]);
  return sheet.finish({
    tabColour: 'teal',
    freeze: { rows: top, columns: 2 },
    autoFilter: { firstRow: top, lastRow: sheet.at(), firstColumn: 1, lastColumn: widths.length },
    print: { ...print, repeatRows: [top, top] },
  });
}

/** A draft and a returned report are reports that have not been handed in. */
function stateCell(row: SubmissionRow | undefined): DraftCell {
  const { states } = texts;
  const cell = (words: string, style: StyleName): DraftCell => text(words, style);
  switch (row?.state) {
    case undefined:
    case 'not_owed':
      return cell(states.not_owed, 'unit');
    case 'complete':
      return cell(states.complete, 'good');
    case 'partial':
      return cell(states.partial, 'attention');
    case 'waiting':
      return cell(states.waiting, 'unit');
    default:
      return cell(states.none, 'bad');
  }
}
