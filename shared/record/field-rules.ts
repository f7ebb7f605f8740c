import { choicesOf } from '../catalog/choices.ts';
import type { Catalog, RecordKind } from '../catalog/types.ts';
import { choiceWords, type FieldRules } from './parse-field.ts';
import { fieldKey } from './record.ts';

/** A column of a register with what reading it needs. */
export interface KnownField extends FieldRules {
  readonly kind: RecordKind;
}

/** Every field of every register, by `<register>.<field>`. */
export function fieldRules(catalog: Catalog): Map<string, KnownField> {
  const known = new Map<string, KnownField>();
  for (const kind of catalog.records.values()) {
    for (const field of kind.fields) {
      const synonyms = catalog.synonyms.filter((s) => s.dimension === field.list);
      const choices = choiceWords(field.type === 'list' ? choicesOf(catalog, field) : [], synonyms);
      known.set(fieldKey(kind.code, field.code), { kind, field, choices });
    }
  }
  return known;
}
