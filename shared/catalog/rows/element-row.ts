import * as z from 'zod/mini';
import { parseCondition } from '../../expression/parse.ts';
import * as f from '../field.ts';
import type { CollectionLevel, DataElement, Origin } from '../types.ts';
import { words } from '../words.ts';

/** A row of data-elements/*.csv. */
export const elementRow = z.object({
  code: f.code,
  name: f.text,
  form: f.code,
  org_types: f.wordList(words.organisationType),
  applies_if: f.expression(parseCondition),
  level: f.wordOrEmpty(words.level),
  type: f.word(words.type),
  unit: f.text,
  dims: f.codes,
  min: f.number,
  max: f.number,
  required: f.flag,
  rollup: f.wordOrEmpty(words.rollup),
  to_time: f.wordOrEmpty(words.toTime),
  resets: f.wordOrEmpty(words.resets),
  help: f.text,
  aliases: f.codes,
});

/**
 * Left empty: the level is the form's, figures are summed over units (texts and dates are not), and over time
 * the last value stands.
 */
export function toElement(
  row: z.infer<typeof elementRow>,
  of: { readonly direction: string; readonly level: CollectionLevel; readonly origin: Origin },
): DataElement {
  const isFigure = row.type !== 'text' && row.type !== 'date';
  return {
    code: row.code,
    name: row.name || row.code,
    form: row.form,
    orgTypes: row.org_types,
    ...(row.applies_if === undefined ? {} : { appliesIf: row.applies_if }),
    level: row.level || of.level,
    type: row.type,
    unit: row.unit,
    dims: row.dims,
    ...(row.min === undefined ? {} : { min: row.min }),
    ...(row.max === undefined ? {} : { max: row.max }),
    required: row.required,
    rollup: row.rollup || (isFigure ? 'sum' : 'none'),
    toTime: row.to_time || 'last',
    resets: row.resets,
    help: row.help,
    aliases: row.aliases,
    direction: of.direction,
    origin: of.origin,
  };
}
