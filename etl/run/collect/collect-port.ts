import { nameIssue } from '../../source/name-issue.ts';
import type { SourceContent, Store, StoredSource } from '../../store/store.ts';
import type { CollectCounts, CollectProgress } from './counts.ts';
import type { ListedSource, SourcePort } from './source-port.ts';
import type { StandingValues } from './standing-values.ts';

/** What all ports of one run share. */
export interface CollectRun {
  readonly store: Store;
  readonly run: number;
  /** Fingerprint of what sources are read with. */
  readonly readAs: string;
  readonly standing: StandingValues;
  /** Sources that must be read anew whatever their hash. */
  readonly reopened: ReadonlySet<number>;
  readonly counts: CollectCounts;
  readonly progress: CollectProgress;
}

/**
 * Brings the store up to date with one port, one source in memory at a time: new and changed ones are read and committed,
 * those that left are marked, moved ones keep their history. A source that cannot be read is that source's result, not
 * the end of the run.
 */
export async function collectPort(port: SourcePort, run: CollectRun): Promise<void> {
  const stored = (await run.store.sources()).filter(({ path }) => port.owns(path));
  const listing = await port.list(new Map(stored.map((source) => [source.path, source])));
  run.counts.passing.push(...listing.issues, ...(listing.notes ?? []));
  run.counts.failed += listing.issues.length;
  await new PortCollection(run, stored, listing.sources).collect(listing.isComplete);
  await port.done?.();
}

class PortCollection {
  readonly #run: CollectRun;
  readonly #stored: readonly StoredSource[];
  readonly #sources: readonly ListedSource[];
  readonly #byPath: ReadonlyMap<string, StoredSource>;
  readonly #here: Set<string>;
  /** Sources that lie nowhere any more, by hash: one of them may come back under another path. */
  readonly #leftByHash: Map<string, StoredSource>;
  readonly #moved = new Set<number>();

  constructor(run: CollectRun, stored: readonly StoredSource[], sources: readonly ListedSource[]) {
    this.#run = run;
    this.#stored = stored;
    this.#sources = sources;
    this.#byPath = new Map(stored.map((source) => [source.path, source]));
    this.#here = new Set(sources.map(({ path }) => path));
    this.#leftByHash = new Map(stored.filter((s) => !this.#here.has(s.path)).map((s) => [s.hash, s]));
  }

  async collect(isComplete: boolean): Promise<void> {
    const { progress, store, run, counts } = this.#run;
    // where nobody can tell what has left, nothing has moved either
    if (!isComplete) this.#leftByHash.clear();
    for (const [done, source] of this.#sources.entries()) {
      progress(done, this.#sources.length, source.title ?? source.path);
      await this.#take(source);
    }
    for (const source of isComplete ? this.#stored : []) {
      if (this.#here.has(source.path) || source.state !== 'present' || this.#moved.has(source.id)) continue;
      await store.setSourceState(run, source.id, 'gone');
      counts.changed = true;
    }
    if (this.#sources.length > 0) progress(this.#sources.length, this.#sources.length, '');
  }

  async #take(source: ListedSource): Promise<void> {
    const { counts } = this.#run;
    const before = this.#byPath.get(source.path);
    if (before && source.hash !== undefined && this.#isKnown(before, source.hash)) {
      return this.#keep(source, before);
    }
    const opened = await source.open();
    if (opened.state === 'left') {
      this.#here.delete(source.path);
      return;
    }
    if (opened.state === 'closed') {
      counts.passing.push(opened.issue);
      counts.failed++;
      return;
    }
    const { hash } = opened;
    const known = before ?? (await this.#moveHere(source, hash));
    if (known && this.#isKnown(known, hash)) return this.#keep(source, known);
    await this.#commit(source, hash, opened.content(), known);
  }

  /** True where reading the source again would give what the store holds. */
  #isKnown(known: StoredSource, hash: string): boolean {
    const { readAs, reopened } = this.#run;
    if (known.hash !== hash) return false;
    return known.state === 'withdrawn' || (known.readAs === readAs && !reopened.has(known.id));
  }

  async #keep(source: ListedSource, known: StoredSource): Promise<void> {
    const { store, run, counts } = this.#run;
    if (known.title !== source.title) {
      await store.moveSource(known.id, this.#version(source, known.hash));
      counts.changed = true;
    } else if (source.title !== undefined && known.fileTime !== source.fileTime) {
      // touched, with nothing in it changed: its time tells it from what was not read yet, should the state be lost
      await store.moveSource(known.id, this.#version(source, known.hash));
    }
    if (known.state === 'gone') {
      await store.setSourceState(run, known.id, 'present');
      counts.changed = true;
    }
    if (known.kind === 'unreadable') counts.failed++;
    else counts.unchanged++;
  }

  /** A source with this content that lies nowhere any more: it has come here, and is read again, keeping its rank. */
  async #moveHere(source: ListedSource, hash: string): Promise<StoredSource | undefined> {
    const { store, run, counts, standing } = this.#run;
    const moved = this.#leftByHash.get(hash);
    if (!moved) return undefined;
    this.#leftByHash.delete(hash);
    this.#moved.add(moved.id);
    await store.moveSource(moved.id, this.#version(source, hash));
    // places name the path, so what was read before the move is stale
    standing.forget();
    if (moved.state === 'gone') await store.setSourceState(run, moved.id, 'present');
    counts.changed = true;
    return { ...moved, path: source.path, readAs: '' };
  }

  async #commit(
    source: ListedSource,
    hash: string,
    content: SourceContent,
    known: StoredSource | undefined,
  ): Promise<void> {
    const { store, run, counts, standing } = this.#run;
    const named = withNameIssue(content, source);
    await store.commitSource(run, this.#version(source, hash), await standing.withhold(named, known));
    counts.changed = true;
    if (content.kind === 'unreadable') counts.failed++;
    else counts.read++;
  }

  #version({ path, title, fileTime }: ListedSource, hash: string) {
    return { path, ...(title !== undefined && { title }), hash, fileTime, readAs: this.#run.readAs };
  }
}

/** A source named after a person is read; its name is told by its kind only. */
const withNameIssue = (content: SourceContent, { path, title, hidden }: ListedSource): SourceContent =>
  hidden === undefined
    ? content
    : {
        ...content,
        issues: [nameIssue({ path, ...(title !== undefined && { title }) }, hidden), ...content.issues],
      };
