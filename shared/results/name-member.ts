import type { Catalog } from '../catalog/types.ts';
import { comparableText } from '../parse/spaces.ts';
import { slugOf } from './slug.ts';

/** A word of a file as a member of a dictionary; `known` is false where the code is only its slug. */
export interface NamedMember {
  readonly code: string;
  readonly known: boolean;
}

/** Finds members of a dictionary (`procedure`, `subject`) by code, printed title or any of the catalogue's synonyms. */
export function memberNames(catalog: Catalog): (dimension: string, word: string) => NamedMember {
  const known = new Map<string, string>();
  const learn = (dimension: string, word: string, member: string): void => {
    const key = `${dimension}\n${comparableText(word)}`;
    if (!known.has(key)) known.set(key, member);
  };
  for (const { code, members } of catalog.dimensions.values()) {
    for (const { member } of members) learn(code, member, member);
  }
  for (const { dimension, member, word } of catalog.synonyms) {
    learn(dimension, word, member);
    learn(dimension, member, member);
  }
  for (const { code, members } of catalog.dimensions.values()) {
    for (const { member, title } of members) learn(code, title, member);
  }
  return (dimension, word) => {
    const member = known.get(`${dimension}\n${comparableText(word)}`);
    return member === undefined ? { code: slugOf(word), known: false } : { code: member, known: true };
  };
}
