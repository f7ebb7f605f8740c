import type { CalendarEntry } from '../form-calendar/form-calendar.ts';
import { completeness, type Report, tally, timeliness } from '../form-calendar/report.ts';
import { formatNumber } from '../number/decimal.ts';
import type { PlanSheet } from '../plan/plan.ts';
import { date as dateCell, headings, integer, none, percent, text } from '../summary/sheets/cells.ts';
import { percentBars } from '../summary/sheets/percent-bars.ts';
import { type DraftCell, draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { calendarTexts } from '../texts/form-calendar.ts';
import { ministryTexts } from '../texts/ministry.ts';
import { periodText } from '../texts/summary.ts';
import { type MinistryContext, printed, writeTop } from './frame.ts';

const texts = ministryTexts.completeness;
const widths = [58, 24, 20, 15, 13, 13, 13, 13];

/** «Полнота сведений»: how much of each form has come, with a chart; then each form and period with its deadline. */
export function completenessSheet(context: MinistryContext): PlanSheet {
  const { calendar, submission } = context.model;
  const sheet = draftSheet(ministryTexts.tabs.completeness, widths);
  writeTop(sheet, context, texts.title);
  const print = printed(context);
  if (submission.forms.length === 0) {
    sheet.wide({ value: texts.none, style: 'text' });
    return sheet.finish({ tabColour: 'teal', print });
  }
  sheet.wide({ value: texts.help, style: 'help' });
  const breaks = writeForms(sheet, context);
  sheet.wide({ value: texts.byPeriod, style: 'section' });
  const top = sheet.row(headings(texts.periodHeadings));
  for (const entry of calendar.entries) writeEntry(sheet, entry, context.model.date);
  percentBars(sheet, top + 1, [7, 8]);
  return sheet.finish({ tabColour: 'teal', print: { ...print, breaks } });
}

/** Reports that are due on the day: those to come are no gap. */
const isDue = ({ punctuality, isComplete }: Report): boolean => isComplete || punctuality !== 'ahead';

/** Returns the rows after which a page begins. */
function writeForms(sheet: SheetDraft, { model }: MinistryContext): number[] {
  const { calendar, submission } = model;
  sheet.wide({ value: texts.byForm, style: 'section' });
  const top = sheet.row(headings(texts.headings));
  const drawn: { readonly title: string; readonly percent: number }[] = [];
  for (const form of submission.forms) {
    const reports = calendar.entries
      .filter((entry) => entry.form.code === form.code)
      .flatMap((entry) => entry.reports.filter(isDue));
    const counts = tally(reports);
    const isAsked = form.percent !== undefined;
    const place = drawn.length;
    if (isAsked) drawn.push({ title: form.title, percent: form.percent });
    const id = (part: string): { id?: string } => (isAsked ? { id: `form:${place}${part}` } : {});
    sheet.row([
      { ...text(form.title, 'label'), ...id('') },
      counts.expected === 0 ? none() : integer(counts.expected, 'unit'),
      counts.expected === 0 ? none() : integer(counts.received, 'unit'),
      percent(completeness(counts)),
      counts.expected === 0 ? none() : percent(timeliness(counts)),
      isAsked ? integer(form.expected, 'unit') : none(),
      isAsked ? integer(form.received, 'unit') : none(),
      { ...percent(form.percent), ...id(':percent') },
    ]);
  }
  percentBars(sheet, top + 1, [4, 5, 8]);
  const breaks = [sheet.at()];
  // a gap among the forms would break the range of the chart
  const isWhole = drawn.length === submission.forms.length;
  if (!isWhole || drawn.length < 2) return breaks;
  const at = sheet.at();
  const height = Math.max(14, Math.ceil(1.25 * drawn.length) + 4);
  sheet.chart({
    type: 'bar',
    title: texts.chart,
    description: texts.chartDescription(
      drawn.map(({ title, percent: value }) => `${title}: ${formatNumber(value)} %`).join('; '),
    ),
    categories: { from: 'form:0', to: `form:${drawn.length - 1}` },
    series: [
      {
        name: texts.headings[7]!,
        values: { from: 'form:0:percent', to: `form:${drawn.length - 1}:percent` },
        colour: 'teal',
      },
    ],
    valueAxis: { min: 0, max: 100, format: 'integer' },
    legend: false,
    dataLabels: true,
    anchor: { fromColumn: 0, fromRow: at, toColumn: widths.length, toRow: at + height },
  });
  sheet.gap(height);
  breaks.push(sheet.at());
  return breaks;
}

function writeEntry(sheet: SheetDraft, entry: CalendarEntry, day: string): void {
  const { form, period, lastDay, reports } = entry;
  const counts = tally(reports);
  const isPast = lastDay !== undefined && lastDay < day;
  const due: DraftCell =
    lastDay === undefined ? text(calendarTexts.noDue, 'unit') : dateCell(lastDay, 'unit');
  sheet.row([
    text(form.title, 'label'),
    text(periodText(period.key, true), 'unit'),
    text(calendarTexts.who(form.level, form.orgTypes), 'unit'),
    due,
    integer(counts.expected, 'unit'),
    integer(counts.received, 'unit'),
    percent(completeness(counts)),
    isPast ? percent(timeliness(counts)) : none(),
  ]);
}
