import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import type { IndicatorResult } from '../../shared/indicator/types.ts';
import { freshFolder, records } from '../e2e/msoko.ts';
import { say } from '../etl/cli/console.ts';
import { arbitraryWorkspace } from '../reference/arbitrary.ts';
import { differences } from '../reference/difference.ts';
import { evaluateReference } from '../reference/evaluate.ts';
import { describeWorkspace } from '../reference/minimise.ts';
import { yearOfDay } from '../reference/periods.ts';
import type { Row, Workspace } from '../reference/workspace.ts';
import { type Dice, dialect, dice, put, withOwnDimensions, writeFrame } from './disk-workspace.ts';
import { fillByKeys } from './fill-by-keys.ts';

/** Set MSOKO_RUNS for a longer search. */
const runs = Number(process.env.MSOKO_RUNS ?? 8);
const columns = ['organisation', 'period', 'element', 'value'];
const header = 'indicator,level,unit,period,value,numerator,denominator,reported,expected,reason,low,high';

interface Step {
  readonly files: readonly { readonly path: string; readonly rows: readonly Row[]; readonly day: string }[];
  readonly withdraw?: string;
  readonly remove?: string;
}

/**
 * The same values in several files and nights: earlier files hold other values that later ones supersede, a file is
 * replaced, a file leaves, a file is withdrawn. What counts in the end is `w.observations`.
 */
function nights(d: Dice, observations: readonly Row[]): Step[] {
  const other = (row: Row): Row => ({ ...row, value: d.one(['7', '0', 'н/д', 'x', 'много', '1,5', '-']) });
  const parts: Row[][] = [[], [], []];
  for (const row of observations) parts[d.throw(3)]!.push(row);
  const [first = [], second = [], third = []] = parts;
  // an empty cell of a later file supersedes nothing, so a value may lie below filled ones only
  const superseded = [...second, ...third].filter((row) => row.value !== '' && d.throw(3) === 0).map(other);
  const withdrawn = observations.filter(() => d.throw(6) === 0).map(other);
  const older = third.filter((row) => row.value !== '' && d.throw(2) === 0).map(other);
  const before = first.map((row) => (d.throw(2) === 0 ? other(row) : row));
  return [
    {
      files: [
        { path: 'replaced.csv', rows: before, day: '2024-02-01' },
        { path: `школа/early.CSV`, rows: superseded, day: '2024-03-01' },
      ],
    },
    {
      files: [
        { path: 'replaced.csv', rows: first, day: '2024-02-02' },
        // an earlier time than the files of the first night: the night counts
        { path: 'b/second.csv', rows: second, day: '2023-01-01' },
        { path: 'z.csv', rows: withdrawn, day: '2024-02-03' },
      ],
      remove: 'b/second.csv',
    },
    {
      files: [
        { path: 'c/older.txt', rows: older, day: '2024-04-01' },
        { path: 'a/third.csv', rows: third, day: '2024-04-02' },
      ],
      withdraw: 'z.csv',
    },
  ];
}

async function must(dir: string, ...args: string[]): Promise<string> {
  const { code, out, log } = await say(dir, ...args);
  if (code > 1)
    throw new Error(`${args.join(' ')} ended with ${code}: ${out.slice(0, 2000)}${log.slice(0, 2000)}`);
  return out;
}

const number = (text = ''): number | undefined => (text === '' ? undefined : Number(text));

const toResult = (row: Record<string, string>): IndicatorResult =>
  ({
    indicator: row.indicator,
    level: row.level,
    unit: row.unit,
    period: row.period,
    value: number(row.value),
    numerator: number(row.numerator),
    denominator: number(row.denominator),
    reported: Number(row.reported),
    expected: Number(row.expected),
    reason: row.reason,
    low: number(row.low),
    high: number(row.high),
  }) as IndicatorResult;

/** A number as contracts §1 print it: shortest digits that give it back, no exponent. */
function printed(value: number | undefined): string {
  if (value === undefined) return '';
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const all = digits.replace('.', '');
  const point = Number(exponent) + 1;
  const text =
    point <= 0
      ? `0.${'0'.repeat(-point)}${all}`
      : all.length <= point
        ? all.padEnd(point, '0')
        : `${all.slice(0, point)}.${all.slice(point)}`;
  return value < 0 ? `-${text}` : text;
}

const points = (text: string): number[] => [...text].map((letter) => letter.codePointAt(0)!);
function byCodePoint(a: string, b: string): number {
  const [one, two] = [points(a), points(b)];
  for (let i = 0; i < Math.min(one.length, two.length); i++) if (one[i] !== two[i]) return one[i]! - two[i]!;
  return one.length - two.length;
}

/** Faults of `export indicators` as text and as figures, against the second evaluator. */
function faultsOf(text: string, w: Workspace, wanted: readonly IndicatorResult[]): string[] {
  if (text.split('\n')[0] !== header) return [`the header is ${text.split('\n')[0]}`];
  const own = new Set(w.indicators.map((row) => row.code));
  const rows = records(text).filter((row) => own.has(row.indicator?.split('.')[0]));
  const faults = differences(rows.map(toResult), wanted);
  const found = new Map(rows.map((row) => [`${row.indicator} ${row.level} ${row.unit} ${row.period}`, row]));
  for (const row of wanted) {
    const name = `${row.indicator} ${row.level} ${row.unit} ${row.period}`;
    const as = found.get(name);
    for (const side of ['numerator', 'denominator'] as const) {
      const isCount = side === 'numerator' && row.denominator === undefined;
      if (as && !isCount && as[side] !== printed(row[side]))
        faults.push(`${name}: ${side} is printed ${as[side]}, wanted ${printed(row[side])}`);
    }
    for (const column of ['value', 'numerator', 'denominator', 'low', 'high'] as const)
      if (as && as[column] !== printed(number(as[column])))
        faults.push(`${name}: ${column} is printed ${as[column]}`);
  }
  const keys = ['indicator', 'level', 'unit', 'period'] as const;
  rows.forEach((row, i) => {
    const next = rows[i + 1];
    const key = next && keys.find((k) => row[k] !== next[k]);
    if (key && byCodePoint(row[key]!, next[key]!) > 0)
      faults.push(`out of order: ${JSON.stringify(row)} before ${JSON.stringify(next)}`);
  });
  return faults;
}

async function throughCli(w: Workspace, seed: number): Promise<string[] | undefined> {
  const notes = { nearHalf: false };
  const wanted = evaluateReference(w, notes);
  if (notes.nearHalf) return undefined;
  const d = dice(seed);
  const dir = join(freshFolder(), 'w');
  const date = ['--date', w.date] as const;
  try {
    const year = yearOfDay(
      w.observations[0]?.period ? `${w.observations[0].period.slice(0, 4)}-10-01` : w.date,
    );
    writeFrame(dir, w, `${year}/${String((year + 1) % 100).padStart(2, '0')}`);
    let typed = w.observations;
    const workbooks: { path: string; bytes: Uint8Array }[] = [];
    if (d.throw(3) === 0) {
      const { files } = JSON.parse(await must(dir, 'templates', ...date, '--json')) as { files: string[] };
      for (const file of files) {
        const filled = fillByKeys(readFileSync(join(dir, file)), typed, d);
        typed = filled.rest;
        workbooks.push({ path: `${file.split('/').pop()}`, bytes: filled.bytes });
      }
    }
    for (const { path, bytes } of workbooks) put(join(dir, 'inbox', 'книги', path), bytes);
    const steps = nights(d, typed);
    for (const step of steps) {
      for (const { path, rows, day } of step.files) {
        put(join(dir, 'inbox', path), dialect(d, columns, rows), day);
      }
      await must(dir, 'run', ...date);
      if (step.remove) rmSync(join(dir, 'inbox', step.remove));
      if (step.withdraw) await must(dir, 'withdraw', step.withdraw, ...date);
    }
    return faultsOf(await must(dir, 'export', 'indicators', ...date), w, wanted);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

describe('the whole program against the reference evaluator', () => {
  it('gives the reference figures whatever files and nights the values come in', {
    timeout: 60_000 + runs * 3000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryWorkspace, fc.nat(), async (drawn, seed) => {
        const w = withOwnDimensions(drawn);
        const faults = await throughCli(w, seed);
        fc.pre(faults !== undefined);
        if (faults.length > 0)
          throw new Error(`${faults.slice(0, 12).join('\n')}\n\n${describeWorkspace(w).slice(0, 20_000)}`);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });
});
