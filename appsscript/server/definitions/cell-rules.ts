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

const prefix = 'msoko.rule ';
/** Seconds: an edit right after the first one asks the sheet nothing; a workbook that was renewed is noticed soon. */
const lifetime = 600;
/** Google keeps no entry above 100 kB; a long list of answers is read from the sheet each time. */
const longest = 90_000;

/**
 * Rules of elements (`<code>`) and of fields of registers (`<register>.<field>`) by code; codes that the workbook does
 * not define are missing. One trip to the cache, one read of `_forms` where it knows nothing.
 */
export function cellRules(
  spreadsheet: Spreadsheet,
  codes: readonly string[],
): ReadonlyMap<string, CellRules> {
  const cache = CacheService.getDocumentCache();
  const keys = codes.filter((code) => code.length < 200).map((code) => prefix + code);
  const kept: Record<string, string> = cache ? cache.getAll([...keys, prefix]) : {};
  const found = new Map<string, CellRules>();
  if (kept[prefix] === undefined) {
    const all = readRules(spreadsheet);
    for (const code of codes) {
      const rules = all.get(code);
      if (rules) found.set(code, rules);
    }
    cache?.putAll(entriesOf(all), lifetime);
    return found;
  }
  for (const code of codes) {
    const text = kept[prefix + code];
    if (text !== undefined) found.set(code, JSON.parse(text) as CellRules);
  }
  return found;
}

function entriesOf(rules: ReadonlyMap<string, CellRules>): Record<string, string> {
  // the mark that everything is there
  const entries: Record<string, string> = { [prefix]: '1' };
  for (const [code, rule] of rules) {
    const text = JSON.stringify(rule);
    if (text.length < longest) entries[prefix + code] = text;
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
