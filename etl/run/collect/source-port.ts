import type { Issue } from '../../../shared/issue/issue.ts';
import type { PersonalDataKind } from '../../../shared/parse/personal-data.ts';
import type { SourceContent, StoredSource } from '../../store/store.ts';

/** A place where sources lie: the folders of files, or a folder of Google spreadsheets. */
export interface SourcePort {
  /** True for the paths of stored sources that come from here. */
  owns(path: string): boolean;
  /** What lies there now. `known`: what the store holds, by path. */
  list(known: ReadonlyMap<string, StoredSource>): Promise<SourceListing>;
  /** Called when everything that was listed has been dealt with and committed. */
  done?(): Promise<void>;
}

export interface SourceListing {
  /** In code-point order of their paths. */
  readonly sources: readonly ListedSource[];
  /** False where nobody can tell what has left: then nothing is marked as gone. */
  readonly isComplete: boolean;
  /** Why the place as a whole could not be looked at. */
  readonly issues: readonly Issue[];
  /** What else is to be said about what lies there. */
  readonly notes?: readonly Issue[];
}

export interface ListedSource {
  /** Path below the inbox, or the address of a spreadsheet. */
  readonly path: string;
  /** Name by which people know a spreadsheet. */
  readonly title?: string;
  /** Last modification in whole milliseconds. */
  readonly fileTime: number;
  /** What a name held that must not be shown. */
  readonly hidden?: PersonalDataKind;
  /** Hash of the content where it is known without opening the source. */
  readonly hash?: string;
  open(): Promise<OpenedSource>;
}

/**
 * `left`: gone since it was listed. `closed`: cannot be opened now, so what is known of it stands.
 * `open`: its hash, and its content for those who want it.
 */
export type OpenedSource =
  | { readonly state: 'left' }
  | { readonly state: 'closed'; readonly issue: Issue }
  | { readonly state: 'open'; readonly hash: string; content(): SourceContent };
