import { formatNumber } from '../number/decimal.ts';
import type { PlanChart, PlanSheet } from '../plan/plan.ts';
import { answeredShare } from '../summary/answers.ts';
import type { ValueRow } from '../summary/indicator-rows.ts';
import { figure, headings, integer, none, text } from '../summary/sheets/cells.ts';
import { type KeyFigure, placeFigures } from '../summary/sheets/overview-figures.ts';
import { writeComparison } from '../summary/sheets/overview-indicators.ts';
import { type DraftCell, draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { ministryTexts } from '../texts/ministry.ts';
import type { DirectionFacts } from './direction-facts.ts';
import { type MinistryContext, printed, writeTop } from './frame.ts';
import type { MinistryModel } from './model.ts';

const texts = ministryTexts.overview;
const widths = [50, 11, 15, 13, 13, 15, 15, 13, 17, 15];
const across = widths.length;
/** Height of the chart that has a page with its table. */
const comparisonRows = 21;

/** «Обзор»: what this is, how things stand, a line per direction; on the second page what has changed. */
export function overviewSheet(context: MinistryContext): PlanSheet {
  const { model } = context;
  const sheet = draftSheet(ministryTexts.tabs.overview, widths);
  writeTop(sheet, context, texts.title, across);
  sheet.wide({ value: texts.what, style: 'text' }, across);
  sheet.gap();
  placeFigures(sheet, keyFigures(model), across);
  sheet.gap();
  if (model.directions.length === 0) {
    sheet.wide({ value: texts.nothing, style: 'text' }, across);
    return sheet.finish({ tabColour: 'green', print: printed(context) });
  }
  writeDirections(sheet, model);
  const breaks = [sheet.at()];
  writeComparison(sheet, model, across, comparisonRows);
  breaks.push(sheet.at());
  writeShares(sheet, model.directions);
  return sheet.finish({ tabColour: 'green', print: { ...printed(context), breaks } });
}

const share = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : (100 * part) / whole;

function keyFigures({ submission, indicators, activities, directions }: MinistryModel): KeyFigure[] {
  const shown = (value: string): DraftCell => ({ value, style: 'figure' });
  const asked = submission.rows.filter((r) => r.state !== 'waiting');
  const complete = asked.filter((r) => r.state === 'complete').length;
  const { received, expected } = submission.total;
  const answered = answeredShare(submission.total);
  const values = indicators.rows.filter((r): r is ValueRow => r.type === 'value' && r.isWholeYear);
  const known = values.filter((r) => r.result.value !== undefined).length;
  const sum = (of: (facts: DirectionFacts) => number): number =>
    directions.reduce((total, facts) => total + of(facts), 0);
  const links = sum((f) => f.ofLinks);
  return [
    {
      value: shown(ministryTexts.ofAll(complete, asked.length)),
      caption: texts.figures.organisations,
      style: 'unit',
    },
    {
      // rounded down: what is not all there is not 100 %
      value: shown(
        answered === undefined ? ministryTexts.none : `${formatNumber(Math.floor(10 * answered) / 10)} %`,
      ),
      caption: texts.figures.answers(received, expected),
      style: 'unit',
    },
    {
      value: shown(ministryTexts.ofAll(known, values.length)),
      caption: texts.figures.indicators,
      style: 'unit',
    },
    {
      value: shown(`${sum((f) => f.better)} / ${sum((f) => f.worse)}`),
      caption: texts.figures.changes,
      style: 'unit',
    },
    ...(activities && activities.total.total > 0
      ? [
          {
            value: shown(
              ministryTexts.ofAll(
                sum((f) => f.done),
                activities.total.total,
              ),
            ),
            caption: texts.figures.activities(sum((f) => f.overdue)),
            style: 'unit' as const,
          },
        ]
      : []),
    ...(links > 0
      ? [
          {
            value: shown(
              ministryTexts.ofAll(
                sum((f) => f.links),
                links,
              ),
            ),
            caption: texts.figures.links,
            style: 'unit' as const,
          },
        ]
      : []),
  ];
}

/** A line per canonical direction: the words by which districts with different documents compare. */
function writeDirections(sheet: SheetDraft, { directions }: MinistryModel): void {
  sheet.wide({ value: texts.directions, style: 'section' }, across);
  sheet.wide({ value: texts.directionsHelp, style: 'help' }, across);
  const pair = (part: number, whole: number): DraftCell =>
    whole === 0 ? none() : text(ministryTexts.ofAll(part, whole), 'unit');
  const count = (value: number, of: number, style: 'good' | 'bad'): DraftCell =>
    of === 0 ? none() : integer(value, value > 0 ? style : 'unit');
  sheet.row(headings(texts.headings));
  for (const facts of directions) {
    const answered = answeredShare(facts.answers);
    sheet.row([
      text(facts.direction.title, 'label'),
      text(facts.direction.mechanism || ministryTexts.none, 'unit'),
      pair(facts.known, facts.indicators),
      count(facts.better, facts.indicators, 'good'),
      count(facts.worse, facts.indicators, 'bad'),
      answered === undefined ? none() : figure(answered, false, 'unit'),
      pair(facts.done, facts.planned),
      count(facts.overdue, facts.planned, 'bad'),
      pair(facts.targetsMet, facts.targetsJudged),
      pair(facts.links, facts.ofLinks),
    ]);
  }
}

/** Three shares of every direction side by side, with the figures they are drawn from. */
function writeShares(sheet: SheetDraft, directions: readonly DirectionFacts[]): void {
  const series = [
    { code: 'answers', colour: 'blue', of: (f: DirectionFacts) => answeredShare(f.answers) },
    { code: 'done', colour: 'teal', of: (f: DirectionFacts) => share(f.done, f.planned) },
    { code: 'links', colour: 'amber', of: (f: DirectionFacts) => share(f.links, f.ofLinks) },
  ] as const;
  const used = series.filter(({ of }) => directions.some((facts) => of(facts) !== undefined));
  if (used.length === 0) return;
  sheet.wide({ value: texts.shares, style: 'section' }, across);
  const at = sheet.at();
  const height = 18;
  const last = directions.length - 1;
  const chart: PlanChart = {
    type: 'column',
    title: texts.shares,
    description: texts.sharesDescription,
    categories: { from: 'share:0', to: `share:${last}` },
    series: used.map(({ code, colour }) => ({
      name: texts.shareSeries[code],
      values: { from: `share:0:${code}`, to: `share:${last}:${code}` },
      colour,
    })),
    valueAxis: { min: 0, max: 100, format: 'integer' },
    legend: true,
    anchor: { fromColumn: 0, fromRow: at, toColumn: across, toRow: at + height },
  };
  sheet.chart(chart);
  sheet.gap(height);
  sheet.row(headings([texts.headings[0]!, ...used.map(({ code }) => `${texts.shareSeries[code]}, %`)]));
  directions.forEach((facts, i) => {
    sheet.row([
      {
        ...text(facts.direction.short || facts.direction.title, 'label'),
        id: `share:${i}`,
      },
      ...used.map(({ code, of }): DraftCell => {
        const value = of(facts);
        return { ...(value === undefined ? none() : figure(value)), id: `share:${i}:${code}` };
      }),
    ]);
  });
}
