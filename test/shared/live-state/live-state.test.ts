import { describe, expect, it } from 'vitest';
import { mailboxesOf } from '../../../shared/live-state/mailboxes.ts';
import { readState } from '../../../shared/live-state/read-state.ts';
import { liveReport } from '../../../shared/live-state/return-sheets.ts';
import { stateSheet } from '../../../shared/live-state/state-sheet.ts';
import { liveState } from '../../../shared/submission/live-report.ts';
import { type Decision, standings } from '../../../shared/submission/standing.ts';

const rowsOf = (sheet: ReturnType<typeof stateSheet>) =>
  sheet.rows.map(({ cells }) => cells.map(({ value }) => value));

describe('_state', () => {
  const report = { errors: 1, warnings: 2, office: ['office@district.test'] };

  it('comes back as it was written, however long', () => {
    const remark = 'Проверьте. '.repeat(9000);
    const long = { ...report, decision: { kind: 'returned', day: '2025-10-21', remark } } as const;
    const rows = rowsOf(stateSheet([['report', 's1', long]]));
    expect(rows[0]!.length).toBeGreaterThan(4);
    expect(readState(rows, 'report').get('s1')).toEqual(long);
    expect(readState(rows, 'night').size).toBe(0);
  });

  it('leaves out what somebody damaged', () => {
    const rows = [['report', 's1', '{"errors":'], ['report', 's2', '7'], [], ['report', 's3', '{}']];
    expect([...readState(rows, 'report').keys()]).toEqual(['s3']);
  });

  it('tells a decision only while it holds', () => {
    const file = 'https://docs.google.com/spreadsheets/d/x';
    const decided = { file, decidedOn: '2025-10-21', remark: 'Проверьте.' };
    expect(liveReport({ unit: 's1', report: { state: 'submitted', file } }, []).decision).toBeUndefined();
    expect(liveReport({ unit: 's1', report: { state: 'returned', ...decided } }, []).decision).toEqual({
      kind: 'returned',
      day: '2025-10-21',
      remark: 'Проверьте.',
    });
  });
});

describe('mailboxes of an office', () => {
  it.each([
    [{ email: 'a@s.test' }, ['a@s.test']],
    [{ google: 'a@s.test, b@s.test;c@s.test', email: 'a@s.test' }, ['a@s.test', 'b@s.test', 'c@s.test']],
    [{ email: 'нет' }, []],
    [{ email: 'a@s' }, []],
    [{}, []],
  ] as const)('%j', (row, expected) => {
    expect(mailboxesOf(row)).toEqual(expected);
  });
});

describe('where a report stands between two nights', () => {
  const days = ['2025-10-20', '2025-10-21', '2025-10-22'];
  const cases = days.flatMap((submittedOn) =>
    days.flatMap((day) => (['accepted', 'returned'] as const).map((kind) => ({ submittedOn, day, kind }))),
  );

  it.each(cases)(
    '$kind on $day, handed in on $submittedOn: as the night has it',
    ({ submittedOn, day, kind }) => {
      const book = {
        id: 1,
        path: 'x',
        unit: 's1',
        schoolYear: '2025/26',
        submittedOn,
        firstSeen: 0,
        seenOn: '2025-10-22',
      };
      const decision: Decision = { unit: 's1', schoolYear: '2025/26', kind, day, place: { file: 'd' } };
      const { state } = standings([book], [decision], '2025-10-22').of.get(1)!;
      expect(liveState({ status: 'submitted', submittedOn }, { kind, day })).toBe(state);
    },
  );

  it('a draft is a draft whatever was decided; nothing answered is nothing handed in', () => {
    expect(liveState({ status: 'draft' }, { kind: 'returned', day: '2025-10-21' })).toBe('draft');
    expect(liveState({ status: '' }, undefined)).toBe('none');
  });
});
