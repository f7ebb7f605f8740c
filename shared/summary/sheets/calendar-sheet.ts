import { burdens, cellsByMonth, cellsOf } from '../../form-calendar/burden.ts';
import type { CalendarEntry, FormCalendar } from '../../form-calendar/form-calendar.ts';
import { completeness, type ReportTally, tally, timeliness } from '../../form-calendar/report.ts';
import type { PlanSheet } from '../../plan/plan.ts';
import { calendarTexts as texts } from '../../texts/form-calendar.ts';
import { periodText } from '../../texts/summary.ts';
import { date as dateCell, figure, headings, integer, none, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';

const widths = [11, 46, 17, 15, 11, 11, 9, 9, 11, 9, 9, 9, 9, 23];
/** Columns of the two percentages, 1-based. */
const percents = [11, 13] as const;

/** «Календарь форм»: forms by deadline with their burden, completeness and timeliness; then by month and by unit. */
export function calendarSheet(context: TabContext): PlanSheet {
  const { calendar, date } = context.model;
  const sheet = draftSheet(texts.tab, widths);
  writeHead(sheet, context, texts.title);
  const print = { orientation: 'landscape', footer: footer(context) } as const;
  const reports = calendar.entries.flatMap((e) => e.reports);
  if (reports.length === 0) {
    sheet.wide({ value: texts.none, style: 'text' });
    return sheet.finish({ tabColour: 'teal', print });
  }
  const { asked, optional } = cellsOf(reports);
  const forms = new Set(calendar.entries.map((e) => e.form.code)).size;
  sheet.wide(text(texts.total(forms, tally(reports).expected, asked, optional), 'label'));
  sheet.wide({ value: texts.help, style: 'help' });
  const top = sheet.row(headings(texts.headings));
  for (const entry of calendar.entries) writeEntry(sheet, entry, date);
  bars(sheet, top);
  const last = sheet.at();
  const breaks = [last];
  sheet.gap();
  writeMonths(sheet, calendar);
  sheet.gap();
  writeBurdens(sheet, calendar, date);
  return sheet.finish({
    tabColour: 'teal',
    freeze: { rows: top, columns: 2 },
    autoFilter: { firstRow: top, lastRow: last, firstColumn: 1, lastColumn: widths.length },
    print: { ...print, repeatRows: [top, top], breaks },
  });
}

function bars(sheet: SheetDraft, top: number): void {
  for (const column of percents) {
    const range = { firstRow: top + 1, lastRow: sheet.at(), firstColumn: column, lastColumn: column };
    sheet.condition({ range, rule: { type: 'bar' } });
  }
}

const share = (value: number | undefined): DraftCell => (value === undefined ? none() : figure(value));

function writeEntry(sheet: SheetDraft, entry: CalendarEntry, date: string): void {
  const { form, period, asOf, due, lastDay, reports } = entry;
  const counts = tally(reports);
  const { asked, optional } = cellsOf(reports);
  const each = reports.map((r) => r.asked);
  const isPast = lastDay !== undefined && lastDay < date;
  sheet.row([
    dueCell(due, lastDay),
    text(form.title, 'label'),
    text(periodText(period.key), 'text'),
    text(texts.who(form.level, form.orgTypes), 'text'),
    asOf === undefined ? none() : dateCell(asOf, 'unit'),
    integer(counts.expected, 'unit'),
    text(texts.cells(Math.min(...each), Math.max(...each)), 'unit'),
    integer(asked, 'unit'),
    optional === 0 ? none() : integer(optional, 'unit'),
    integer(counts.received),
    share(completeness(counts)),
    lastDay === undefined ? none() : integer(counts.onTime),
    isPast ? share(timeliness(counts)) : none(),
    stateCell(counts, lastDay, isPast),
  ]);
}

function dueCell(due: string | undefined, lastDay: string | undefined): DraftCell {
  if (lastDay === undefined) return text(texts.noDue, 'unit');
  const cell = dateCell(lastDay, 'unit');
  return due === undefined || due === lastDay ? cell : { ...cell, note: texts.moved(due) };
}

function stateCell(counts: ReportTally, lastDay: string | undefined, isPast: boolean): DraftCell {
  const { states } = texts;
  const { expected, received, late, overdue } = counts;
  if (expected === 0) return text(states.optional, 'unit');
  if (received === expected) {
    if (lastDay === undefined) return text(states.all, 'good');
    return late > 0 ? text(states.allLate(late), 'attention') : text(states.allOnTime, 'good');
  }
  if (isPast) return text(states.overdue(overdue), 'bad');
  return lastDay === undefined
    ? text(states.open(expected - received), 'attention')
    : text(states.ahead(received + counts.partial), 'unit');
}

/** Months in which cells fall due, with a chart beside: when it gets crowded. */
function writeMonths(sheet: SheetDraft, calendar: FormCalendar): void {
  const rows = cellsByMonth(calendar).filter(({ asked }) => asked > 0);
  if (rows.length === 0) return;
  sheet.wide({ value: texts.monthsTitle, style: 'section' });
  const at = sheet.at();
  sheet.row(headings(texts.monthsHeadings), { from: 2 });
  rows.forEach(({ month, asked }, i) => {
    sheet.row(
      [
        { ...text(texts.month(month), 'label'), id: `calendar:month:${i}` },
        { ...integer(asked), id: `calendar:cells:${i}` },
      ],
      { from: 2 },
    );
  });
  if (rows.length === 1) return;
  const last = rows.length - 1;
  const height = Math.max(14, rows.length + 1);
  sheet.chart({
    type: 'column',
    title: texts.monthsTitle,
    description: texts.monthsDescription,
    categories: { from: 'calendar:month:0', to: `calendar:month:${last}` },
    series: [
      {
        name: texts.monthsSeries,
        values: { from: 'calendar:cells:0', to: `calendar:cells:${last}` },
        colour: 'teal',
      },
    ],
    valueAxis: { min: 0, format: 'integer' },
    dataLabels: true,
    anchor: { fromColumn: 3, fromRow: at, toColumn: widths.length, toRow: at + height },
  });
  sheet.gap(Math.max(0, height - rows.length - 1));
}

function writeBurdens(sheet: SheetDraft, calendar: FormCalendar, date: string): void {
  const rows = burdens(calendar, date);
  sheet.wide({ value: texts.burdenTitle, style: 'section' });
  sheet.wide({ value: texts.burdenHelp, style: 'help' });
  const top = sheet.row(headings(texts.burdenHeadings));
  rows.forEach((row, i) => {
    const { due } = row;
    sheet.row([
      integer(i + 1, 'unit'),
      text(row.name, 'label'),
      integer(row.forms, 'unit'),
      integer(row.reports, 'unit'),
      integer(row.asked, 'unit'),
      row.optional === 0 ? none() : integer(row.optional, 'unit'),
      integer(due.expected, 'unit'),
      integer(due.partial, 'unit'),
      integer(due.overdue, 'unit'),
      integer(due.received),
      share(completeness(due)),
      integer(due.onTime),
      share(timeliness(due)),
      unitState(due),
    ]);
  });
  bars(sheet, top);
}

const unitState = (due: ReportTally): DraftCell =>
  text(
    texts.unitState(due),
    due.expected === 0 ? 'unit' : due.overdue > 0 ? 'bad' : due.late > 0 ? 'attention' : 'good',
  );
