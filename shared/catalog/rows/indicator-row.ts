import * as z from 'zod/mini';
import { parseCondition, parseExpression } from '../../expression/parse.ts';
import * as f from '../field.ts';
import { cell, type EffectiveRow } from '../merge-tables.ts';
import type { Indicator } from '../types.ts';
import { words } from '../words.ts';
import { originOf } from './read-row.ts';

/** A row of indicators/*.csv. */
export const indicatorRow = z.object({
  code: f.code,
  direction: f.text,
  no: f.text,
  parent: f.text,
  name: f.text,
  title: f.text,
  kind: f.word(words.kind),
  unit: f.text,
  numerator: f.expression(parseExpression),
  denominator: f.expression(parseExpression),
  factor: f.number,
  scope: f.expression(parseCondition),
  dims: f.codes,
  better: f.wordOrEmpty(words.better),
  norm: f.number,
  cumulative: f.flag,
  level: f.wordOrEmpty(words.level),
  min_n: f.whole,
  basis: f.wordOrEmpty(words.basis),
  negative_effects: f.flag,
  valid_from: f.schoolYear,
  valid_to: f.schoolYear,
  roadmap: f.list,
  activity: f.text,
  source_line: f.text,
  note: f.text,
  aliases: f.codes,
  may_exceed: f.flag,
});

export type IndicatorRow = z.infer<typeof indicatorRow>;

/** The factor of evaluation.md: empty = 100 for share and presence, 1 otherwise. */
const defaultFactor = (kind: Indicator['kind']): number =>
  kind === 'share' || kind === 'presence' ? 100 : 1;

export const toIndicator = (row: IndicatorRow, entry: EffectiveRow): Indicator => ({
  code: row.code,
  direction: row.direction,
  no: row.no,
  parent: row.parent,
  name: row.name || row.title || row.code,
  title: row.title || row.name || row.code,
  kind: row.kind,
  unit: row.unit,
  ...(row.numerator === undefined ? {} : { numerator: row.numerator }),
  ...(row.denominator === undefined ? {} : { denominator: row.denominator }),
  factor: row.factor ?? defaultFactor(row.kind),
  ...(row.scope === undefined ? {} : { scope: row.scope }),
  dims: row.dims,
  better: row.better,
  ...(row.norm === undefined ? {} : { norm: row.norm }),
  cumulative: row.cumulative,
  level: row.level,
  ...(row.min_n === undefined ? {} : { minN: row.min_n }),
  basis: row.basis,
  negativeEffects: row.negative_effects,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  roadmaps: row.roadmap,
  activity: row.activity,
  sourceLine: row.source_line,
  note: row.note,
  aliases: row.aliases,
  ...(row.may_exceed && { mayExceed: true }),
  text: {
    numerator: cell(entry.row, 'numerator'),
    denominator: cell(entry.row, 'denominator'),
    scope: cell(entry.row, 'scope'),
  },
  origin: originOf(entry),
});
