import { parsedObject } from '../definitions/parsed-object.ts';
import type { LiveStateKind, LiveStateOf } from './live-state.ts';

/** The rows of one kind, by key, in their order; a row that somebody damaged is left out. */
export function readState<Kind extends LiveStateKind>(
  rows: readonly (readonly unknown[])[],
  kind: Kind,
): Map<string, LiveStateOf[Kind]> {
  const found = new Map<string, LiveStateOf[Kind]>();
  for (const [word, key, ...pieces] of rows) {
    if (word !== kind) continue;
    const content = parsedObject(pieces.map((piece) => String(piece ?? '')).join(''));
    if (content !== undefined) found.set(String(key ?? ''), content as LiveStateOf[Kind]);
  }
  return found;
}
