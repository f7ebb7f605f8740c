import type { PlanSheet } from '../../plan/plan.ts';
import { recordViewTexts } from '../../texts/record-views.ts';
import { periodText } from '../../texts/summary.ts';
import type { Rotation, Turn } from '../rotation.ts';
import type { Satisfaction } from '../survey-figures.ts';
import { figure, headings, integer, none, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';

const texts = recordViewTexts.surveys;
const chartRows = 13;
const colours = ['blue', 'teal', 'violet', 'green'] as const;

/** «Опросы и НОК»: who was asked and how many answered, satisfaction by quarters with a chart, whose turn it is. */
export function surveysSheet(context: TabContext): PlanSheet {
  const { rotation, satisfaction } = context.model;
  const columns = Math.max(texts.figureHeadings.length - 1, (rotation?.respondents.length ?? 0) + 1);
  const sheet = draftSheet(recordViewTexts.tabs.surveys, [44, ...Array.from({ length: columns }, () => 21)]);
  writeHead(sheet, context, texts.title);
  const print = { orientation: 'landscape', footer: footer(context) } as const;
  const keep: [number, number][] = [];
  if (!rotation && !satisfaction) {
    sheet.wide({ value: texts.off, style: 'text' });
    return sheet.finish({ tabColour: 'teal', print });
  }
  sheet.wide({ value: texts.help, style: 'help' });
  if (rotation) keep.push(kept(sheet, () => writeFigures(sheet, context)));
  keep.push(kept(sheet, () => writeQuarters(sheet, satisfaction, columns)));
  const start = sheet.at() + 2;
  const range = rotation && writeRotation(sheet, rotation);
  if (range) keep.push([start, Math.min(range[0] + 2, range[1])]);
  return sheet.finish({
    tabColour: 'teal',
    ...(range && {
      autoFilter: {
        firstRow: range[0],
        lastRow: range[1],
        firstColumn: 1,
        lastColumn: rotation.respondents.length + 2,
      },
    }),
    print: { ...print, keep },
  });
}

/** The rows that `write` appends. */
function kept(sheet: SheetDraft, write: () => void): [number, number] {
  sheet.gap();
  const first = sheet.at() + 1;
  write();
  return [first, sheet.at()];
}

const share = (value: number | undefined): DraftCell => (value === undefined ? none() : figure(value));

function writeFigures(sheet: SheetDraft, { model: { surveys, schoolYear } }: TabContext): void {
  sheet.wide({ value: texts.figures(schoolYear), style: 'section' });
  if (surveys.length === 0) {
    sheet.wide({ value: texts.noFigures(schoolYear), style: 'text' });
    return;
  }
  sheet.row(headings(texts.figureHeadings));
  for (const { title, surveys: count, asked, responded, rate, satisfied } of surveys)
    sheet.row([
      text(title, 'label'),
      integer(count),
      asked > 0 ? integer(asked) : none(),
      integer(responded),
      share(rate),
      share(satisfied),
    ]);
}

function writeQuarters(sheet: SheetDraft, found: Satisfaction | undefined, columns: number): void {
  sheet.wide({ value: texts.quarters, style: 'section' });
  if (!found) {
    sheet.wide({ value: texts.noQuarters, style: 'text' });
    return;
  }
  const { series, quarters } = found;
  const name = ({ members }: Satisfaction['series'][number]): string => members.join(', ');
  sheet.row([
    text(texts.recipient, 'heading'),
    ...quarters.map(
      ({ period }, q): DraftCell => ({
        value: periodText(period),
        style: 'heading',
        id: `satisfaction quarter ${q}`,
      }),
    ),
  ]);
  series.forEach((one, s) => {
    sheet.row([
      text(name(one), 'label'),
      ...quarters.map(({ values }, q): DraftCell => ({ ...share(values[s]), id: `satisfaction ${s} ${q}` })),
    ]);
  });
  const last = quarters.length - 1;
  const at = sheet.at();
  sheet.chart({
    type: 'column',
    title: texts.chart(periodText(quarters[last]!.period)),
    description: texts.chartDescription(series.map(name).join(', ')),
    categories: { from: 'satisfaction quarter 0', to: `satisfaction quarter ${last}` },
    series: series.map((one, s) => ({
      name: name(one),
      values: { from: `satisfaction ${s} 0`, to: `satisfaction ${s} ${last}` },
      colour: colours[s % colours.length]!,
    })),
    valueAxis: { min: 0, max: 100, format: 'integer' },
    legend: true,
    dataLabels: true,
    anchor: { fromColumn: 0, fromRow: at, toColumn: 1 + columns, toRow: at + chartRows },
  });
  sheet.gap(chartRows + 1);
}

/** Returns the rows of the table, headings first. */
function writeRotation(sheet: SheetDraft, { respondents, rows }: Rotation): [number, number] {
  sheet.gap();
  sheet.wide({ value: texts.rotation, style: 'section' });
  const turns = rows.map((row) => [...row.surveys, row.nok]);
  if (turns.flat().every(({ last }) => last === undefined)) sheet.wide({ value: texts.empty, style: 'help' });
  sheet.row([
    text(texts.totals, 'label'),
    ...[...respondents, undefined].map((_, column): DraftCell => {
      const asked = turns.map((turn) => turn[column]!).filter(({ state }) => state !== 'none');
      return text(texts.due(asked.filter(({ state }) => state === 'due').length, asked.length), 'unit');
    }),
  ]);
  const top = sheet.row(headings([texts.organisation, ...respondents.map((r) => r.title), texts.nok]));
  rows.forEach(({ organisation }, i) => {
    sheet.row([text(organisation.name, 'label'), ...turns[i]!.map(turnCell)]);
  });
  return [top, sheet.at()];
}

function turnCell({ state, last, next }: Turn): DraftCell {
  const { states } = texts;
  switch (state) {
    case 'none':
      return none();
    case 'done':
      return text(states.done(last!), 'good');
    case 'later':
      return text(states.later(last!, next!), 'unit');
    default:
      return text(last === undefined ? states.never : states.due(last), 'attention');
  }
}
