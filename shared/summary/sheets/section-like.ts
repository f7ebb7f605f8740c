import { formatNumber } from '../../number/decimal.ts';
import type { PlanChart } from '../../plan/plan.ts';
import { sectionTexts } from '../../texts/sections.ts';
import type { LikeOrganisations } from '../like-organisations.ts';
import type { Section } from '../sections.ts';
import { shortTitle } from './indicator-words.ts';
import { shareAxis } from './share-axis.ts';
import type { SheetDraft } from './sheet-draft.ts';

const texts = sectionTexts.like;

/** Ids of a group's name and of its value of an indicator, on «Похожие организации». */
export const groupId = (section: Section, group: number, indicator?: number): string =>
  `like:${section.name}:${group}${indicator === undefined ? '' : `:${indicator}`}`;

/** One bar compares nothing, and a gap among the bars would look like a zero. */
export const canDrawLike = ({ groups }: LikeOrganisations): boolean =>
  groups.length > 1 && groups.every((group) => group.pooled[0]?.value !== undefined);

/** The groups of like organisations by the first indicator; the values stand on «Похожие организации». */
export function writeLikeChart(sheet: SheetDraft, section: Section, anchor: PlanChart['anchor']): void {
  const { groups, indicators } = section.like!;
  const first = indicators[0]!;
  const values = groups.map((group) => group.pooled[0]!.value!);
  const last = groups.length - 1;
  const { unit } = first.indicator;
  sheet.chart({
    type: 'bar',
    title: texts.chartTitle(Math.min(...values), Math.max(...values), unit, shortTitle(first, 70)),
    description: texts.description(
      groups.map((g, i) => `${g.title}: ${formatNumber(values[i]!)}`).join('; '),
    ),
    categories: { from: groupId(section, 0), to: groupId(section, last) },
    series: [
      {
        name: shortTitle(first),
        values: { from: groupId(section, 0, 0), to: groupId(section, last, 0) },
        colour: 'teal',
      },
    ],
    valueAxis: shareAxis(values),
    legend: false,
    dataLabels: true,
    anchor,
  });
}
