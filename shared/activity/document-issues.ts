import type { Issue } from '../issue/issue.ts';
import type { ActivityRow } from './activity-rows.ts';

/**
 * Faults of the document itself, one per activity and district: a deadline printed earlier than the approval, a deadline
 * that cannot be read. Their place is `<roadmap>/<activity id>` (contracts §6).
 */
export function documentIssues(rows: readonly ActivityRow[]): Issue[] {
  const found = new Map<string, Issue>();
  for (const { activity, district, due, reason } of rows) {
    if (reason !== 'before_approval' && reason !== 'not_understood') continue;
    const place = { file: `${activity.roadmap}/${activity.id}` };
    const key = `${district}\n${place.file}`;
    if (found.has(key)) continue;
    found.set(
      key,
      reason === 'not_understood'
        ? {
            code: 'activity.deadline_not_understood',
            place,
            organisation: district,
            params: { deadline: activity.deadline },
          }
        : {
            code: 'activity.deadline_before_approval',
            place,
            organisation: district,
            params: { due: due?.day ?? '' },
          },
    );
  }
  return [...found.values()];
}
