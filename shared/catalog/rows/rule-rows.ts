import * as z from 'zod/mini';
import { parseCondition, parseExpression } from '../../expression/parse.ts';
import { type IssueCode, issueSeverities } from '../../issue/codes.ts';
import * as f from '../field.ts';
import type { Check, OfficialSource, Origin, PeerRule } from '../types.ts';
import { words } from '../words.ts';

const issueCodes = Object.keys(issueSeverities) as readonly IssueCode[];

/** A row of rules/checks.csv. */
export const checkRow = z.object({
  code: f.code,
  check: f.word(issueCodes),
  form: f.text,
  left: f.someExpression(parseExpression),
  op: f.word(words.operator),
  right: f.someExpression(parseExpression),
  severity: f.wordOrEmpty(words.severity),
  valid_from: f.schoolYear,
  valid_to: f.schoolYear,
  source: f.text,
  message: f.text,
  scope: f.expression(parseCondition),
});

/** An empty severity is the one of the issue code. */
export const toCheck = (row: z.infer<typeof checkRow>, origin: Origin): Check => ({
  code: row.code,
  check: row.check,
  form: row.form,
  left: row.left,
  op: row.op,
  right: row.right,
  ...(row.scope === undefined ? {} : { scope: row.scope }),
  severity: row.severity || issueSeverities[row.check],
  validFrom: row.valid_from,
  validTo: row.valid_to,
  source: row.source,
  message: row.message,
  origin,
});

/** A row of rules/peers.csv. */
export const peerRow = z.object({
  code: f.code,
  form: f.text,
  part: f.someExpression(parseExpression),
  whole: f.someExpression(parseExpression),
  factor: f.number,
  unit: f.text,
  side: f.wordOrEmpty(words.side),
  width: f.number,
  least: f.number,
  min_peers: f.whole,
  min_whole: f.number,
  severity: f.wordOrEmpty(words.softSeverity),
  valid_from: f.schoolYear,
  valid_to: f.schoolYear,
  source: f.text,
  message: f.text,
});

/** Left empty: a share in percent, both sides, Tukey's «far out», any difference, seven peers, wholes of ten and more. */
export const toPeerRule = (row: z.infer<typeof peerRow>, origin: Origin): PeerRule => ({
  code: row.code,
  form: row.form,
  part: row.part,
  whole: row.whole,
  factor: row.factor ?? 100,
  unit: row.unit || ((row.factor ?? 100) === 100 ? '%' : ''),
  side: row.side,
  width: row.width ?? 3,
  least: row.least ?? 0,
  minPeers: row.min_peers ?? 7,
  minWhole: row.min_whole ?? 10,
  severity: row.severity || issueSeverities['check.peer'],
  validFrom: row.valid_from,
  validTo: row.valid_to,
  source: row.source,
  message: row.message,
  origin,
});

/** A row of rules/official.csv. */
export const officialRow = z.object({
  element: f.code,
  procedure: f.memberCode,
  measure: f.someExpression(parseExpression),
  source: f.text,
});

export const toOfficial = (row: z.infer<typeof officialRow>, origin: Origin): OfficialSource => ({
  ...row,
  origin,
});
