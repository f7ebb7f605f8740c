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

/**
 * Which of the indicators can be drawn: the first that every group has a value of, since a gap among the bars would look
 * like a zero; −1 where there is none. One group compares nothing.
 */
const drawnOf = ({ groups, indicators }: LikeOrganisations): number =>
  groups.length < 2
    ? -1
    : indicators.findIndex((_, i) => groups.every((group) => group.pooled[i]?.value !== undefined));

export const canDrawLike = (like: LikeOrganisations): boolean => drawnOf(like) >= 0;

/** The groups of like organisations by one indicator; the values stand on «Похожие организации». */
export function writeLikeChart(sheet: SheetDraft, section: Section, anchor: PlanChart['anchor']): void {
  const { groups, indicators } = section.like!;
  const at = drawnOf(section.like!);
  const drawn = indicators[at]!;
  const values = groups.map((group) => group.pooled[at]!.value!);
  const last = groups.length - 1;
  const { unit } = drawn.indicator;
  sheet.chart({
    type: 'bar',
    title: texts.chartTitle(Math.min(...values), Math.max(...values), unit, shortTitle(drawn, 70)),
    description: texts.description(
      groups.map((g, i) => `${g.title}: ${formatNumber(values[i]!)}`).join('; '),
    ),
    categories: { from: groupId(section, 0), to: groupId(section, last) },
    series: [
      {
        name: shortTitle(drawn),
        values: { from: groupId(section, 0, at), to: groupId(section, last, at) },
        colour: 'teal',
      },
    ],
    valueAxis: shareAxis(values),
    legend: false,
    dataLabels: true,
    anchor,
  });
}
