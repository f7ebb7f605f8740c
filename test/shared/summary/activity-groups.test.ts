import { describe, expect, it } from 'vitest';
import type { ActivityRow } from '../../../shared/activity/activity-rows.ts';
import type { ActivityStatus } from '../../../shared/activity/status.ts';
import type { Activity } from '../../../shared/catalog/types.ts';
import { activityLines } from '../../../shared/summary/activity-lines.ts';
import { progressOf } from '../../../shared/summary/sheets/activity-list-sheet.ts';

const activity = (id: string, parent = '', level: Activity['level'] = 'district'): Activity => ({
  roadmap: 'plan',
  id,
  direction: 'talents',
  section: '',
  no: id,
  title: `Мероприятие ${id}`,
  deadline: '',
  target: '',
  executors: '',
  documents: '',
  level,
  year: '',
  parent,
  evidenceInherited: false,
  note: '',
  origin: { file: 'test', line: 1 },
});

const row = (
  own: Activity,
  status: ActivityStatus,
  day: string,
  more: Partial<ActivityRow> = {},
): ActivityRow => ({
  activity: own,
  key: `plan/${own.id}@${day}`,
  district: 'd',
  unit: 'd',
  due: { day, nominal: day, begins: day, provisional: false, beforeApproval: false },
  status,
  ...more,
});

describe('activities that stand under one row', () => {
  const rows = [
    row(activity('1'), 'overdue', '2025-02-01'),
    row(activity('2'), 'not_applicable', '2025-03-01'),
    row(activity('2.1', '2'), 'overdue', '2025-03-01'),
    row(activity('2.2', '2'), 'overdue', '2025-01-01'),
    row(activity('2.3', '2'), 'done', '2025-01-01'),
    row(activity('3'), 'done', '2024-12-01'),
  ];
  const lines = activityLines(rows, (code) => code);

  it('keep together within their state, where the most pressing of them would stand', () => {
    expect(lines.map(({ activity: own }) => own.id)).toEqual(['2.2', '2.1', '1', '3', '2.3']);
  });

  it('name the row above them, which is no line itself', () => {
    expect(lines.map(({ parent }) => parent?.title ?? '')).toEqual([
      'Мероприятие 2',
      'Мероприятие 2',
      '',
      '',
      'Мероприятие 2',
    ]);
  });

  it('say of how many organisations the district has entered them', () => {
    const own = activity('4', '', 'organisation');
    const entered = (unit: string, file: string) => {
      const record = { record: 'activity', unit, schoolYear: '2024/25', no: 1, values: {}, place: { file } };
      return row(own, 'done', '2025-01-01', { unit, tracked: { said: 'done', row: record } });
    };
    const [line] = activityLines(
      [entered('s1', 's1.xlsx'), entered('s2', 'all.xlsx'), entered('s3', 'all.xlsx')],
      (code) => code,
      (file) => file === 'all.xlsx',
    );
    expect(progressOf(line!)).toBe('выполнили 3 из 3; внесено районом: 2');
  });
});
