import * as z from 'zod/mini';
import * as f from '../field.ts';
import type { Origin, RecordField, RecordKind } from '../types.ts';
import { words } from '../words.ts';

/** A row of records.csv: one register of objects. */
export const recordRow = z.object({
  code: f.code,
  title: f.someText,
  tab: f.text,
  direction: f.text,
  level: f.wordList(words.level),
  org_types: f.wordList(words.organisationType),
  programmes: f.wordList(words.programme),
  standing: f.flag,
  rows: f.whole,
  order: f.whole,
  help: f.text,
  source: f.text,
  ended_by: f.text,
});

/** Without a number of its own a register offers so many empty rows. */
const usualRows = 20;

/** An empty level is the organisation's, as with forms. */
export const toRecord = (row: z.infer<typeof recordRow>, origin: Origin): Omit<RecordKind, 'fields'> => ({
  code: row.code,
  title: row.title,
  tab: row.tab,
  direction: row.direction,
  levels: row.level.length === 0 ? ['organisation'] : (row.level as RecordKind['levels']),
  orgTypes: row.org_types,
  programmes: row.programmes,
  isStanding: row.standing,
  rows: row.rows ?? usualRows,
  order: row.order ?? 0,
  help: row.help,
  source: row.source,
  ...(row.ended_by !== '' && { endedBy: row.ended_by }),
  origin,
});

/** A row of record-fields.csv: one column of a register. */
export const fieldRow = z.object({
  record: f.code,
  code: f.dimensionCode,
  name: f.someText,
  type: f.word(words.fieldType),
  list: f.text,
  required: f.flag,
  printed: f.flag,
  min: f.number,
  max: f.number,
  unit: f.text,
  width: f.whole,
  order: f.whole,
  help: f.text,
});

export const toField = (row: z.infer<typeof fieldRow>, origin: Origin): RecordField => ({
  record: row.record,
  code: row.code,
  name: row.name,
  type: row.type,
  list: row.list,
  required: row.required,
  isPrinted: row.printed,
  ...(row.min === undefined ? {} : { min: row.min }),
  ...(row.max === undefined ? {} : { max: row.max }),
  unit: row.unit,
  ...(row.width === undefined ? {} : { width: row.width }),
  order: row.order ?? 0,
  help: row.help,
  origin,
});
