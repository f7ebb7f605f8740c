import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryWorkspace } from '../../reference/arbitrary.ts';
import { cases } from '../../reference/cases.ts';
import { differences } from '../../reference/difference.ts';
import { evaluateReference } from '../../reference/evaluate.ts';
import { describeWorkspace, minimise } from '../../reference/minimise.ts';
import { catalogueFaults, evaluateProduct } from '../../reference/product.ts';
import type { Workspace } from '../../reference/workspace.ts';

/** Set MSOKO_RUNS for a longer search. */
const runs = Number(process.env.MSOKO_RUNS ?? 250);

/** What the engine and the reference say differently; undefined where doubles may rightly round the other way. */
function disagreement(w: Workspace): string[] | undefined {
  const notes = { nearHalf: false };
  const wanted = evaluateReference(w, notes);
  if (notes.nearHalf) return undefined;
  const found = evaluateProduct(w);
  const faults = differences(found, wanted);
  const at = found.findIndex(
    (row, i) => wanted[i] === undefined || differences([row], [wanted[i]]).length > 0,
  );
  return faults.length > 0 || at < 0 ? faults : [`row ${at} is out of order: ${JSON.stringify(found[at])}`];
}

/** For the minimiser: still a loadable catalogue on which the two disagree or the engine fails. */
function fails(w: Workspace): boolean {
  if (catalogueFaults(w).length > 0) return false;
  try {
    return (disagreement(w) ?? []).length > 0;
  } catch {
    return true;
  }
}

describe('the engine against figures worked out on paper', () => {
  it.each(cases.map((c) => [c.of, c] as const))('%s', (_, c) => {
    const only = Object.entries(c.only ?? {}) as ['level' | 'period' | 'indicator', string][];
    const rows = evaluateProduct(c.workspace).filter((row) => only.every(([k, v]) => row[k] === v));
    expect(differences(rows, c.expected)).toEqual([]);
  });
});

describe('the engine against the reference evaluator', () => {
  it('random workspaces have catalogues that load', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryWorkspace, (w) => {
        expect(catalogueFaults(w)).toEqual([]);
      }),
      { numRuns: Math.min(runs, 300), endOnFailure: true },
    );
  });

  it('gives the same rows on random workspaces', { timeout: 60_000 + runs * 100 }, () => {
    fc.assert(
      fc.property(arbitraryWorkspace, (w) => {
        const faults = disagreement(w);
        fc.pre(faults !== undefined);
        if (faults.length === 0) return;
        const least = minimise(w, fails);
        const about = (disagreement(least) ?? []).slice(0, 12);
        throw new Error(`${about.join('\n')}\n\n${describeWorkspace(least)}`);
      }),
      // the minimiser shrinks better than the arbitrary could: it knows what hangs together
      { numRuns: runs, endOnFailure: true },
    );
  });

  it('random workspaces meet every reason, level and kind with a value', { timeout: 60_000 }, () => {
    const seen = new Set<string>();
    for (const w of fc.sample(arbitraryWorkspace, { numRuns: 150, seed: 20241101 })) {
      const kinds = new Map(w.indicators.map((i) => [i.code, i.kind]));
      for (const row of evaluateReference(w)) {
        seen.add(
          row.reason === '' ? `value ${kinds.get(row.indicator.split('.')[0])} ${row.level}` : row.reason,
        );
      }
    }
    const paired = ['share', 'presence', 'count', 'mean', 'change'];
    expect([...seen]).toEqual(
      expect.arrayContaining([
        ...['rejected', 'not_reported', 'no_data', 'zero_denominator', 'no_base', 'too_few'],
        ...['not_applicable', 'no_definition', 'value index organisation', 'value index district'],
        ...paired.flatMap((kind) =>
          ['organisation', 'district', 'region'].map((level) => `value ${kind} ${level}`),
        ),
      ]),
    );
  });
});
