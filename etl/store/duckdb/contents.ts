import type { DuckDBValue } from '@duckdb/node-api';
import type { Issue, Place } from '../../../shared/issue/issue.ts';
import type { RecordRow } from '../../../shared/record/record.ts';
import type { AssessmentResult, ObjectivityMarker } from '../../../shared/results/result.ts';
import type { RegisterRow, SourceContent } from '../store.ts';
import type { Database } from './database.ts';
import { type Moment, now } from './moment.ts';
import { type PlaceColumns, placeColumns, toPlace } from './place.ts';

/**
 * The fields of a row and their columns, in the order of the table after `version` and `ordinal`; a place follows where
 * the row has one. `satisfies` makes a field that is added to the type and forgotten here a compile error.
 */
type Fields<T> = Record<Exclude<keyof T, 'place'>, string>;

const resultFields = {
  schoolYear: 'school_year',
  procedure: 'procedure',
  subject: 'subject',
  grade: 'grade',
  stage: 'stage',
  district: 'district',
  organisation: 'organisation',
  participants: 'participants',
  mark2: 'mark2',
  mark3: 'mark3',
  mark4: 'mark4',
  mark5: 'mark5',
  belowMin: 'below_min',
  high: 'high',
  meanScore: 'mean_score',
  journalLower: 'journal_lower',
  journalSame: 'journal_same',
  journalHigher: 'journal_higher',
  observers: 'observers',
} satisfies Fields<AssessmentResult>;

const markerFields = {
  schoolYear: 'school_year',
  organisation: 'organisation',
  municipality: 'municipality',
  login: 'login',
  name: 'name',
  works: 'works',
} satisfies Fields<ObjectivityMarker>;

const registerFields = { line: 'line', columns: 'columns' } satisfies Fields<RegisterRow>;

const recordFields = {
  record: 'record',
  unit: 'unit',
  schoolYear: 'school_year',
  no: 'no',
  key: 'row_key',
  values: 'given',
  answers: 'answers',
} satisfies Omit<Fields<RecordRow>, 'cells'>;

/** Columns that came later stand behind the place. */
const laterRecordFields = { cells: 'cells' } satisfies Pick<Fields<RecordRow>, 'cells'>;

const issueFields = {
  code: 'code',
  organisation: 'organisation',
  element: 'element',
  period: 'period',
  raw: 'raw',
  params: 'params',
  severity: 'severity',
  message: 'message',
} satisfies Fields<Issue>;

/** Columns that hold lists and records, as JSON text. */
const json: ReadonlySet<string> = new Set(['works', 'columns', 'params', 'given', 'answers', 'cells']);

/** Stores what belongs to one version of a file: results, markers, register rows and issues. */
export async function appendContents(
  db: Database,
  version: number,
  path: string,
  content: SourceContent,
): Promise<void> {
  const append = <T extends object>(
    table: string,
    fields: Record<string, string>,
    rows: readonly T[],
    later: Record<string, string> = {},
  ) =>
    db.append(
      table,
      rows.map((row, ordinal) => {
        const columns = (wanted: Record<string, string>) =>
          Object.keys(wanted).map((field) => toColumn((row as Record<string, unknown>)[field]));
        const place = 'place' in row ? placeColumns(row.place as Place, path) : undefined;
        return [
          version,
          ordinal,
          ...columns(fields),
          ...(place ? [place.file, place.tab, place.cell, place.line] : []),
          ...columns(later),
          ...(place ? [place.gid] : []),
        ];
      }),
    );
  await append('result', resultFields, content.results);
  await append('marker', markerFields, content.markers);
  await append('register_row', registerFields, content.registerRows);
  await append('record_row', recordFields, content.records, laterRecordFields);
  await append('issue', issueFields, content.issues);
}

const toColumn = (value: unknown): DuckDBValue =>
  value === undefined ? null : typeof value === 'object' ? JSON.stringify(value) : (value as DuckDBValue);

/** Rows of a table for the contents that stand now, by source id, then reading order. */
async function standing<T>(
  db: Database,
  table: 'result' | 'marker' | 'register_row' | 'record_row' | 'issue',
  fields: Record<string, string>,
  moment: Moment,
): Promise<{ sourceId: number; item: T }[]> {
  const rows = await db.rows(
    `SELECT s.source AS source_id, s.path AS source_path, s.title AS source_title, c.* FROM ${table} c JOIN ${moment.source} s ON s.version = c.version
      WHERE s.state <> 'withdrawn' ORDER BY s.source, c.ordinal`,
  );
  return rows.map((row) => {
    const item: Record<string, unknown> = {};
    for (const [field, column] of Object.entries(fields)) {
      const value = row[column];
      if (value !== null) item[field] = json.has(column) ? JSON.parse(value as string) : value;
    }
    if (table !== 'register_row') {
      const of = { path: row.source_path as string, title: row.source_title as string | null };
      item.place = toPlace(row as unknown as PlaceColumns, of);
    }
    return { sourceId: row.source_id as number, item: item as T };
  });
}

export async function standingResults(
  db: Database,
  moment: Moment = now,
): Promise<{ sourceId: number; result: AssessmentResult }[]> {
  const rows = await standing<AssessmentResult>(db, 'result', resultFields, moment);
  return rows.map(({ sourceId, item }) => ({ sourceId, result: item }));
}

export async function standingMarkers(
  db: Database,
  moment: Moment = now,
): Promise<{ sourceId: number; marker: ObjectivityMarker }[]> {
  const rows = await standing<ObjectivityMarker>(db, 'marker', markerFields, moment);
  return rows.map(({ sourceId, item }) => ({ sourceId, marker: item }));
}

export async function standingRegisterRows(
  db: Database,
  moment: Moment = now,
): Promise<{ sourceId: number; row: RegisterRow }[]> {
  const rows = await standing<RegisterRow>(db, 'register_row', registerFields, moment);
  return rows.map(({ sourceId, item }) => ({ sourceId, row: item }));
}

export async function standingRecords(
  db: Database,
  moment: Moment = now,
): Promise<{ sourceId: number; row: RecordRow }[]> {
  const rows = await standing<RecordRow>(db, 'record_row', { ...recordFields, ...laterRecordFields }, moment);
  return rows.map(({ sourceId, item }) => ({ sourceId, row: item }));
}

export async function standingIssues(
  db: Database,
  moment: Moment = now,
): Promise<{ sourceId: number; issue: Issue }[]> {
  const rows = await standing<Issue>(db, 'issue', issueFields, moment);
  return rows.map(({ sourceId, item }) => ({ sourceId, issue: item }));
}
