import * as z from 'zod/mini';
import { parseExpression } from '../../expression/parse.ts';
import { type IssueCode, issueSeverities } from '../../issue/codes.ts';
import * as f from '../field.ts';
import type { Check, OfficialSource, Origin } from '../types.ts';
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
});

/** An empty severity is the one of the issue code. */
export const toCheck = (row: z.infer<typeof checkRow>, origin: Origin): Check => ({
  code: row.code,
  check: row.check,
  form: row.form,
  left: row.left,
  op: row.op,
  right: row.right,
  severity: row.severity || issueSeverities[row.check],
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
