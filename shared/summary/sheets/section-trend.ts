import type { PlanChart } from '../../plan/plan.ts';
import { sectionTexts } from '../../texts/sections.ts';
import { lasting } from '../highlights.ts';
import type { ValueRow } from '../indicator-rows.ts';
import type { Section } from '../sections.ts';
import type { TabContext } from './head.ts';
import { seriesName } from './indicator-words.ts';
import { valueId, yearId } from './section-sheet.ts';
import { levelAxis } from './share-axis.ts';
import type { SheetDraft } from './sheet-draft.ts';

const texts = sectionTexts.trend;

/** Lines of the shares with a value in every year, the noticeable changes first; false where there are none. */
export function writeTrend(
  sheet: SheetDraft,
  { model }: TabContext,
  section: Section,
  anchor: PlanChart['anchor'],
): boolean {
  const first = model.indicators.years[0];
  const rows = lasting({ ...model.indicators, rows: section.rows }, 4);
  if (first === undefined || rows.length === 0) return false;
  const now = model.schoolYear;
  const noticeable = (sign: number) =>
    rows.filter((r) => r.trend?.difference === 'noticeable' && r.trend.judgement === sign).length;
  sheet.chart({
    type: 'line',
    title: texts.title(noticeable(1), noticeable(-1), rows.length),
    description: texts.description(rows.map(seriesName).join('; ')),
    categories: { from: yearId(section, first), to: yearId(section, now) },
    series: rows.map((row) => ({
      name: seriesName(row),
      values: { from: valueId(row, first), to: valueId(row, now) },
    })),
    valueAxis: levelAxis(rows.flatMap(valuesOf)),
    legend: true,
    dataLabels: true,
    anchor,
  });
  return true;
}

const valuesOf = (row: ValueRow): number[] => [row.result.value!, ...row.past.map((p) => p.value!)];
