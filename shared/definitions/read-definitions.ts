import type { DefinitionKind, DefinitionOf } from './definition.ts';
import { parsedObject } from './parsed-object.ts';

/** Everything a `_forms` tab defines, by kind and code, in the order of its rows. */
export type Definitions = { readonly [Kind in DefinitionKind]: ReadonlyMap<string, DefinitionOf[Kind]> };

const kinds: readonly DefinitionKind[] = [
  'form',
  'element',
  'indicator',
  'check',
  'dimension',
  'record',
  'blocked',
  'unit',
  'earlier',
  'organisations',
];

const isKind = (text: string): text is DefinitionKind => kinds.some((kind) => kind === text);

/**
 * Reads the rows of a `_forms` tab: A kind, B code, from C on the JSON in pieces. A row that somebody damaged is left
 * out: the nightly run reads by the catalogue and says what is wrong.
 */
export function readDefinitions(rows: readonly (readonly unknown[])[]): Definitions {
  const found: Record<DefinitionKind, Map<string, unknown>> = {
    form: new Map(),
    element: new Map(),
    indicator: new Map(),
    check: new Map(),
    dimension: new Map(),
    record: new Map(),
    blocked: new Map(),
    unit: new Map(),
    earlier: new Map(),
    organisations: new Map(),
  };
  for (const [kind, code, ...pieces] of rows) {
    const word = text(kind);
    if (!isKind(word)) continue;
    const definition = parsedObject(pieces.map(text).join(''));
    if (definition !== undefined) found[word].set(text(code), definition);
  }
  return found as Definitions;
}

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
