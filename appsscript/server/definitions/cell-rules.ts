import type {
  ElementDefinition,
  FieldDefinition,
  RecordDefinition,
} from '../../../shared/definitions/definition.ts';
import { definitionRows } from '../sheet/definition-rows.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What a typed-in cell is held against. */
export type CellRules =
  | ({ readonly kind: 'element' } & Pick<ElementDefinition, 'type' | 'unit' | 'min' | 'max'>)
  | ({ readonly kind: 'field' } & Pick<FieldDefinition, 'type' | 'unit' | 'min' | 'max' | 'list' | 'name'>);

const prefix = 'msoko.rules ';
/** Rules are kept by the bucket: a cache holds a thousand entries at most and silently drops the others. */
const buckets = 64;
/** Seconds: an edit right after the first one asks the sheet nothing; a workbook that was renewed is noticed soon. */
const lifetime = 600;
/** Google keeps no entry above 100 kB, and a letter may take three bytes; a longer bucket is read from the sheet each time. */
const longest = 33_000;

type Bucket = Record<string, CellRules>;

/**
 * Rules of elements (`<code>`) and of fields of registers (`<register>.<field>`) by code; codes that the workbook does
 * not define are missing. One trip to the cache, one read of `_forms` where it knows nothing.
 */
export function cellRules(
  spreadsheet: Spreadsheet,
  codes: readonly string[],
): ReadonlyMap<string, CellRules> {
  const cache = CacheService.getDocumentCache();
  const keys = [...new Set(codes.map(keyOf))];
  const kept: Record<string, string> = cache ? cache.getAll(keys) : {};
  if (keys.some((key) => kept[key] === undefined)) {
    const all = readRules(spreadsheet);
    cache?.putAll(entriesOf(all), lifetime);
    return all;
  }
  return new Map(keys.flatMap((key) => Object.entries(JSON.parse(kept[key]!) as Bucket)));
}

function keyOf(code: string): string {
  let sum = 0;
  for (let i = 0; i < code.length; i++) sum = (sum * 31 + code.charCodeAt(i)) % buckets;
  return prefix + sum;
}

function entriesOf(rules: ReadonlyMap<string, CellRules>): Record<string, string> {
  const filled: Record<string, Bucket> = {};
  for (let at = 0; at < buckets; at++) filled[prefix + at] = {};
  for (const [code, rule] of rules) filled[keyOf(code)]![code] = rule;
  const entries: Record<string, string> = {};
  for (const [key, bucket] of Object.entries(filled)) {
    const text = JSON.stringify(bucket);
    if (text.length < longest) entries[key] = text;
  }
  return entries;
}

function readRules(spreadsheet: Spreadsheet): Map<string, CellRules> {
  const rules = new Map<string, CellRules>();
  for (const [kind, code = '', ...pieces] of definitionRows(spreadsheet) ?? []) {
    if (kind !== 'element' && kind !== 'record') continue;
    const definition = parsed(pieces.join(''));
    if (definition === undefined) continue;
    if (kind === 'element') {
      const { type, unit, min, max } = definition as ElementDefinition;
      rules.set(code, { kind: 'element', type, unit, ...bounds(min, max) });
      continue;
    }
    for (const field of (definition as RecordDefinition).fields ?? []) {
      const { type, unit, min, max, list, name, printed } = field;
      if (printed) continue;
      rules.set(`${code}.${field.code}`, {
        kind: 'field',
        type,
        unit,
        name,
        ...bounds(min, max),
        ...(list && { list }),
      });
    }
  }
  return rules;
}

const bounds = (min: number | undefined, max: number | undefined) => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});

/** What somebody damaged is passed over: the nightly run reads by the catalogue. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
