import { SourcePathTaken, SourceUnknown } from '../errors.ts';
import type { SourceVersion, StoredSource } from '../store.ts';
import type { Database, Row } from './database.ts';
import { type Moment, now } from './moment.ts';

/** A source with the number of the content that now stands for it. */
export interface SourceRow {
  readonly source: StoredSource;
  readonly version: number;
}

const optional = <K extends string>(key: K, value: unknown): { [P in K]?: string } =>
  (value === null || value === undefined ? {} : { [key]: value }) as { [P in K]?: string };

const toSourceRow = (row: Row): SourceRow => ({
  version: row.version as number,
  source: {
    id: row.source as number,
    path: row.path as string,
    ...optional('title', row.title),
    hash: row.hash as string,
    readAs: row.read_as as string,
    fileTime: row.file_time as number,
    firstSeen: row.first_seen as number,
    kind: row.kind as StoredSource['kind'],
    ...optional('unit', row.unit),
    ...optional('status', row.status),
    ...optional('submittedOn', row.submitted_on),
    ...optional('documentModified', row.document_modified),
    ...optional('schoolYear', row.school_year),
    ...optional('submittedByPost', row.submitted_by_post),
    state: row.state as StoredSource['state'],
  },
});

/** In order of id. */
export async function listSources(db: Database, moment: Moment = now): Promise<StoredSource[]> {
  const rows = await db.rows(`SELECT * FROM ${moment.source} ORDER BY source`);
  const first = await firstHandedIn(db);
  return rows.map((row) => {
    const { source } = toSourceRow(row);
    const before = first.get(handedInKey(row));
    const isNow =
      source.status !== 'draft' &&
      before?.firstSeen === source.firstSeen &&
      before.submittedOn === source.submittedOn;
    return before && !isNow ? { ...source, firstHandedIn: before } : source;
  });
}

const handedInKey = (row: Row): string => JSON.stringify([row.source, row.unit, row.school_year]);

/** The first version of each workbook that was no draft. */
async function firstHandedIn(
  db: Database,
): Promise<ReadonlyMap<string, NonNullable<StoredSource['firstHandedIn']>>> {
  const rows = await db.rows(
    `SELECT DISTINCT ON (source, unit, school_year) source, unit, school_year, first_seen, submitted_on
      FROM source_event WHERE kind = 'workbook' AND status IS DISTINCT FROM 'draft'
      ORDER BY source, unit, school_year, seq`,
  );
  return new Map(
    rows.map((row) => [
      handedInKey(row),
      { firstSeen: row.first_seen as number, ...optional('submittedOn', row.submitted_on) },
    ]),
  );
}

export async function sourceAt(db: Database, path: string): Promise<SourceRow | undefined> {
  const [row] = await db.rows('SELECT * FROM source WHERE path = $1', [path]);
  return row && toSourceRow(row);
}

async function sourceById(db: Database, id: number): Promise<SourceRow> {
  const [row] = await db.rows('SELECT * FROM source WHERE source = $1', [id]);
  if (!row) throw new SourceUnknown(`no source ${id}`);
  return toSourceRow(row);
}

/** The next numbers for a source event and for a source. */
export async function nextSourceNumbers(db: Database): Promise<{ seq: number; source: number }> {
  const [row] = await db.rows(
    'SELECT coalesce(max(seq), 0) + 1 AS seq, coalesce(max(source), 0) + 1 AS source FROM source_event',
  );
  return { seq: row?.seq as number, source: row?.source as number };
}

/** Appends what is true of a source from now on. `run` is null where the change belongs to none. */
export async function appendSourceEvent(
  db: Database,
  seq: number,
  run: number | null,
  { source, version }: SourceRow,
): Promise<void> {
  await db.append('source_event', [
    [
      seq,
      source.id,
      run,
      version,
      source.path,
      source.hash,
      source.readAs,
      BigInt(Math.floor(source.fileTime)),
      source.firstSeen,
      source.kind,
      source.unit ?? null,
      source.status ?? null,
      source.submittedOn ?? null,
      source.documentModified ?? null,
      source.state,
      source.schoolYear ?? null,
      source.submittedByPost ?? null,
      source.title ?? null,
    ],
  ]);
}

export async function moveSource(
  db: Database,
  id: number,
  { path, title, fileTime }: SourceVersion,
): Promise<void> {
  const row = await sourceById(db, id);
  const there = await sourceAt(db, path);
  if (there && there.source.id !== id) throw new SourcePathTaken(`another source is kept at ${path}`);
  const { seq } = await nextSourceNumbers(db);
  const { title: _before, ...source } = row.source;
  const named = title === undefined ? {} : { title };
  await appendSourceEvent(db, seq, null, { ...row, source: { ...source, path, ...named, fileTime } });
}

export async function setSourceState(
  db: Database,
  run: number,
  id: number,
  state: StoredSource['state'],
): Promise<void> {
  const row = await sourceById(db, id);
  if (row.source.state === state) return;
  const { seq } = await nextSourceNumbers(db);
  await appendSourceEvent(db, seq, run, { ...row, source: { ...row.source, state } });
}
