import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceRank } from '../../../shared/observation/source.ts';
import type { AssessmentResult } from '../../../shared/results/result.ts';
import { type SourcedResult, selectResults } from '../../../shared/results/select-results.ts';

const source = (id: number, rank: Partial<SourceRank> = {}) => ({
  id,
  path: `file-${id}.csv`,
  firstSeen: 0,
  fileTime: 1000,
  ...rank,
});

const result = (sourceId: number, mark2: number, rest: Partial<AssessmentResult> = {}): SourcedResult => ({
  sourceId,
  result: {
    schoolYear: '2024/25',
    procedure: 'vpr',
    subject: 'ru',
    grade: '4',
    stage: '',
    district: 'gor',
    organisation: 's1',
    participants: 10,
    mark2,
    mark3: 10 - mark2,
    mark4: 0,
    mark5: 0,
    place: { file: `file-${sourceId}.csv`, line: 2 },
    ...rest,
  },
});

const marks = (chosen: { results: readonly AssessmentResult[] }) => chosen.results.map((r) => r.mark2);
const codes = (chosen: ReturnType<typeof selectResults>) => chosen.issues.map((i) => i.code);

describe('selectResults', () => {
  it('takes the file first seen in the later run and says what it changed', () => {
    const chosen = selectResults(
      [source(1), source(2, { firstSeen: 1, fileTime: 1 })],
      [result(1, 3), result(2, 4)],
    );
    expect(marks(chosen)).toEqual([4]);
    expect(chosen.issues).toMatchObject([
      {
        code: 'value.changed',
        organisation: 's1',
        element: 'vpr.ru.g4',
        params: { value: '10 / 4 / 6 / 0 / 0', other: '10 / 3 / 7 / 0 / 0', otherSource: 'file-1.csv#L2' },
      },
    ]);
  });

  it('takes nobody’s where two of equal rank differ', () => {
    const chosen = selectResults([source(1), source(2)], [result(1, 3), result(2, 4)]);
    expect(marks(chosen)).toEqual([]);
    expect(codes(chosen)).toEqual(['value.conflict']);
  });

  it('is silent where they say the same', () => {
    const chosen = selectResults([source(1), source(2)], [result(1, 3), result(2, 3)]);
    expect(marks(chosen)).toEqual([3]);
    expect(codes(chosen)).toEqual([]);
  });

  it('keeps stages apart, and leaves out sources that do not count', () => {
    const chosen = selectResults(
      [source(1)],
      [result(1, 3), result(1, 5, { stage: 'сентябрь' }), result(9, 7)],
    );
    expect(marks(chosen).sort()).toEqual([3, 5]);
  });

  it('does not depend on the order of files and rows', () => {
    const sources = [source(1), source(2), source(3, { firstSeen: 2 }), source(4, { fileTime: 2000 })];
    const rows = [
      result(1, 1),
      result(2, 2),
      result(3, 3),
      result(4, 4),
      result(2, 5, { grade: '5' }),
      result(1, 6, { grade: '5' }),
    ];
    const expected = selectResults(sources, rows);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(sources, { minLength: 4 }),
        fc.shuffledSubarray(rows, { minLength: 6 }),
        (shuffledSources, shuffledRows) => {
          const chosen = selectResults(shuffledSources, shuffledRows);
          expect(chosen.results).toEqual(expected.results);
          expect(chosen.issues.map((i) => i.code).sort()).toEqual(expected.issues.map((i) => i.code).sort());
        },
      ),
    );
  });
});
