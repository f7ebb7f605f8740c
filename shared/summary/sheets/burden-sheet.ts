import { burdens, cellsByMonth, type UnitBurden } from '../../form-calendar/burden.ts';
import type { FormCalendar } from '../../form-calendar/form-calendar.ts';
import { completeness, type ReportTally, timeliness } from '../../form-calendar/report.ts';
import type { PlanSheet } from '../../plan/plan.ts';
import { calendarTexts as texts } from '../../texts/form-calendar.ts';
import { headings, integer, none, percent, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { percentBars } from './percent-bars.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';

const widths = [5, 46, 10, 11, 11, 11, 11, 10, 10, 10, 10, 10, 10, 24];
/** Columns of the two percentages, 1-based. */
const percents = [11, 13];

/** So many units fit a page. */
const onePage = 25;

/** «Сроки и нагрузка»: each unit's burden over the school year and how it keeps to deadlines; cells by month. */
export function burdenSheet(context: TabContext): PlanSheet | undefined {
  const { calendar, date } = context.model;
  const rows = burdens(calendar, date);
  if (rows.length === 0) return undefined;
  const sheet = draftSheet(texts.burdenTab, widths);
  writeHead(sheet, context, texts.burdenTitle);
  const top = writeBurdens(sheet, rows);
  const last = sheet.at();
  sheet.gap();
  writeMonths(sheet, calendar);
  return sheet.finish({
    tabColour: 'teal',
    freeze: { rows: top, columns: 2 },
    autoFilter: { firstRow: top, lastRow: last, firstColumn: 1, lastColumn: widths.length },
    print: {
      orientation: 'landscape',
      // the chart on a page of its own; headings above it only where the table needs them on its further pages
      breaks: [last],
      ...(rows.length > onePage && { repeatRows: [top, top] as const }),
      footer: footer(context),
    },
  });
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

/** Returns the row of the headings. */
function writeBurdens(sheet: SheetDraft, rows: readonly UnitBurden[]): number {
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
      integer(due.received, 'unit'),
      percent(completeness(due)),
      integer(due.onTime, 'unit'),
      percent(timeliness(due)),
      unitState(due),
    ]);
  });
  percentBars(sheet, top + 1, percents);
  return top;
}

const unitState = (due: ReportTally): DraftCell =>
  text(
    texts.unitState(due),
    due.expected === 0 ? 'unit' : due.overdue > 0 ? 'bad' : due.late > 0 ? 'attention' : 'good',
  );
