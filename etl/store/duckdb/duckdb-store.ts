import type { RegisterChange } from '../../../shared/register/register-change.ts';
import { StoreClosed } from '../errors.ts';
import type { SourceContent, SourceVersion, Store, StoredSource, StoreView } from '../store.ts';
import { arrivals } from './arrivals.ts';
import { commitSource } from './commit-source.ts';
import {
  standingIssues,
  standingMarkers,
  standingRecords,
  standingRegisterRows,
  standingResults,
} from './contents.ts';
import type { Database } from './database.ts';
import { history } from './history.ts';
import { beginRun, completeRun, finishRun, nights, requireOpenRun, runs } from './ledger.ts';
import { before, type Moment, now } from './moment.ts';
import { observations } from './observation-state.ts';
import { appendRegisterChanges, registerEvents } from './register-events.ts';
import { listSources, moveSource, setSourceState } from './sources.ts';
import { Terms } from './terms.ts';

/** The store in one DuckDB file. Calls are carried out one after another, in the order they were made. */
export class DuckDbStore implements Store {
  readonly #db: Database;
  readonly #terms: Terms;
  readonly #released: () => void;
  #last: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | undefined;

  private constructor(db: Database, terms: Terms, released: () => void) {
    this.#db = db;
    this.#terms = terms;
    this.#released = released;
  }

  /** `released` is called when the file is let go of. */
  static async load(db: Database, released: () => void): Promise<DuckDbStore> {
    return new DuckDbStore(db, await Terms.load(db), released);
  }

  beginRun = (date: string) => this.#change((db) => beginRun(db, date));

  finishRun = (id: number, summary: string, changed: boolean) =>
    this.#change((db) => finishRun(db, id, summary, changed));

  runs = () => this.#read(runs);

  completeRun = (id: number) => this.#change((db) => completeRun(db, id));

  nights = () => this.#read(nights);

  commitSource = (run: number, version: SourceVersion, content: SourceContent) =>
    this.#change((db) => commitSource(db, this.#terms, run, version, content));

  moveSource = (id: number, version: SourceVersion) => this.#change((db) => moveSource(db, id, version));

  setSourceState = (run: number, id: number, state: StoredSource['state']) =>
    this.#change(async (db) => {
      await requireOpenRun(db, run);
      await setSourceState(db, run, id, state);
    });

  before = (run: number): StoreView => this.#view(before(run));

  filesRead = (run: number) =>
    this.#read(async (db) => {
      const sql =
        'SELECT count(DISTINCT source) AS n FROM source_event WHERE run = $1 AND seq = version AND kind <> $2';
      const [row] = await db.rows(sql, [run, 'unreadable']);
      return row?.n as number;
    });

  sources = () => this.#view(now).sources();
  observations = () => this.#view(now).observations();
  results = () => this.#view(now).results();
  markers = () => this.#view(now).markers();
  registerRows = () => this.#view(now).registerRows();
  records = () => this.#view(now).records();
  issues = () => this.#view(now).issues();

  #view(moment: Moment): StoreView {
    return {
      sources: () => this.#read((db) => listSources(db, moment)),
      observations: () => this.#read((db) => observations(db, this.#terms, moment)),
      results: () => this.#read((db) => standingResults(db, moment)),
      markers: () => this.#read((db) => standingMarkers(db, moment)),
      registerRows: () => this.#read((db) => standingRegisterRows(db, moment)),
      records: () => this.#read((db) => standingRecords(db, moment)),
      issues: () => this.#read((db) => standingIssues(db, moment)),
    };
  }

  events = (unit: string, element: string, period: string) =>
    this.#read((db) => history(db, unit, element, period));

  arrivals = (forms: ReadonlyMap<string, string>, periods: readonly string[]) =>
    this.#read((db) => arrivals(db, this.#terms, forms, periods));

  registerEvents = () => this.#read(registerEvents);

  appendRegisterChanges = (run: number, date: string, changes: readonly RegisterChange[]) =>
    this.#change((db) => appendRegisterChanges(db, run, date, changes));

  closedYears = () =>
    this.#read(async (db) => {
      const rows = await db.rows('SELECT DISTINCT school_year FROM closed_year ORDER BY school_year');
      return rows.map((row) => row.school_year as string);
    });

  closeYear = (schoolYear: string) =>
    this.#change((db) => db.run('INSERT INTO closed_year VALUES ($1)', [schoolYear]));

  openYear = (schoolYear: string) =>
    this.#change((db) => db.run('DELETE FROM closed_year WHERE school_year = $1', [schoolYear]));

  close(): Promise<void> {
    this.#closing ??= this.#last.then(() => this.#db.close()).finally(this.#released);
    return this.#closing;
  }

  /** One after another: a transaction belongs to the connection, so two must never interleave. */
  #read<T>(work: (db: Database) => Promise<T>): Promise<T> {
    if (this.#closing) return Promise.reject(new StoreClosed('the store is closed'));
    const result = this.#last.then(() => work(this.#db));
    this.#last = result.catch(() => undefined);
    return result;
  }

  #change<T>(work: (db: Database) => Promise<T>): Promise<T> {
    return this.#read(async (db) => {
      try {
        const result = await db.transaction(() => work(db));
        this.#terms.committed();
        return result;
      } catch (error) {
        this.#terms.rolledBack();
        throw error;
      }
    });
  }
}
