import type { Direction } from '../../catalog/types.ts';
import type { LinkCoverage, LinkState } from '../../cycle/coverage.ts';
import type { Colour, PlanSheet } from '../../plan/plan.ts';
import { managementTexts } from '../../texts/management.ts';
import type { Management } from '../management.ts';
import { headings, integer, none, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { stateCell } from './management-cells.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';
import { categoryId, countId, stackedCounts } from './stacked-counts.ts';

const texts = managementTexts.cycle;
const stateColours: readonly (readonly [LinkState, Colour])[] = [
  ['yes', 'green'],
  ['partly', 'amber'],
  ['no', 'red'],
  ['unknown', 'grey'],
];

/** Direction, a column per link, sums. */
export const cycleWidths = (links: number): number[] => [
  26,
  ...Array.from({ length: links }, () => 16.5),
  ...[11, 9, 10, 9, 9],
];

const isThere = ({ state }: LinkCoverage): boolean => state === 'yes' || state === 'partly';
const nameOf = ({ short, title }: Direction): string => short || title;

/** «Управленческий цикл»: direction × link for the district, in how many organisations, and what is missing. */
export function cycleSheet(context: TabContext, model: Management): PlanSheet | undefined {
  const { coverage, links } = model;
  const own = coverage.filter(({ level }) => level === 'district');
  if (own.length === 0) return undefined;
  const sheet = draftSheet(managementTexts.tabs.cycle, cycleWidths(links.length));
  writeHead(sheet, context, texts.title);
  sheet.wide({ value: texts.help, style: 'help' });
  const keep = writeCycle(sheet, model, own);
  writeMissing(sheet, model, own);
  const below = coverage.filter(({ level }) => level === 'organisation');
  if (below.length > 0) keep.push(writeCycleBelow(sheet, model, below));
  return sheet.finish({
    tabColour: 'violet',
    freeze: { rows: 0, columns: 1 },
    print: { orientation: 'landscape', footer: footer(context), keep },
  });
}

const directionsIn = ({ directions }: Management, rows: readonly LinkCoverage[]): readonly Direction[] => {
  const named = new Set(rows.map(({ direction }) => direction));
  return directions.filter(({ id }) => named.has(id));
};

/** Direction × link of the district, with a chart; returns what stands on one page. */
export function writeCycle(
  sheet: SheetDraft,
  model: Management,
  own: readonly LinkCoverage[],
): [number, number][] {
  const { links } = model;
  sheet.gap();
  sheet.wide({ value: texts.district, style: 'section' });
  const first = sheet.at();
  sheet.row(
    headings([
      texts.direction,
      ...links.map(({ title }) => title),
      texts.closed,
      ...stateColours.map(([state]) => managementTexts.states[state]),
    ]),
  );
  const shown = directionsIn(model, own);
  shown.forEach((direction, i) => {
    const cells = links.map(({ member }) =>
      own.find((one) => one.direction === direction.id && one.link === member),
    );
    const known = cells.filter((cell): cell is LinkCoverage => cell !== undefined);
    sheet.row([
      { ...text(nameOf(direction), 'label'), id: categoryId('cycle', i) },
      ...cells.map((cell): DraftCell => (cell ? stateCell(cell.state) : none())),
      text(texts.ofAll(known.filter(isThere).length, links.length), 'unit'),
      ...stateColours.map(
        ([state]): DraftCell => ({
          ...integer(known.filter((cell) => cell.state === state).length, 'unit'),
          id: countId('cycle', i, state),
        }),
      ),
    ]);
  });
  const table: [number, number] = [first, sheet.at()];
  sheet.gap();
  const chart = stackedCounts(sheet, {
    name: 'cycle',
    rows: shown.length,
    series: stateColours.map(([code, colour]) => ({ code, colour, title: managementTexts.states[code] })),
    title: texts.chart(own.filter(isThere).length, own.length),
    description: texts.chartDescription,
    columns: 10,
  });
  return [table, chart];
}

/** The links that are not wholly there, with the reason and what to do. */
function writeMissing(sheet: SheetDraft, model: Management, own: readonly LinkCoverage[]): void {
  sheet.wide({ value: texts.missing, style: 'section' });
  const gaps = own.filter(({ state }) => state !== 'yes');
  if (gaps.length === 0) {
    sheet.wide({ value: texts.nothingMissing, style: 'good' });
    return;
  }
  const at = sheet.row(spread(headings(texts.missingHeadings)));
  mergeMissing(sheet, at);
  const titles = new Map(model.links.map(({ member, title }) => [member, title]));
  for (const direction of directionsIn(model, own)) {
    const ofDirection = gaps.filter((one) => one.direction === direction.id);
    const silent = ofDirection.filter(isSilent);
    const write = (cells: readonly DraftCell[]): void =>
      mergeMissing(sheet, sheet.row(spread([text(nameOf(direction), 'label'), ...cells])));
    for (const gap of ofDirection.filter((one) => !isSilent(one)))
      write([
        text(titles.get(gap.link) ?? gap.link),
        stateCell(gap.state),
        text(whyText(gap)),
        text(texts.todo[gap.link] ?? texts.todoOther),
      ]);
    if (silent.length > 0)
      write([
        text(silent.map(({ link }) => titles.get(link) ?? link).join('; ')),
        stateCell('unknown'),
        text(`${texts.why.nothing}.`),
        text(texts.todoUnknown),
      ]);
  }
  sheet.gap();
}

/** Nothing at all speaks of the link. */
const isSilent = ({ state, criteria, activities, expected }: LinkCoverage): boolean =>
  state === 'unknown' && criteria.length + activities.length + expected.length === 0;

/** Direction, link over three columns, state, why over four, what to do over the rest. */
const places = [1, 2, 5, 6, 10];
const lastColumn = 15;

const spread = (cells: readonly DraftCell[]): (DraftCell | undefined)[] => {
  const row: (DraftCell | undefined)[] = [];
  cells.forEach((cell, i) => {
    const end = (places[i + 1] ?? lastColumn + 1) - 1;
    for (let column = places[i]!; column <= end; column++)
      row[column - 1] =
        column === places[i] ? cell : { ...(cell.style !== undefined && { style: cell.style }) };
  });
  return row;
};

function mergeMissing(sheet: SheetDraft, row: number): void {
  places.forEach((firstColumn, i) => {
    const last = (places[i + 1] ?? lastColumn + 1) - 1;
    if (last > firstColumn) sheet.merge({ firstRow: row, lastRow: row, firstColumn, lastColumn: last });
  });
}

function whyText({ criteria, activities, expected }: LinkCoverage): string {
  const { why } = texts;
  const numbers = (status: string): string[] =>
    criteria.filter((row) => row.status === status).map((row) => row.item.criterion.no.replace(/\.$/, ''));
  const notMet = numbers('not_met');
  const partly = numbers('partly');
  const unanswered = numbers('no_data').length;
  const overdue = [
    ...new Set(
      activities.filter((row) => row.status === 'overdue').map((row) => row.activity.no.replace(/\.$/, '')),
    ),
  ];
  const open = activities.filter(({ status }) => !['done', 'done_late', 'overdue'].includes(status)).length;
  const missed = expected.filter(({ status }) => status === 'not_met').length;
  const parts = [
    ...(missed > 0 ? [why.expected(missed)] : []),
    ...(notMet.length > 0 ? [why.criteria(notMet)] : []),
    ...(partly.length > 0 ? [why.partly(partly)] : []),
    ...(overdue.length > 0 ? [why.overdue(overdue)] : []),
    ...(unanswered > 0 ? [why.unanswered(unanswered)] : []),
    ...(open > 0 ? [why.open(open)] : []),
  ];
  return parts.length > 0 ? `${parts.join('; ')}.` : `${why.nothing}.`;
}

/** In how many organisations each link is there. */
export function writeCycleBelow(
  sheet: SheetDraft,
  model: Management,
  below: readonly LinkCoverage[],
): [number, number] {
  const first = sheet.at() + 1;
  sheet.wide({ value: texts.organisations, style: 'section' });
  sheet.row(headings([texts.direction, ...model.links.map(({ title }) => title)]));
  for (const direction of directionsIn(model, below)) {
    const own = below.filter((one) => one.direction === direction.id);
    sheet.row([
      text(nameOf(direction), 'label'),
      ...model.links.map(({ member }) => {
        const rows = own.filter(({ link }) => link === member);
        const there = rows.filter(isThere).length;
        const unknown = rows.filter(({ state }) => state === 'unknown').length;
        if (unknown === rows.length) return text(managementTexts.states.unknown, 'unit');
        return text(
          texts.ofAll(there, rows.length),
          there === rows.length ? 'good' : there === 0 ? 'bad' : 'attention',
        );
      }),
    ]);
  }
  return [first, sheet.at()];
}
