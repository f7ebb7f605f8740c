import * as z from 'zod/mini';
import { parseCondition, parseExpression } from '../../expression/parse.ts';
import * as f from '../field.ts';
import { cell, type EffectiveRow } from '../merge-tables.ts';
import type { ClusterRule, ReferenceValue } from '../types.ts';
import { words } from '../words.ts';
import { originOf } from './read-row.ts';

/** A row of rules/clusters.csv. */
export const clusterRow = z.object({
  code: f.code,
  title: f.someText,
  scope: f.expression(parseCondition),
  measure: f.expression(parseExpression),
  from: f.number,
  to: f.number,
  order: f.whole,
  valid_from: f.schoolYear,
  valid_to: f.schoolYear,
  source: f.text,
});

/** A row without an order is asked last. */
export const toCluster = (row: z.infer<typeof clusterRow>, entry: EffectiveRow): ClusterRule => ({
  code: row.code,
  title: row.title,
  ...(row.scope && { scope: row.scope }),
  ...(row.measure && { measure: row.measure }),
  ...(row.from !== undefined && { from: row.from }),
  ...(row.to !== undefined && { to: row.to }),
  order: row.order ?? Number.MAX_SAFE_INTEGER,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  source: row.source,
  text: cell(entry.row, 'measure'),
  origin: originOf(entry),
});

/** A row of reference-values.csv. */
export const referenceRow = z.object({
  indicator: f.code,
  level: f.word(words.referenceLevel),
  region: f.text,
  period: f.period,
  value: f.someNumber,
  source: f.text,
  note: f.text,
});

export const toReference = (row: z.infer<typeof referenceRow>, entry: EffectiveRow): ReferenceValue => ({
  ...row,
  origin: originOf(entry),
});
