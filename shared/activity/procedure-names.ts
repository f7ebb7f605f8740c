import type { Catalog } from '../catalog/types.ts';
import { isAbbreviation, wordStem, wordsOf } from '../parse/word-stem.ts';
import { trackerRegisters } from './known-registers.ts';

/** Further names by which deadlines and activities call a procedure, in the titles of a dimension: `name|name`. */
const namesDimension = 'procedure_named';

interface Name {
  /** Words as they are compared; an abbreviation stands as written, in small letters. */
  readonly words: readonly string[];
  readonly procedures: Set<string>;
}

/** The procedures that a text names, in the order of the catalogue. */
export type ProceduresIn = (text: string) => readonly string[];

/** Abbreviations stay whole: «ИС» is no ending of anything. */
const compared = (word: string): string => (isAbbreviation(word) ? word.toLowerCase() : wordStem(word));

/**
 * Finds procedures by title, synonym and further name, whatever their case and ending: «Всероссийских проверочных работ»,
 * «ВПР». Of names that begin at the same word the longest counts, so that «ГИА-9» is not «ГИА». A name may stand for
 * several procedures.
 */
export function procedureFinder({
  dimensions,
  synonyms,
}: Pick<Catalog, 'dimensions' | 'synonyms'>): ProceduresIn {
  const order: string[] = [];
  const byFirst = new Map<string, Map<string, Name>>();
  const learn = (text: string, procedure: string): void => {
    const words = wordsOf(text).map(compared);
    const [first] = words;
    if (first === undefined) return;
    const names = byFirst.get(first) ?? new Map<string, Name>();
    byFirst.set(first, names);
    const name = names.get(words.join(' ')) ?? { words, procedures: new Set() };
    names.set(words.join(' '), name);
    name.procedures.add(procedure);
  };
  for (const { member, title } of dimensions.get(trackerRegisters.procedure)?.members ?? []) {
    order.push(member);
    learn(title, member);
  }
  for (const { dimension, member, word } of synonyms)
    if (dimension === trackerRegisters.procedure) learn(word, member);
  for (const { member, title } of dimensions.get(namesDimension)?.members ?? [])
    for (const name of title.split('|')) learn(name, member);
  return (text) => {
    const written = wordsOf(text);
    const plain = written.map((word) => word.toLowerCase());
    const stems = written.map(compared);
    const isAt = ({ words }: Name, at: number): boolean =>
      words.every((word, i) => word === stems[at + i] || word === plain[at + i]);
    const found = new Set<string>();
    for (let at = 0; at < written.length; at++) {
      const candidates = [stems[at]!, plain[at]!].flatMap((word) => [...(byFirst.get(word)?.values() ?? [])]);
      let longest: Name | undefined;
      for (const name of candidates)
        if (isAt(name, at) && name.words.length > (longest?.words.length ?? 0)) longest = name;
      if (longest === undefined) continue;
      for (const procedure of longest.procedures) found.add(procedure);
      at += longest.words.length - 1;
    }
    return order.filter((procedure) => found.has(procedure));
  };
}
