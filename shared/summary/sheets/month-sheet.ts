import type { PlanSheet } from '../../plan/plan.ts';
import { activityViewTexts } from '../../texts/activity-views.ts';
import type { ActivityProgress } from '../activity-progress.ts';
import { monthsAhead } from '../months-ahead.ts';
import { progressOf } from './activity-list-sheet.ts';
import { date, headings, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { draftSheet } from './sheet-draft.ts';
import { statusStyle } from './status-style.ts';

const texts = activityViewTexts.months;
const widths = [12, 9, 70, 22, 40];

/** «Календарь месяца»: what is due this month and the next, by executor. */
export function monthSheet(context: TabContext, { lines }: ActivityProgress): PlanSheet {
  const sheet = draftSheet(activityViewTexts.tabs.months, widths);
  writeHead(sheet, context, texts.title);
  sheet.wide({ value: texts.help, style: 'help' });
  for (const { month, executors } of monthsAhead(lines, context.model.date)) {
    sheet.wide({ value: texts.month(month), style: 'section' });
    if (executors.length === 0) sheet.wide(text(texts.none));
    else sheet.row(headings(texts.headings));
    for (const { executor, lines: own } of executors) {
      sheet.wide(text(executor, 'label'));
      for (const line of own) {
        sheet.row([
          date(line.due!, 'unit'),
          text(line.activity.no, 'unit'),
          text(line.activity.title),
          text(activityViewTexts.statuses[line.status], statusStyle[line.status]),
          text(progressOf(line)),
        ]);
      }
    }
    sheet.gap();
  }
  return sheet.finish({ tabColour: 'violet', print: { orientation: 'landscape', footer: footer(context) } });
}
