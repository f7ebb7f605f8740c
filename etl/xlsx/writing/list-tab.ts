import { absoluteRange, quoteSheet } from '../../../shared/plan/address.ts';
import { InvalidCell } from '../../../shared/plan/errors.ts';
import type { DefinedName } from './defined-names.ts';

/** Excel's limit of a list written into the rule itself. */
const maxInline = 255;

/** Lists too long for a rule: each becomes a column of a hidden tab with a name. Equal lists share one. */
export interface ListTab {
  readonly name: string;
  /** What the rule refers to: the list itself, or its name. Throws InvalidCell for an empty list. */
  reference(items: readonly string[]): string;
  readonly columns: readonly (readonly string[])[];
  readonly names: readonly DefinedName[];
}

export function createListTab(takenNames: readonly string[]): ListTab {
  const taken = new Set(takenNames.map((name) => name.toLowerCase()));
  let name = '_lists';
  for (let next = 2; taken.has(name); next++) name = `_lists${next}`;
  const columns: (readonly string[])[] = [];
  const known = new Map<string, string>();
  const names: DefinedName[] = [];
  return {
    name,
    columns,
    names,
    reference(items) {
      if (items.length === 0) throw new InvalidCell('a list rule needs items');
      const inline = items.join(',');
      const plain = items.every((item) => item !== '' && item === item.trim() && !/[",\n]/.test(item));
      if (plain && inline.length <= maxInline) return `"${inline}"`;
      const key = JSON.stringify(items);
      const old = known.get(key);
      if (old) return old;
      columns.push(items);
      const column = columns.length;
      const made = `msoko_list_${column}`;
      known.set(key, made);
      const range = { firstRow: 1, firstColumn: column, lastRow: items.length, lastColumn: column };
      names.push({ name: made, reference: `${quoteSheet(name)}!${absoluteRange(range)}` });
      return made;
    },
  };
}
