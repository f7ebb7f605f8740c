import { expect, it } from 'vitest';
import type { ActivityRow } from '../../../shared/activity/activity-rows.ts';
import type { ActivityStatus } from '../../../shared/activity/status.ts';
import type { Activity } from '../../../shared/catalog/types.ts';
import { tallyOf } from '../../../shared/summary/activity-tally.ts';
import { closedRoadmaps, partByClosing } from '../../../shared/summary/closed-roadmaps.ts';

const old = { orderNumber: '12', orderDate: '2022-12-20' };
const older = { orderNumber: '', orderDate: '2021-01-11' };

const row = (roadmap: string, status: ActivityStatus, day: string, more: Partial<ActivityRow> = {}) =>
  ({
    activity: { roadmap, direction: 'talents', level: 'district' } as Activity,
    ...{ key: `${roadmap}/1`, district: 'd', unit: 'd', status },
    ...(day !== '' && { due: { day, nominal: day, begins: day, provisional: false, beforeApproval: false } }),
    ...more,
  }) satisfies ActivityRow;
const judged = (verdict: 'met' | 'partly' | 'no_data') =>
  ({ target: { verdict } as NonNullable<ActivityRow['target']> }) as const;

const rows: readonly ActivityRow[] = [
  row('new', 'overdue', '2022-10-03'),
  row('new', 'done', '2022-09-30', judged('met')),
  row('old', 'done', '2022-05-31', { closed: old, ...judged('met') }),
  row('old', 'done_late', '2022-05-31', { closed: old, ...judged('partly') }),
  // the last day of the order still counts, the day after does not
  row('old', 'archived', '2022-12-20', { closed: old, ...judged('no_data') }),
  row('old', 'archived', '2022-12-21', { closed: old }),
  row('old', 'archived', '', { closed: old }),
  row('old', 'not_applicable', '2022-01-31', { closed: old }),
  row('oldest', 'done', '2020-12-31', { closed: older }),
];

it('counts roadmaps in force without those that were closed', () => {
  expect(tallyOf(partByClosing(rows).inForce)).toEqual({
    total: 2,
    statuses: { overdue: 1, done: 1 },
    verdicts: { met: 1 },
  });
});

it('tells what became of each closed roadmap, the earlier order first', () => {
  const none = { doneLate: 0, notDone: 0, fellAway: 0, targetsMet: 0, targetsJudged: 0 };
  expect(closedRoadmaps(partByClosing(rows).closed)).toEqual([
    { roadmap: 'oldest', closing: older, planned: 1, done: 1, ...none },
    {
      ...{ roadmap: 'old', closing: old, planned: 5 },
      ...{ done: 1, doneLate: 1, notDone: 1, fellAway: 2, targetsMet: 1, targetsJudged: 2 },
    },
  ]);
});
