import type { Arrival } from '../../shared/form-calendar/arrival.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import type { SourceRank } from '../../shared/observation/source.ts';
import type { RecordRow } from '../../shared/record/record.ts';
import type { RegisterChange, RegisterEvent } from '../../shared/register/register-change.ts';
import type { AssessmentResult, ObjectivityMarker } from '../../shared/results/result.ts';

/** What reading one file gave. Committed as one transaction or not at all. */
export interface SourceContent {
  readonly kind: 'workbook' | 'observations' | 'results' | 'register' | 'records' | 'markers' | 'unreadable';
  /** Organisation or district of a workbook. */
  readonly unit?: string;
  readonly status?: string;
  /** School year that a workbook reports on. */
  readonly schoolYear?: string;
  readonly submittedOn?: string;
  /** Post of the person who handed in the workbook; never a name. */
  readonly submittedByPost?: string;
  readonly documentModified?: string;
  readonly observations: readonly Observation[];
  readonly results: readonly AssessmentResult[];
  readonly markers: readonly ObjectivityMarker[];
  /** Rows of a register file, by header. */
  readonly registerRows: readonly RegisterRow[];
  /** Rows of registers of objects, whole tables. */
  readonly records: readonly RecordRow[];
  /** Issues that stand in the file itself; they live as long as this version of it. */
  readonly issues: readonly Issue[];
}

export interface RegisterRow {
  readonly line: number;
  readonly columns: Readonly<Record<string, string>>;
}

/** A file or a spreadsheet as the store knows it. */
export interface StoredSource extends SourceRank {
  readonly id: number;
  /** SHA-256 of the content, hex. */
  readonly hash: string;
  /** See SourceVersion.readAs. */
  readonly readAs: string;
  readonly kind: SourceContent['kind'];
  readonly unit?: string;
  readonly status?: string;
  readonly schoolYear?: string;
  readonly submittedByPost?: string;
  /** When the document was first handed in for this unit and year, where what it says of that has changed since. */
  readonly firstHandedIn?: Pick<SourceRank, 'firstSeen' | 'submittedOn'>;
  /** `present`: lies in the inbox; `gone`: left it, values kept; `withdrawn`: values no longer count. */
  readonly state: 'present' | 'gone' | 'withdrawn';
}

export interface SourceVersion {
  readonly path: string;
  /** Name by which people know a Google spreadsheet. */
  readonly title?: string;
  readonly hash: string;
  readonly fileTime: number;
  /**
   * Fingerprint of what the file was read with (catalogue and reader). A commit of the same path and hash under another
   * `readAs` is a second reading of the same document: values are compared as always, but `firstSeen` stays as it was.
   */
  readonly readAs: string;
}

/** Counts of what one commit changed in the store, by the latest state of that file's own values. */
export interface CommitCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** A finished or interrupted run of the ledger. */
export interface RunRecord {
  readonly id: number;
  readonly date: string;
  readonly state: 'started' | 'finished';
  /** JSON of the run's counts; undefined until finished. */
  readonly summary?: string;
  /** True if the run changed any value, result, register row or issue. */
  readonly changed: boolean;
}

/** A complete run. */
export interface Night {
  /** The day it was made for. */
  readonly date: string;
  /** When it was last started by the machine's clock, milliseconds of UTC. */
  readonly startedAt: number;
}

/** One appended event: what a value was before and is now, and in which cell of which file. */
export interface ObservationEvent {
  readonly seq: number;
  readonly run: number;
  readonly source: string;
  readonly unit: string;
  readonly element: string;
  readonly period: string;
  readonly before?: { readonly status: string; readonly value?: number | string };
  readonly after: { readonly status: string; readonly value?: number | string };
  readonly raw?: string;
  readonly place: string;
}

/** What the store holds at one moment. */
export interface StoreView {
  /** In order of id. */
  sources(): Promise<StoredSource[]>;
  /** The latest state of every value of every source that is not withdrawn, by source id, then reading order. */
  observations(): Promise<SourceObservations[]>;
  results(): Promise<{ readonly sourceId: number; readonly result: AssessmentResult }[]>;
  markers(): Promise<{ readonly sourceId: number; readonly marker: ObjectivityMarker }[]>;
  registerRows(): Promise<{ readonly sourceId: number; readonly row: RegisterRow }[]>;
  /** Rows of registers of objects, by source id, then reading order. */
  records(): Promise<{ readonly sourceId: number; readonly row: RecordRow }[]>;
  issues(): Promise<{ readonly sourceId: number; readonly issue: Issue }[]>;
}

/**
 * The small port behind which the store lives. Append-only: a newer version of a file appends events, nothing is
 * overwritten; `observations()` is a projection of the events. One process at a time: `open` of a second one throws
 * StoreLocked. Every method that changes something is one transaction, durable when its promise resolves.
 */
export interface Store extends StoreView {
  /** Starts a run, or takes up the interrupted one so that its files keep their place in the order. */
  beginRun(date: string): Promise<{ readonly id: number; readonly resumed: boolean }>;
  finishRun(id: number, summary: string, changed: boolean): Promise<void>;
  runs(): Promise<RunRecord[]>;
  /** Writes down that everything a finished run had to publish lies in its place. */
  completeRun(id: number): Promise<void>;
  /** The complete runs, oldest first, for the schedule: it finds the nights that were missed. */
  nights(): Promise<Night[]>;

  /** Replaces what this path said before by the new content: appends an event for every value that differs. */
  commitSource(run: number, version: SourceVersion, content: SourceContent): Promise<CommitCounts>;
  /** The same content at another path, under another title or with another file time: nothing else changes. */
  moveSource(id: number, version: SourceVersion): Promise<void>;
  setSourceState(run: number, id: number, state: StoredSource['state']): Promise<void>;

  /** What stood before a run changed anything: the same answer however often the run was interrupted. */
  before(run: number): StoreView;
  /** How many files were read anew in a run, interruptions included. */
  filesRead(run: number): Promise<number>;
  /** The history of one value, oldest first. */
  events(unit: string, element: string, period: string): Promise<ObservationEvent[]>;

  /**
   * When the answers of each unit to each form came, for the given periods. `forms` names the form of every concrete
   * element that counts. A value came when a file that is no draft first gave it: on the day of «Сдано» in that version
   * of the file, but no later than the day of the run that read it. Of several files the earliest counts, of several
   * values of a form the latest. Files that were withdrawn gave nothing. Sorted by unit, form, period.
   */
  arrivals(forms: ReadonlyMap<string, string>, periods: readonly string[]): Promise<Arrival[]>;

  /** What runs noticed of the register of organisations, oldest first. */
  registerEvents(): Promise<RegisterEvent[]>;
  /** Adds what a run, held on `date`, found changed. */
  appendRegisterChanges(run: number, date: string, changes: readonly RegisterChange[]): Promise<void>;

  /** School years closed for entry. */
  closedYears(): Promise<string[]>;
  closeYear(schoolYear: string): Promise<void>;
  /** Takes a closing back. */
  openYear(schoolYear: string): Promise<void>;

  close(): Promise<void>;
}

export interface SourceObservations {
  readonly sourceId: number;
  readonly observations: readonly Observation[];
}

/** Another process holds the store: exit code 4. */
export class StoreLocked extends Error {
  override readonly name = 'StoreLocked';
}
