import * as z from 'zod/mini';
import * as f from '../field.ts';
import type { EffectiveRow } from '../merge-tables.ts';
import type { DisclosureRule } from '../types.ts';
import { words } from '../words.ts';
import { originOf } from './read-row.ts';

/** A row of rules/disclosures.csv. */
export const disclosureRow = z.object({
  direction: f.someText,
  element: f.text,
  ministry: f.word(words.ministryReach),
  reason: f.text,
});

export const toDisclosure = (row: z.infer<typeof disclosureRow>, entry: EffectiveRow): DisclosureRule => ({
  ...row,
  origin: originOf(entry),
});
