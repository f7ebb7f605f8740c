import { describe, expect, it } from 'vitest';
import { cases } from '../../reference/cases.ts';
import { differences } from '../../reference/difference.ts';
import { evaluateReference } from '../../reference/evaluate.ts';

describe('the reference evaluator against figures worked out on paper', () => {
  it.each(cases.map((c) => [c.of, c] as const))('%s', (_, c) => {
    const only = Object.entries(c.only ?? {}) as ['level' | 'period' | 'indicator', string][];
    const rows = evaluateReference(c.workspace).filter((row) => only.every(([k, v]) => row[k] === v));
    expect(differences(rows, c.expected)).toEqual([]);
  });
});
