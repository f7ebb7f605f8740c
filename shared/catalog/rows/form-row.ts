import * as z from 'zod/mini';
import * as f from '../field.ts';
import type { Form, Origin } from '../types.ts';
import { words } from '../words.ts';

/** A row of forms.csv. */
export const formRow = z.object({
  code: f.code,
  title: f.text,
  direction: f.text,
  level: f.wordOrEmpty(words.level),
  org_types: f.wordList(words.organisationType),
  programmes: f.wordList(words.programme),
  frequency: f.word(words.frequency),
  due: f.text,
  as_of: f.text,
  order: f.whole,
  help: f.text,
  tab: f.text,
});

/** An empty level is the organisation's: that is who fills in most forms. */
export const toForm = (row: z.infer<typeof formRow>, origin: Origin): Form => ({
  code: row.code,
  title: row.title || row.code,
  direction: row.direction,
  level: row.level || 'organisation',
  orgTypes: row.org_types,
  programmes: row.programmes,
  frequency: row.frequency,
  due: row.due,
  asOf: row.as_of,
  order: row.order ?? 0,
  help: row.help,
  ...(row.tab !== '' && { tab: row.tab }),
  origin,
});
