import * as z from 'zod/mini';
import * as f from '../field.ts';
import type { EffectiveRow } from '../merge-tables.ts';
import type { CycleRule } from '../types.ts';
import { words } from '../words.ts';
import { originOf } from './read-row.ts';

/** A row of rules/cycle.csv: what is evidence of which link of the management cycle. */
export const cycleRow = z.object({
  code: f.code,
  link: f.someText,
  source: f.word(words.cycleSource),
  words: f.someText,
  without: f.text,
  note: f.text,
});

const parts = (text: string): string[] =>
  text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const toCycleRule = (row: z.infer<typeof cycleRow>, entry: EffectiveRow): CycleRule => ({
  ...row,
  words: parts(row.words),
  without: parts(row.without),
  origin: originOf(entry),
});
