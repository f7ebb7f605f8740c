import { cellsOf } from '../../form-calendar/burden.ts';
import type { CalendarEntry } from '../../form-calendar/form-calendar.ts';
import { completeness, type ReportTally, tally, timeliness } from '../../form-calendar/report.ts';
import type { PlanSheet } from '../../plan/plan.ts';
import { calendarTexts as texts } from '../../texts/form-calendar.ts';
import { periodText } from '../../texts/summary.ts';
import { date as dateCell, headings, integer, none, percent, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { percentBars } from './percent-bars.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';

const widths = [11, 50, 18, 15, 11, 11, 9, 9, 11, 9, 9, 9, 9, 24];
/** Columns of the two percentages, 1-based. */
const percents = [11, 13];

/** «Календарь форм»: forms and periods by deadline, with their burden, completeness and timeliness. */
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
  percentBars(sheet, top + 1, percents);
  const last = sheet.at();
  return sheet.finish({
    tabColour: 'teal',
    freeze: { rows: top, columns: 2 },
    autoFilter: { firstRow: top, lastRow: last, firstColumn: 1, lastColumn: widths.length },
    print: { ...print, repeatRows: [top, top] },
  });
}

function writeEntry(sheet: SheetDraft, entry: CalendarEntry, date: string): void {
  const { form, period, asOf, due, lastDay, reports } = entry;
  const counts = tally(reports);
  const { asked, optional } = cellsOf(reports);
  const each = reports.map((r) => r.asked);
  const isPast = lastDay !== undefined && lastDay < date;
  sheet.row([
    dueCell(due, lastDay),
    text(form.title, 'label'),
    text(periodText(period.key, true), 'text'),
    text(texts.who(form.level, form.orgTypes), 'text'),
    asOf === undefined ? none() : dateCell(asOf, 'unit'),
    integer(counts.expected, 'unit'),
    text(texts.cells(Math.min(...each), Math.max(...each)), 'unit'),
    integer(asked, 'unit'),
    optional === 0 ? none() : integer(optional, 'unit'),
    integer(counts.received, 'unit'),
    percent(completeness(counts)),
    lastDay === undefined ? none() : integer(counts.onTime, 'unit'),
    isPast ? percent(timeliness(counts)) : none(),
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
