import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../shared/issue/issue.ts';
import type { Observation, ObservationStatus } from '../../../shared/observation/observation.ts';
import { type ProjectedSource, project } from '../../../shared/observation/project.ts';

type Word = number | string | null | 'bad' | 'н/д' | 'x';

/** What stands in the one cell of a file: a number, a text, `null` = empty, or one of the words. */
function answer(word: Word): Pick<Observation, 'status' | 'value' | 'raw'> {
  if (word === null) return { status: 'not_reported' };
  if (word === 'bad') return { status: 'rejected', raw: 'bad' };
  if (word === 'н/д') return { status: 'no_data', raw: 'н/д' };
  if (word === 'x') return { status: 'not_applicable', raw: 'x' };
  return { status: 'value', value: word };
}

interface File extends Partial<ProjectedSource> {
  readonly path: string;
  readonly says?: Word;
}

const at = (file: string, word: Word, element = 'e'): Observation => ({
  unit: 's1',
  element,
  period: '2024/25',
  ...answer(word),
  place: { file, tab: 'Т', cell: 'B2' },
});

/** Projects files that say one value each. */
function of(files: readonly File[], official?: number) {
  const sources = files.map(
    (file, i): ProjectedSource => ({ id: i + 1, firstSeen: 0, fileTime: 0, state: 'present', ...file }),
  );
  const observations = files.map((file, i) => ({
    sourceId: i + 1,
    observations: file.says === undefined ? [] : [at(file.path, file.says)],
  }));
  const result = project(
    sources,
    observations,
    official === undefined
      ? []
      : [{ ...at('results.csv', official), place: { file: 'results.csv', line: 5 } }],
  );
  return { ...result, value: result.values[0], codes: result.issues.map((issue) => issue.code) };
}

const told = (issue: Issue | undefined) => ({ at: issue?.place.file, ...issue?.params });

describe('project: which value counts', () => {
  const a = 'a.xlsx';
  const b = 'b.xlsx';

  // the later file in each row is b; it must win whatever a says
  it.each<[string, Partial<File>, Partial<File>]>([
    ['seen in a later run', { firstSeen: 1, submittedOn: '2025-06-30', fileTime: 9 }, { firstSeen: 2 }],
    [
      'with a later «Сдано»',
      { submittedOn: '2025-05-01', documentModified: '2025-06-01' },
      { submittedOn: '2025-05-02' },
    ],
    [
      'with a «Сдано» at all',
      { documentModified: '2025-06-01T00:00:00Z', fileTime: 9 },
      { submittedOn: '2020-01-01' },
    ],
    [
      'saved later',
      { documentModified: '2025-05-01T10:00:00Z', fileTime: 9 },
      { documentModified: '2025-05-01T10:00:01Z' },
    ],
    [
      'saved later by another clock',
      { documentModified: '2025-05-01T12:00:00+05:00' },
      { documentModified: '2025-05-01T08:00:00Z' },
    ],
    ['written later', { fileTime: 1 }, { fileTime: 2 }],
  ])('a file %s supersedes', (_, older, newer) => {
    for (const [first, second] of [
      [
        { path: a, says: 5, ...older },
        { path: b, says: 7, ...newer },
      ],
      [
        { path: b, says: 7, ...newer },
        { path: a, says: 5, ...older },
      ],
    ] as const) {
      const { value, issues, codes } = of([first, second]);
      expect(value).toEqual(at(b, 7));
      expect(codes).toEqual(['value.changed']);
      expect(told(issues[0])).toEqual({
        at: b,
        value: 7,
        source: 'b.xlsx#Т!B2',
        other: 5,
        otherSource: 'a.xlsx#Т!B2',
      });
    }
  });

  it.each<[older: Word, newer: Word, status: ObservationStatus, value: Word | undefined, codes: string[]]>([
    [5, 5, 'value', 5, []],
    [5, 7, 'value', 7, ['value.changed']],
    [5, null, 'value', 5, []],
    [null, 7, 'value', 7, []],
    [null, null, 'not_reported', undefined, []],
    [5, 'н/д', 'no_data', undefined, ['value.changed']],
    [5, 'x', 'not_applicable', undefined, ['value.changed']],
    [5, 'bad', 'rejected', undefined, ['value.changed']],
    ['bad', 5, 'value', 5, ['value.changed']],
    ['bad', 'bad', 'rejected', undefined, []],
    ['bad', null, 'rejected', undefined, []],
    [0, null, 'value', 0, []],
    [5, '5', 'value', '5', ['value.changed']],
    ['2025-01-01', '2025-01-02', 'value', '2025-01-02', ['value.changed']],
  ])('%s in an older file, %s in a newer one', (older, newer, status, value, codes) => {
    const result = of([
      { path: a, says: older, firstSeen: 0 },
      { path: b, says: newer, firstSeen: 1 },
    ]);
    expect(result.values).toHaveLength(1);
    expect(result.value).toMatchObject({ status });
    expect(result.value?.value).toBe(value);
    expect(result.codes).toEqual(codes);
  });

  it('lets nobody’s value count where files of one rank differ', () => {
    const { values, issues } = of([
      { path: b, says: 7 },
      { path: a, says: 5 },
      { path: 'c.xlsx', says: 5 },
      { path: 'old.xlsx', says: 1, firstSeen: -1 },
    ]);
    expect(values).toEqual([
      {
        unit: 's1',
        element: 'e',
        period: '2024/25',
        status: 'rejected',
        place: { file: a, tab: 'Т', cell: 'B2' },
      },
    ]);
    expect(issues).toEqual([
      {
        code: 'value.conflict',
        place: { file: a, tab: 'Т', cell: 'B2' },
        organisation: 's1',
        element: 'e',
        period: '2024/25',
        params: { value: 5, source: 'a.xlsx#Т!B2', other: 7, otherSource: 'b.xlsx#Т!B2' },
      },
    ]);
  });

  it('takes the first by path where files of one rank agree', () => {
    expect(
      of([
        { path: b, says: 5 },
        { path: a, says: 5 },
      ]),
    ).toMatchObject({ value: at(a, 5), issues: [] });
    expect(
      of([
        { path: b, says: null },
        { path: a, says: null },
      ]),
    ).toMatchObject({ value: at(a, null), issues: [] });
    expect(
      of([
        { path: b, says: 5 },
        { path: a, says: null },
      ]),
    ).toMatchObject({ value: at(b, 5), issues: [] });
  });

  it('is a conflict between a number and «н/д», and a newer file settles it', () => {
    const two: File[] = [
      { path: a, says: 5 },
      { path: b, says: 'н/д' },
    ];
    expect(of(two).codes).toEqual(['value.conflict']);
    const { value, codes, issues } = of([...two, { path: 'c.xlsx', says: 6, firstSeen: 1 }]);
    expect(value).toEqual(at('c.xlsx', 6));
    expect(codes).toEqual(['value.changed', 'value.changed']);
    expect(issues.map((issue) => issue.params?.other)).toEqual([5, 'н/д']);
  });

  it.each<[typed: Word | undefined, codes: string[]]>([
    [undefined, []],
    [null, []],
    [40, []],
    [40.00000000001, []],
    [41, ['value.differs_from_official']],
    ['сорок', ['value.differs_from_official']],
    ['bad', []],
    ['н/д', []],
  ])('takes the official 40 over the typed %s', (typed, codes) => {
    const result = of([{ path: a, ...(typed === undefined ? {} : { says: typed }) }], 40);
    expect(result.values).toEqual([{ ...at('results.csv', 40), place: { file: 'results.csv', line: 5 } }]);
    expect(result.codes).toEqual(codes);
    if (codes.length > 0) {
      expect(told(result.issues[0])).toEqual({
        at: a,
        value: typed,
        source: 'a.xlsx#Т!B2',
        other: 40,
        otherSource: 'results.csv#L5',
      });
    }
  });

  it('takes the official value over a conflict, which stays an issue of the files', () => {
    const { value, codes } = of(
      [
        { path: a, says: 5 },
        { path: b, says: 7 },
      ],
      7,
    );
    expect(value).toMatchObject({ status: 'value', value: 7, place: { file: 'results.csv' } });
    expect(codes).toEqual(['value.conflict']);
  });

  it('ignores a withdrawn file and keeps the values of one that is gone', () => {
    expect(of([{ path: a, says: 5, state: 'withdrawn' }])).toMatchObject({ values: [], issues: [] });
    const { values, issues } = of([
      { path: a, says: 5, firstSeen: 0 },
      { path: b, says: 7, firstSeen: 1, state: 'gone', unit: 's1' },
    ]);
    expect(values).toEqual([at(b, 7)]);
    expect(issues.map((issue) => issue.code)).toEqual(['source.gone', 'value.changed']);
    expect(issues[0]).toEqual({
      code: 'source.gone',
      place: { file: b },
      organisation: 's1',
      params: { source: b },
    });
  });

  it('says source.gone once, and only of a file that held something', () => {
    const many = Array.from({ length: 3 }, (_, i) => at(a, i, `e${i}`));
    const source: ProjectedSource = { id: 1, path: a, firstSeen: 0, fileTime: 0, state: 'gone' };
    expect(project([source], [{ sourceId: 1, observations: many }], []).issues).toHaveLength(1);
    expect(of([{ path: a, says: null, state: 'gone' }]).codes).toEqual([]);
    expect(of([{ path: a, state: 'gone', kind: 'unreadable' }]).codes).toEqual([]);
    expect(of([{ path: 'r.csv', state: 'gone', kind: 'results' }]).codes).toEqual(['source.gone']);
  });

  it('of a value given twice in one file takes the first cell', () => {
    const source: ProjectedSource = { id: 1, path: a, firstSeen: 0, fileTime: 0, state: 'present' };
    const cells = ['B10', 'AA2', 'B9', 'B2'].map((cell, i) => ({
      ...at(a, i),
      place: { file: a, tab: 'Т', cell },
    }));
    const { values, issues } = project([source], [{ sourceId: 1, observations: cells }], []);
    expect(values.map((v) => v.place.cell)).toEqual(['B2']);
    expect(issues).toEqual([]);
  });

  it('sorts values by unit, period and element in code-point order', () => {
    const keys = [
      ['s10', '2024/25', 'a'],
      ['s2', '2023/24', 'b.c'],
      ['s2', '2023/24', 'b'],
      ['s2', '2023/24', 'b_'],
      ['s2', '2022/23', 'z'],
      ['S9', '2025', 'a'],
    ] as const;
    const observations = keys.map(([unit, period, element]) => ({ ...at(a, 1), unit, period, element }));
    const source: ProjectedSource = { id: 1, path: a, firstSeen: 0, fileTime: 0, state: 'present' };
    const { values } = project([source], [{ sourceId: 1, observations }], []);
    expect(values.map((v) => `${v.unit} ${v.period} ${v.element}`)).toEqual([
      'S9 2025 a',
      's10 2024/25 a',
      's2 2022/23 z',
      's2 2023/24 b',
      's2 2023/24 b.c',
      's2 2023/24 b_',
    ]);
  });

  it('takes nothing from a source it does not know', () => {
    expect(project([], [{ sourceId: 1, observations: [at(a, 1)] }], [])).toEqual({ values: [], issues: [] });
  });
});

describe('project: properties', () => {
  const rank = fc.record({
    firstSeen: fc.integer({ min: 0, max: 1 }),
    submittedOn: fc.option(fc.constantFrom('2025-05-01', '2025-05-02'), { nil: undefined }),
    documentModified: fc.option(
      fc.constantFrom('2025-05-01T10:00:00Z', '2025-05-01T13:00:00+03:00', '2025-06'),
      { nil: undefined },
    ),
    fileTime: fc.integer({ min: 0, max: 1 }),
    state: fc.constantFrom('present', 'present', 'gone', 'withdrawn'),
  });
  const word = fc.constantFrom<Word>(null, 1, 2, '1', 'bad', 'н/д', 'x');
  const observation = fc.record({
    unit: fc.constantFrom('s1', 's2'),
    element: fc.constantFrom('e', 'f'),
    period: fc.constantFrom('2024/25', '2025'),
    word,
    cell: fc.constantFrom('B2', 'B10', 'C2'),
  });
  const inbox = fc
    .array(fc.tuple(rank, fc.array(observation, { maxLength: 6 })), { maxLength: 5 })
    .map((files) =>
      files.map(([source, list], i) => {
        const path = `f${(i * 7) % 5}.xlsx`;
        return {
          source: { ...source, id: i + 1, path } as ProjectedSource,
          observations: list.map(
            ({ word: w, cell, ...key }): Observation => ({
              ...key,
              ...answer(w),
              place: { file: path, tab: 'Т', cell },
            }),
          ),
        };
      }),
    );
  const official = fc.array(observation, { maxLength: 3 }).map((list) =>
    list.map(
      ({ word: w, cell, ...key }, i): Observation => ({
        ...key,
        ...answer(w),
        place: { file: 'r.csv', line: i + 2, cell },
      }),
    ),
  );

  const run = (
    files: readonly { source: ProjectedSource; observations: readonly Observation[] }[],
    o: Observation[],
  ) =>
    project(
      files.map((f) => f.source),
      files.map((f) => ({ sourceId: f.source.id, observations: f.observations })),
      o,
    );

  const shuffled = <T>(list: readonly T[]) =>
    fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

  it('neither the order of sources, of lists and observations nor the ids matter', () => {
    const cases = fc.tuple(inbox, official).chain(([files, o]) =>
      fc.record({
        files: fc.constant(files),
        o: fc.constant(o),
        others: fc.tuple(...files.map((f) => shuffled(f.observations))).chain((lists) =>
          shuffled(
            files.map((f, i) => ({
              source: { ...f.source, id: 1000 - f.source.id },
              observations: lists[i]!,
            })),
          ),
        ),
        sources: shuffled(files.map((f) => ({ ...f.source, id: 1000 - f.source.id }))),
        otherOfficial: shuffled(o),
      }),
    );
    fc.assert(
      fc.property(cases, ({ files, o, others, sources, otherOfficial }) => {
        const mixed = project(
          sources,
          others.map((f) => ({ sourceId: f.source.id, observations: f.observations })),
          otherOfficial,
        );
        expect(mixed).toEqual(run(files, o));
      }),
      { numRuns: 500 },
    );
  });

  /** Contracts §4 once more, the slow way: by elimination, one key at a time, one criterion after another. */
  function byElimination(
    files: { source: ProjectedSource; observations: Observation[] }[],
    key: string,
  ): string | undefined {
    const keyOf = (o: Observation) => `${o.unit}|${o.period}|${o.element}`;
    const order = { B2: 1, C2: 2, B10: 3 } as Record<string, number>;
    let words = files
      .filter((f) => f.source.state !== 'withdrawn')
      .map((f) => {
        const mine = f.observations.filter((o) => keyOf(o) === key);
        const first = Math.min(
          ...mine.filter((o) => o.status !== 'not_reported').map((o) => order[o.place.cell!]!),
        );
        return {
          source: f.source,
          mine,
          given: mine.filter((o) => o.status !== 'not_reported' && order[o.place.cell!] === first),
        };
      })
      .filter((w) => w.mine.length > 0);
    if (words.length === 0) return undefined;
    words = words.filter((w) => w.given.length > 0);
    if (words.length === 0) return 'not_reported';
    const criteria: ((s: ProjectedSource) => number)[] = [
      (s) => s.firstSeen,
      (s) => (s.submittedOn === undefined ? 0 : Number(s.submittedOn.replace(/-/g, ''))),
      (s) => Date.parse((s.documentModified ?? '').length > 7 ? s.documentModified! : '0001-01-01'),
      (s) => s.fileTime,
    ];
    for (const criterion of criteria) {
      const best = Math.max(...words.map((w) => criterion(w.source)));
      words = words.filter((w) => criterion(w.source) === best);
    }
    const answers = new Set(words.map((w) => JSON.stringify([w.given[0]!.status, w.given[0]!.value])));
    return answers.size === 1 ? [...answers][0] : 'rejected';
  }

  it('gives one value per key, the one that elimination by the contract’s words leaves', () => {
    // one word per cell, so that “the first cell” is unambiguous
    const clean = inbox.map((files) =>
      files.map((f) => {
        const cells = new Set<string>();
        return {
          ...f,
          observations: f.observations.filter((o) => {
            const cell = `${o.unit}|${o.period}|${o.element}|${o.place.cell}`;
            return !cells.has(cell) && cells.add(cell);
          }),
        };
      }),
    );
    fc.assert(
      fc.property(clean, (files) => {
        const { values } = run(files, []);
        const found = new Map(values.map((v) => [`${v.unit}|${v.period}|${v.element}`, v]));
        expect(found.size).toBe(values.length);
        for (const unit of ['s1', 's2']) {
          for (const period of ['2024/25', '2025']) {
            for (const element of ['e', 'f']) {
              const key = `${unit}|${period}|${element}`;
              const expected = byElimination(files, key);
              const v = found.get(key);
              if (expected === undefined || !expected.startsWith('[')) expect(v?.status).toBe(expected);
              else expect(JSON.stringify([v?.status, v?.value])).toBe(expected);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
