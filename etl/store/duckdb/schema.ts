import { storeTexts } from '../../../shared/texts/store.ts';
import { StoreTooNew } from '../errors.ts';
import type { Database } from './database.ts';

/**
 * The tables, one list of statements per schema version; a released list is never edited, a new one is added.
 *
 * Rows are only ever inserted. There are no keys and no indexes on purpose: uniqueness is the writer's (one process,
 * one transaction at a time), and DuckDB's indexes have a history of failing at replay of the log.
 * Codes, statuses and cell addresses are stored as numbers of `term`, which makes reading fast; the views spell them
 * out for people.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    'CREATE TABLE term (id INTEGER NOT NULL, text VARCHAR NOT NULL)',

    // one row per start: a run that was interrupted and taken up again has several
    'CREATE TABLE run_start (run INTEGER NOT NULL, date VARCHAR NOT NULL)',
    'CREATE TABLE run_finish (run INTEGER NOT NULL, summary VARCHAR NOT NULL, changed BOOLEAN NOT NULL)',

    // each row says all about a source from then on; `version` is the `seq` of the row that brought the content
    `CREATE TABLE source_event (
      seq INTEGER NOT NULL, source INTEGER NOT NULL, run INTEGER, version INTEGER NOT NULL,
      path VARCHAR NOT NULL, hash VARCHAR NOT NULL, read_as VARCHAR NOT NULL, file_time BIGINT NOT NULL,
      first_seen INTEGER NOT NULL, kind VARCHAR NOT NULL, unit VARCHAR, status VARCHAR,
      submitted_on VARCHAR, document_modified VARCHAR, state VARCHAR NOT NULL)`,
    `CREATE VIEW source AS SELECT * FROM source_event
      WHERE seq IN (SELECT max(seq) FROM source_event GROUP BY source)`,

    // `replaces` is the seq of the event that said the same source's value before; `moved`: only the place differs
    `CREATE TABLE observation_event (
      seq INTEGER NOT NULL, run INTEGER NOT NULL, source INTEGER NOT NULL, version INTEGER NOT NULL,
      ordinal INTEGER NOT NULL, replaces INTEGER, moved BOOLEAN NOT NULL,
      unit INTEGER NOT NULL, element INTEGER NOT NULL, period INTEGER NOT NULL,
      before_status INTEGER, before_number DOUBLE, before_text VARCHAR,
      status INTEGER NOT NULL, number DOUBLE, text VARCHAR, raw VARCHAR,
      file INTEGER, tab INTEGER, cell INTEGER, line INTEGER)`,
    `CREATE VIEW observation_state AS SELECT * FROM observation_event e
      WHERE NOT EXISTS (SELECT 1 FROM observation_event later WHERE later.replaces = e.seq)`,
    `CREATE VIEW observation_history AS
      SELECT e.seq, e.run, v.path, u.text AS unit, x.text AS element, p.text AS period, e.moved,
        b.text AS before_status, e.before_number, e.before_text, s.text AS status, e.number, e.text, e.raw,
        f.text AS file, t.text AS tab, c.text AS cell, e.line
      FROM observation_event e
      JOIN source_event v ON v.seq = e.version
      JOIN term u ON u.id = e.unit JOIN term x ON x.id = e.element JOIN term p ON p.id = e.period
      JOIN term s ON s.id = e.status LEFT JOIN term b ON b.id = e.before_status
      LEFT JOIN term f ON f.id = e.file LEFT JOIN term t ON t.id = e.tab LEFT JOIN term c ON c.id = e.cell`,

    `CREATE TABLE result (
      version INTEGER NOT NULL, ordinal INTEGER NOT NULL,
      school_year VARCHAR NOT NULL, procedure VARCHAR NOT NULL, subject VARCHAR NOT NULL, grade VARCHAR NOT NULL,
      stage VARCHAR NOT NULL, district VARCHAR NOT NULL, organisation VARCHAR NOT NULL,
      participants DOUBLE NOT NULL, mark2 DOUBLE NOT NULL, mark3 DOUBLE NOT NULL, mark4 DOUBLE NOT NULL,
      mark5 DOUBLE NOT NULL, below_min DOUBLE, high DOUBLE, mean_score DOUBLE, journal_lower DOUBLE,
      journal_same DOUBLE, journal_higher DOUBLE, observers DOUBLE,
      file VARCHAR, tab VARCHAR, cell VARCHAR, line INTEGER)`,
    `CREATE TABLE marker (
      version INTEGER NOT NULL, ordinal INTEGER NOT NULL, school_year VARCHAR NOT NULL, organisation VARCHAR NOT NULL,
      municipality VARCHAR, login VARCHAR, name VARCHAR, works VARCHAR NOT NULL, file VARCHAR, tab VARCHAR, cell VARCHAR, line INTEGER)`,
    'CREATE TABLE register_row (version INTEGER NOT NULL, ordinal INTEGER NOT NULL, line INTEGER NOT NULL, columns VARCHAR NOT NULL)',
    `CREATE TABLE issue (
      version INTEGER NOT NULL, ordinal INTEGER NOT NULL, code VARCHAR NOT NULL, organisation VARCHAR, element VARCHAR,
      period VARCHAR, raw VARCHAR, params VARCHAR, severity VARCHAR, message VARCHAR,
      file VARCHAR, tab VARCHAR, cell VARCHAR, line INTEGER)`,

    'CREATE TABLE closed_year (school_year VARCHAR NOT NULL)',
  ],
  [
    // which year a workbook reports on, and by which post it was handed in
    'ALTER TABLE source_event ADD COLUMN school_year VARCHAR',
    'ALTER TABLE source_event ADD COLUMN submitted_by_post VARCHAR',
    `CREATE OR REPLACE VIEW source AS SELECT * FROM source_event
      WHERE seq IN (SELECT max(seq) FROM source_event GROUP BY source)`,
  ],
  [
    `CREATE TABLE record_row (
      version INTEGER NOT NULL, ordinal INTEGER NOT NULL, record VARCHAR NOT NULL, unit VARCHAR NOT NULL,
      school_year VARCHAR NOT NULL, no INTEGER NOT NULL, row_key VARCHAR, given VARCHAR NOT NULL, answers VARCHAR,
      file VARCHAR, tab VARCHAR, cell VARCHAR, line INTEGER)`,
  ],
  ['ALTER TABLE record_row ADD COLUMN cells VARCHAR'],
  [
    // by the machine's clock, for the schedule only: nothing that is published may depend on it
    'ALTER TABLE run_start ADD COLUMN started_at BIGINT',
    // runs whose outputs all lie in their place
    'CREATE TABLE run_complete (run INTEGER NOT NULL)',
  ],
  [
    // Google spreadsheets: the name people know them by, and the tab of a place
    'ALTER TABLE source_event ADD COLUMN title VARCHAR',
    `CREATE OR REPLACE VIEW source AS SELECT * FROM source_event
      WHERE seq IN (SELECT max(seq) FROM source_event GROUP BY source)`,
    'ALTER TABLE observation_event ADD COLUMN gid INTEGER',
    `CREATE OR REPLACE VIEW observation_state AS SELECT * FROM observation_event e
      WHERE NOT EXISTS (SELECT 1 FROM observation_event later WHERE later.replaces = e.seq)`,
    `CREATE OR REPLACE VIEW observation_history AS
      SELECT e.seq, e.run, v.path, v.title, u.text AS unit, x.text AS element, p.text AS period, e.moved,
        b.text AS before_status, e.before_number, e.before_text, s.text AS status, e.number, e.text, e.raw,
        f.text AS file, t.text AS tab, c.text AS cell, e.line, e.gid
      FROM observation_event e
      JOIN source_event v ON v.seq = e.version
      JOIN term u ON u.id = e.unit JOIN term x ON x.id = e.element JOIN term p ON p.id = e.period
      JOIN term s ON s.id = e.status LEFT JOIN term b ON b.id = e.before_status
      LEFT JOIN term f ON f.id = e.file LEFT JOIN term t ON t.id = e.tab LEFT JOIN term c ON c.id = e.cell`,
    'ALTER TABLE result ADD COLUMN gid INTEGER',
    'ALTER TABLE marker ADD COLUMN gid INTEGER',
    'ALTER TABLE record_row ADD COLUMN gid INTEGER',
    'ALTER TABLE issue ADD COLUMN gid INTEGER',
  ],
  [
    // what runs noticed of the register of organisations; an empty text = there was nothing
    `CREATE TABLE register_event (
      run INTEGER NOT NULL, date VARCHAR NOT NULL, unit VARCHAR NOT NULL, field VARCHAR NOT NULL,
      before VARCHAR NOT NULL, after VARCHAR NOT NULL)`,
  ],
];

/** Brings the schema of the store at `path` to the newest version, each step in a transaction. */
export async function migrate(db: Database, path: string): Promise<void> {
  await db.run('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)');
  const [row] = await db.rows('SELECT coalesce(max(version), 0) AS version FROM schema_version');
  const found = Number(row?.version ?? 0);
  if (found > migrations.length) throw new StoreTooNew(storeTexts.tooNew(path, found, migrations.length));
  for (let version = found + 1; version <= migrations.length; version++) {
    await db.transaction(async () => {
      for (const statement of migrations[version - 1]!) await db.run(statement);
      await db.run('INSERT INTO schema_version VALUES ($1)', [version]);
    });
  }
}
