import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { records } from '../e2e/msoko.ts';
import { say } from '../etl/cli/console.ts';
import { put } from './disk-workspace.ts';
import { goldenAlone } from './golden-alone.ts';

const date = ['--date', '2024-12-15'] as const;

/** File → its value of g.trips of s1 in 2024/25:q2 and its time; undefined = the file leaves. */
type Night = Readonly<Record<string, readonly [value: string, day: string] | undefined>>;

interface Scenario {
  readonly of: string;
  readonly nights: readonly Night[];
  /** Withdrawn after the last night but one. */
  readonly withdraw?: string;
  /** Value or status, and source, after the last night. */
  readonly value: string;
  readonly source?: string;
  /** Comparing issues after the last night: `code source`. */
  readonly issues: readonly string[];
}

const d1 = '2024-03-01';
const d2 = '2024-03-02';

// Expected by contracts §4 «Which value counts», read sentence by sentence.
const scenarios: readonly Scenario[] = [
  {
    of: 'of files first seen in one run the later time counts',
    nights: [{ 'a.csv': ['1', d2], 'b.csv': ['2', d1] }],
    value: '1',
    source: 'a.csv#L2',
    issues: ['value.changed a.csv#L2'],
  },
  {
    of: 'equal on all: nobody counts',
    nights: [{ 'a.csv': ['1', d1], 'b.csv': ['2', d1] }],
    value: 'rejected',
    issues: ['value.conflict a.csv#L2'],
  },
  {
    of: 'equal values do not conflict',
    nights: [{ 'a.csv': ['1', d1], 'b.csv': ['"1,0"', d1] }],
    value: '1',
    issues: [],
  },
  {
    of: 'a later night settles a conflict, whatever the time of its file',
    nights: [{ 'a.csv': ['1', d2], 'b.csv': ['2', d2] }, { 'c.csv': ['3', d1] }],
    value: '3',
    source: 'c.csv#L2',
    issues: ['value.changed c.csv#L2', 'value.changed c.csv#L2'],
  },
  {
    of: 'a superseding value that is rejected leaves no value',
    nights: [{ 'a.csv': ['1', d1] }, { 'b.csv': ['много', d1] }],
    value: 'rejected',
    source: 'b.csv#L2',
    issues: ['value.changed b.csv#L2'],
  },
  {
    of: '«н/д» is an answer and supersedes',
    nights: [{ 'a.csv': ['1', d1] }, { 'b.csv': ['н/д', d1] }],
    value: 'no_data',
    source: 'b.csv#L2',
    issues: ['value.changed b.csv#L2'],
  },
  {
    of: 'a later file supersedes for the values it gives: an empty cell gives none',
    nights: [{ 'a.csv': ['1', d1] }, { 'b.csv': ['', d2] }],
    value: '1',
    source: 'a.csv#L2',
    issues: [],
  },
  {
    of: 'a cleared cell becomes missing',
    nights: [{ 'a.csv': ['1', d1] }, { 'a.csv': ['', d2] }],
    value: 'not_reported',
    issues: [],
  },
  {
    of: 'a cleared cell brings the older file back',
    nights: [{ 'a.csv': ['1', d1] }, { 'b.csv': ['2', d1] }, { 'b.csv': ['', d2] }],
    value: '1',
    source: 'a.csv#L2',
    issues: [],
  },
  {
    of: 'a file that left keeps its values',
    nights: [{ 'a.csv': ['1', d1] }, { 'a.csv': undefined }],
    value: '1',
    source: 'a.csv#L2',
    issues: ['source.gone a.csv'],
  },
  {
    of: 'until it is withdrawn',
    nights: [{ 'a.csv': ['1', d1] }, { 'a.csv': undefined }, {}],
    withdraw: 'a.csv',
    value: 'none',
    issues: [],
  },
  {
    of: 'a withdrawn file lets the older one count again',
    nights: [{ 'a.csv': ['1', d1] }, { 'b.csv': ['2', d1] }, {}],
    withdraw: 'inbox\\b.csv',
    value: '1',
    source: 'a.csv#L2',
    issues: [],
  },
  {
    of: 'there is no flip-flop while both lie there',
    nights: [{ 'a.csv': ['1', d2] }, { 'b.csv': ['2', d1] }, {}, {}],
    value: '2',
    source: 'b.csv#L2',
    issues: ['value.changed b.csv#L2'],
  },
  {
    of: 'a file that comes back as it was keeps its place',
    nights: [{ 'a.csv': ['1', d2] }, { 'a.csv': undefined, 'b.csv': ['2', d1] }, { 'a.csv': ['1', d2] }],
    value: '2',
    source: 'b.csv#L2',
    issues: ['value.changed b.csv#L2'],
  },
];

const comparing = new Set(['value.changed', 'value.conflict', 'source.gone']);

describe('which value counts', () => {
  it.each(scenarios.map((s) => [s.of, s] as const))('%s', { timeout: 60_000 }, async (_, s) => {
    const dir = goldenAlone();
    rmSync(join(dir, 'inbox', 'observations.csv'));
    for (const [at, night] of s.nights.entries()) {
      for (const [name, file] of Object.entries(night)) {
        const path = join(dir, 'inbox', name);
        if (!file) rmSync(path);
        else put(path, `organisation,period,element,value\ns1,2024/25:q2,g.trips,${file[0]}\n`, file[1]);
      }
      if (s.withdraw && at === s.nights.length - 1)
        expect((await say(dir, 'withdraw', s.withdraw, ...date)).code).toBe(0);
      expect((await say(dir, 'run', ...date)).code).toBeLessThan(2);
    }
    const found = records((await say(dir, 'export', 'observations', ...date)).out);
    const own = found.find((o) => o.element === 'g.trips' && o.organisation === 's1');
    expect(own ? own.value || own.status : 'none').toBe(s.value);
    if (s.source) expect(own?.source).toBe(s.source);
    const issues = records((await say(dir, 'export', 'issues', ...date)).out);
    expect(issues.filter((i) => comparing.has(i.code!)).map((i) => `${i.code} ${i.source}`)).toEqual(
      s.issues,
    );
  });
});
