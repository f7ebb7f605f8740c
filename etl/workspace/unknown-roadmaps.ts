import type { Catalog } from '../../shared/catalog/types.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import { nearest } from '../../shared/texts/nearest.ts';
import { workspaceTexts as texts } from '../../shared/texts/workspace.ts';
import type { DistrictRow } from './read-districts.ts';

/** A roadmap that a district works by and of which the catalogue holds nothing. */
export interface UnknownRoadmap {
  readonly district: string;
  /** Of districts.csv. */
  readonly line: number;
  readonly id: string;
  /** The known id that was probably meant. */
  readonly near?: string;
  readonly known: readonly string[];
}

/**
 * Ids of the column `roadmap` of districts.csv of which the catalogue has neither the roadmap itself nor an indicator (a
 * region's list of indicators may have a name of its own). Not an error, since a district may be waiting for its plan; yet a slip
 * there would leave it without activities and without a word about it.
 */
export function unknownRoadmaps(
  districts: readonly DistrictRow[],
  { roadmaps, indicators }: Pick<Catalog, 'roadmaps' | 'indicators'>,
): UnknownRoadmap[] {
  const known = new Set(roadmaps.keys());
  for (const indicator of indicators) for (const id of indicator.roadmaps) known.add(id);
  const ids = [...known].sort();
  return districts.flatMap(({ district: { code, roadmaps: own }, line }) =>
    own
      .filter((id) => !known.has(id))
      .map((id) => {
        const near = nearest(id, ids);
        return { district: code, line, id, ...(near !== undefined && { near }), known: ids };
      }),
  );
}

/** Each as an issue of its row. */
export const unknownRoadmapIssues = (unknown: readonly UnknownRoadmap[]): Issue[] =>
  unknown.map(({ district, line, id, near }) => ({
    code: 'roadmap.unknown',
    place: { file: 'districts.csv', line },
    organisation: district,
    raw: id.slice(0, 200),
    ...(near !== undefined && { params: { near } }),
  }));

/** What to tell a person about them, in as many lines; empty where every id is known. */
export const unknownRoadmapLines = (unknown: readonly UnknownRoadmap[]): string[] => {
  const known = unknown[0]?.known;
  return known === undefined
    ? []
    : [
        ...unknown.map(({ district, id, near }) => texts.unknownPlan(district, id, near)),
        texts.unknownPlanHint(known),
      ];
};
