import type { Draft } from '../draft.ts';
import type { Origin } from '../types.ts';
import { addUnknown } from './unknown.ts';

/** Without any table of directions (a catalogue of one's own, in a test) there is nothing to hold them against. */
export function checkDirection(draft: Draft, direction: string, origin: Origin): void {
  const known = draft.catalog.directions;
  if (direction === '' || known.size === 0 || known.has(direction)) return;
  if (draft.broken.directions.has(direction)) return;
  addUnknown(draft, { origin, column: 'direction' }, 'direction', direction, known.keys(), ['directions']);
}
