import type { DuckDBValue } from '@duckdb/node-api';
import type { Observation } from '../../../shared/observation/observation.ts';
import type { CommitCounts } from '../store.ts';
import type { Database } from './database.ts';
import { removed, type ValueState, valueStates } from './observation-state.ts';
import { placeColumns } from './place.ts';
import type { Terms } from './terms.ts';

export interface VersionKey {
  readonly run: number;
  readonly source: number;
  readonly version: number;
  readonly path: string;
}

type After = Omit<ValueState, 'seq'>;

const gives = (status: string | undefined): boolean =>
  status !== undefined && status !== removed && status !== 'not_reported';

const sameAnswer = (a: After, b: After): boolean =>
  a.status === b.status && a.value === b.value && a.raw === b.raw;

const samePlace = (a: After, b: After): boolean =>
  a.ordinal === b.ordinal &&
  a.file === b.file &&
  a.tab === b.tab &&
  a.cell === b.cell &&
  a.line === b.line &&
  a.gid === b.gid;

const keyOf = (unit: number, element: number, period: number): string => `${unit} ${element} ${period}`;

/**
 * Compares what a file says now with what it said before and appends an event for every difference, the place included.
 * The counts are of given values: a blank cell that is filled is added, one that is cleared or vanishes is removed.
 * Of a value that stands twice in one file the first counts; the reader has reported it.
 */
export async function appendEvents(
  db: Database,
  terms: Terms,
  key: VersionKey,
  observations: readonly Observation[],
): Promise<CommitCounts> {
  const before = new Map<string, ValueState>();
  for (const s of await valueStates(db, terms, key.source)) before.set(keyOf(s.unit, s.element, s.period), s);

  const [last] = await db.rows('SELECT coalesce(max(seq), 0) AS seq FROM observation_event');
  let seq = last?.seq as number;
  const rows: DuckDBValue[][] = [];
  const counts = { added: 0, changed: 0, removed: 0 };

  const append = (old: ValueState | undefined, after: After): void => {
    const moved = old !== undefined && sameAnswer(old, after);
    if (moved && samePlace(old, after)) return;
    rows.push(eventRow(terms, key, ++seq, old, after, moved));
    if (moved) return;
    if (!gives(old?.status)) counts.added += gives(after.status) ? 1 : 0;
    else if (!gives(after.status)) counts.removed++;
    // "12,0" typed again as "12" is the same value; of a refused one the typed text is all there is
    else if (old?.status !== after.status || old.value !== after.value || after.status === 'rejected')
      counts.changed++;
  };

  const seen = new Set<string>();
  observations.forEach((o, ordinal) => {
    const unit = terms.number(o.unit);
    const element = terms.number(o.element);
    const period = terms.number(o.period);
    const name = keyOf(unit, element, period);
    if (seen.has(name)) return;
    seen.add(name);
    const { status, value, raw } = o;
    append(before.get(name), {
      ordinal,
      unit,
      element,
      period,
      status,
      value,
      raw,
      ...placeColumns(o.place, key.path),
    });
  });
  for (const [name, old] of before) {
    if (seen.has(name) || old.status === removed) continue;
    append(old, { ...old, status: removed, value: undefined, raw: undefined });
  }
  await db.append('observation_event', rows);
  return counts;
}

const number = (value: number | string | undefined): number | null =>
  typeof value === 'number' ? value : null;
const text = (value: number | string | undefined): string | null =>
  typeof value === 'string' ? value : null;

/** In the order of the table's columns. */
function eventRow(
  terms: Terms,
  key: VersionKey,
  seq: number,
  old: ValueState | undefined,
  after: After,
  moved: boolean,
): DuckDBValue[] {
  const word = (t: string | null): number | null => (t === null ? null : terms.number(t));
  return [
    seq,
    key.run,
    key.source,
    key.version,
    after.ordinal,
    old?.seq ?? null,
    moved,
    after.unit,
    after.element,
    after.period,
    old ? terms.number(old.status) : null,
    number(old?.value),
    text(old?.value),
    terms.number(after.status),
    number(after.value),
    text(after.value),
    after.raw ?? null,
    word(after.file),
    word(after.tab),
    word(after.cell),
    after.line,
    after.gid,
  ];
}
