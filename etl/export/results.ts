import type { ResultRow } from '../../shared/results/aggregate.ts';
import type { ExportTable } from './table.ts';

/** `export results`: counts and shares (percent) of marks at three levels. */
export const resultsTable = (results: readonly ResultRow[]): ExportTable => ({
  header: [
    ...['school_year', 'procedure', 'subject', 'grade', 'stage', 'level', 'unit', 'participants'],
    ...['mark2', 'mark3', 'mark4', 'mark5', 'share2', 'share3', 'share4', 'share5', 'reported', 'expected'],
  ],
  rows: results.map((r) => [
    ...[r.schoolYear, r.procedure, r.subject, r.grade, r.stage, r.level, r.unit, r.participants],
    ...[r.mark2, r.mark3, r.mark4, r.mark5, r.share2, r.share3, r.share4, r.share5, r.reported, r.expected],
  ]),
});
