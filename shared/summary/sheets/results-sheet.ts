import type { PlanSheet } from '../../plan/plan.ts';
import type { ResultRow } from '../../results/aggregate.ts';
import { summaryTexts } from '../../texts/summary.ts';
import type { AssessmentTable, AssessmentWork } from '../assessments.ts';
import { figure, headings, integer, none, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';
import { shortNames } from './short-names.ts';

const texts = summaryTexts.results;
const marks = [2, 3, 4, 5] as const;
/** More works than this make columns too thin to read. */
const chartLimit = 12;
const markColours = { 2: 'red', 3: 'amber', 4: 'teal', 5: 'blue' } as const;

const share = (row: ResultRow, mark: 2 | 3 | 4 | 5): number | undefined =>
  ({ 2: row.share2, 3: row.share3, 4: row.share4, 5: row.share5 })[mark];

/** «Результаты»: shares of marks of each work, up to three school years beside each other. Undefined without results. */
export function resultsSheet(context: TabContext): PlanSheet | undefined {
  const { assessments } = context.model;
  const latest = assessments.years[assessments.years.length - 1];
  if (latest === undefined) return undefined;
  const widths = [36, ...assessments.years.flatMap(() => [11, 10.5, 10.5, 10.5, 10.5]), 9.5];
  const sheet = draftSheet(summaryTexts.tabs.results, widths);
  writeHead(sheet, context, texts.title);
  sheet.wide({ value: texts.help, style: 'help' });
  writeChart(sheet, assessments, latest, widths);
  sheet.row([
    { value: '', style: 'heading' },
    ...assessments.years.flatMap((year): DraftCell[] => [
      { value: year, style: 'heading' },
      ...marks.map(() => ({ style: 'heading' as const })),
    ]),
    { value: '', style: 'heading' },
  ]);
  const at = sheet.at();
  assessments.years.forEach((_, i) => {
    sheet.merge({ firstRow: at, lastRow: at, firstColumn: 2 + i * 5, lastColumn: 6 + i * 5 });
  });
  const top = sheet.row(
    headings([
      texts.work,
      ...assessments.years.flatMap(() => [texts.participants, ...marks.map(texts.mark)]),
      texts.coverage,
    ]),
  );
  assessments.works.forEach((work, i) => {
    sheet.row([
      { value: workTitle(context, work), style: 'label', id: `work:${i}` },
      ...work.years.flatMap((row, y) => yearCells(row, y === assessments.years.length - 1 ? i : undefined)),
      coverage(work.years[work.years.length - 1]),
    ]);
  });
  const breaks: number[] = [];
  writeOrganisations(sheet, context, latest, breaks);
  return sheet.finish({
    tabColour: 'violet',
    freeze: { rows: 0, columns: 1 },
    print: {
      orientation: 'landscape',
      footer: footer(context),
      breaks,
      ...(assessments.works.length > 30 && { repeatRows: [top, top] as const }),
    },
  });
}

const workTitle = ({ titleOf }: TabContext, work: AssessmentWork, isProcedureKnown = false): string =>
  [
    isProcedureKnown ? '' : titleOf('procedure', work.procedure),
    titleOf('subject', work.subject),
    work.grade === '' ? '' : texts.grade(work.grade),
    work.stage,
  ]
    .filter((part) => part !== '')
    .join(', ');

function yearCells(row: ResultRow | undefined, chartRow: number | undefined): DraftCell[] {
  return [
    row ? integer(row.participants) : none(),
    ...marks.map((mark): DraftCell => {
      const known = row && share(row, mark);
      const cell = known === undefined ? none() : figure(known);
      return chartRow === undefined ? cell : { ...cell, id: `work:${chartRow}:${mark}` };
    }),
  ];
}

const coverage = (row: ResultRow | undefined): DraftCell =>
  row
    ? text(
        summaryTexts.indicators.coverage(row.reported, row.expected),
        row.reported < row.expected ? 'attention' : 'unit',
      )
    : none();

function writeChart(
  sheet: SheetDraft,
  table: AssessmentTable,
  latest: string,
  widths: readonly number[],
): void {
  // works of the latest year stand first
  const current = table.works.flatMap((w) => w.years[w.years.length - 1] ?? []);
  const shown = Math.min(chartLimit, current.length);
  if (!current.slice(0, shown).some((row) => row.participants > 0)) return;
  if (shown < current.length) sheet.wide({ value: texts.chartLimit(shown, current.length), style: 'help' });
  const at = sheet.at();
  const rows = 20;
  sheet.chart({
    type: 'stacked',
    title: texts.chartTitle(latest),
    description: texts.chartDescription(marks.map((mark) => texts.markSeries(mark)).join(', ')),
    categories: { from: 'work:0', to: `work:${shown - 1}` },
    series: marks.map((mark) => ({
      name: texts.markSeries(mark),
      values: { from: `work:0:${mark}`, to: `work:${shown - 1}:${mark}` },
      colour: markColours[mark],
    })),
    valueAxis: { min: 0, max: 100, format: 'integer' },
    legend: true,
    dataLabels: true,
    anchor: { fromColumn: 0, fromRow: at, toColumn: widths.length, toRow: at + rows },
  });
  sheet.gap(rows + 1);
}

type Shown = (row: ResultRow) => number | undefined;

const good: Shown = ({ share4, share5 }) =>
  share4 === undefined || share5 === undefined ? undefined : share4 + share5;

/** Organisations × works of the latest year: how many wrote, how many failed, how many did well. */
function writeOrganisations(sheet: SheetDraft, context: TabContext, latest: string, breaks: number[]): void {
  const works = context.model.assessments.works.filter((w) => w.organisations.length > 0);
  if (works.length === 0) return;
  sheet.gap();
  breaks.push(sheet.at());
  sheet.wide({ value: texts.byOrganisation(latest), style: 'section' });
  sheet.wide({ value: texts.byOrganisationHelp, style: 'help' });
  const blocks = Math.ceil(works.length / worksPerBlock);
  for (let block = 0; block < blocks; block++) {
    const from = Math.floor((block * works.length) / blocks);
    const part = works.slice(from, Math.floor(((block + 1) * works.length) / blocks));
    if (block > 0) sheet.gap();
    writeBlock(sheet, context, part, texts.shareTwo, (row) => row.share2, 'lower');
    sheet.gap();
    writeBlock(sheet, context, part, texts.shareGood, good, 'higher');
    sheet.gap();
    writeBlock(sheet, context, part, texts.participantsBlock, (row) => row.participants, undefined);
  }
}

/** So many works stand beside each other on a page. */
const worksPerBlock = 12;
/** Below this many people a share says little (comparison.ts). */
const fewPeople = 30;

function writeBlock(
  sheet: SheetDraft,
  context: TabContext,
  works: readonly AssessmentWork[],
  title: string,
  shown: Shown,
  better: 'higher' | 'lower' | undefined,
): void {
  const known = works.filter((w) => w.organisations.some(({ row }) => shown(row) !== undefined));
  if (known.length === 0) return;
  const procedures = new Set(known.map((w) => w.procedure));
  const one = procedures.size === 1 ? context.titleOf('procedure', known[0]!.procedure) : undefined;
  sheet.row(
    headings([
      one === undefined ? title : `${one}. ${title}`,
      ...known.map((work) => workTitle(context, work, one !== undefined)),
    ]),
  );
  const short = shortNames(context.model.assessments.organisations);
  const top = sheet.at();
  for (const name of context.model.assessments.organisations) {
    const rows = known.map((w) => w.organisations.find((o) => o.name === name)?.row);
    if (rows.some((row) => row !== undefined))
      sheet.row([text(short(name), 'label'), ...rows.map((row) => cell(row, shown, better))]);
  }
  const last = sheet.at();
  if (better === undefined) return;
  known.forEach((_, i) => {
    sheet.condition({
      range: { firstRow: top + 1, lastRow: last, firstColumn: 2 + i, lastColumn: 2 + i },
      rule: { type: 'scale', better },
    });
  });
  sheet.row([
    text(texts.district, 'label'),
    ...known.map((work) => cell(work.years[work.years.length - 1], shown, better)),
  ]);
}

function cell(row: ResultRow | undefined, shown: Shown, better: 'higher' | 'lower' | undefined): DraftCell {
  const value = row && shown(row);
  if (row === undefined || value === undefined) return none();
  if (better === undefined) return integer(value);
  return figure(value, false, row.participants < fewPeople ? 'unit' : 'value');
}
