import * as z from 'zod/mini';
import * as f from '../field.ts';
import { type EffectiveRow, roadmapOf } from '../merge-tables.ts';
import type { Activity, Criterion, ExpectedResult } from '../types.ts';
import { originOf } from './read-row.ts';

const levels = ['district', 'organisation'] as const;

export const activityRow = z.object({
  id: f.someText,
  direction: f.someText,
  section: f.text,
  no: f.text,
  title: f.someText,
  deadline: f.text,
  target: f.text,
  executors: f.text,
  documents: f.text,
  level: f.wordOrEmpty(levels),
  year: f.text,
  parent: f.text,
  evidence_inherited: f.flag,
  note: f.text,
});

/** Plan rows without level columns are of the district; the year printed above a level table is its deadline (contracts §3). */
export const toActivity = (row: z.infer<typeof activityRow>, entry: EffectiveRow): Activity => ({
  ...row,
  deadline: row.deadline || row.year,
  level: row.level || 'district',
  evidenceInherited: row.evidence_inherited,
  roadmap: roadmapOf(entry.table, entry.row),
  origin: originOf(entry),
});

export const expectedRow = z.object({
  direction: f.someText,
  year: f.text,
  result: f.someText,
  section: f.text,
  note: f.text,
});

export const toExpected = (row: z.infer<typeof expectedRow>, entry: EffectiveRow): ExpectedResult => ({
  ...row,
  roadmap: roadmapOf(entry.table, entry.row),
  origin: originOf(entry),
});

export const criterionRow = z.object({
  direction: f.someText,
  group: f.text,
  no: f.text,
  level: f.wordOrEmpty(levels),
  criterion: f.text,
  evidence: f.text,
  polarity: f.wordOrEmpty(['+', '-']),
  note: f.text,
});

/** The word that opens the note of a criterion whose evidence is printed once for several rows (domain §3). */
const inherited = /^inherited(?::\s*|$)/;

export const toCriterion = (row: z.infer<typeof criterionRow>, entry: EffectiveRow): Criterion => ({
  ...row,
  level: row.level || 'district',
  evidenceInherited: inherited.test(row.note),
  note: row.note.replace(inherited, ''),
  roadmap: roadmapOf(entry.table, entry.row),
  origin: originOf(entry),
});
