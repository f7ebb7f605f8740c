import type { Activity, Catalog, Criterion, ExpectedResult, Roadmap } from '../../shared/catalog/types.ts';

/** Everything that one document prints. */
export interface RoadmapRows {
  readonly activities: readonly Activity[];
  readonly results: readonly ExpectedResult[];
  readonly criteria: readonly Criterion[];
}

export const rowsOf = ({ activities, expectedResults, criteria }: Catalog, { id }: Roadmap): RoadmapRows => ({
  activities: activities.filter((row) => row.roadmap === id),
  results: expectedResults.filter((row) => row.roadmap === id),
  criteria: criteria.filter((row) => row.roadmap === id),
});

/** How many rows of each kind are digitised, a line per document; notes tell what is odd about a row. */
export function roadmapCounts(catalog: Catalog): string[] {
  return [
    '| дорожная карта | район | мероприятий | ожидаемых результатов | критериев | примечаний |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
    ...[...catalog.roadmaps.values()].map((roadmap) => {
      const { activities, results, criteria } = rowsOf(catalog, roadmap);
      const notes = [...activities, ...criteria.filter((c) => !c.evidenceInherited)].filter(
        (row) => row.note !== '',
      ).length;
      return `| \`${roadmap.id}\` | ${roadmap.district} | ${activities.length} | ${results.length} | ${criteria.length} | ${notes} |`;
    }),
  ];
}
