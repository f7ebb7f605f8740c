import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Catalog } from '../../shared/catalog/types.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import { underPresentNames } from '../../shared/observation/present-names.ts';
import { emptyContent } from '../csv/content.ts';
import { nameIssue } from '../source/name-issue.ts';
import { readSource, type SourceContext } from '../source/read-source.ts';
import type { SourceContent, Store } from '../store/store.ts';
import { assembleRegister, type RegisterSourceRow } from '../workspace/assemble-register.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { refusedBefore, type Standing, withholdClosed } from './closed-years.ts';
import { contentHash, readingFingerprint } from './fingerprint.ts';
import { type InboxFile, listFiles } from './list-files.ts';
import { workspaceId } from './template-outputs.ts';
import { recordsOnce, withholdClosedRecords } from './withhold-records.ts';

/** Files are refused unread above this size (contracts §8). */
export const maxFileBytes = 25 * 1024 * 1024;

export interface CollectCounts {
  /** Files read anew in this run. */
  read: number;
  /** Files the store already knows as they are. */
  unchanged: number;
  /** Files lying in the inbox that cannot be read. */
  failed: number;
  /** True if anything in the store changed. */
  changed: boolean;
  /** What stands only now: files that could not be opened, of which the store keeps what it knew. */
  readonly passing: Issue[];
}

export type CollectProgress = (done: number, total: number, path: string) => void;

const unreadable = (file: InboxFile, code: Issue['code'], params: Issue['params'] = {}): SourceContent => ({
  ...emptyContent('unreadable'),
  issues: [{ code, place: { file: file.path }, params }],
});

/** A file named after a person is read; its name is told by its kind only. */
const withNameIssue = (content: SourceContent, { path, hidden }: InboxFile): SourceContent =>
  hidden === undefined ? content : { ...content, issues: [nameIssue(path, hidden), ...content.issues] };

/** What reading needs to know of the workspace: its definitions, and whose workbooks belong here. */
export function sourceContext(workspace: Workspace, inbox: readonly RegisterSourceRow[] = []): SourceContext {
  const { districts } = assembleRegister(workspace.districts, workspace.organisationRows, inbox);
  return {
    catalog: workspace.catalog,
    schoolYear: workspace.config.schoolYear,
    ...(districts.length > 0 && { workspaces: districts.map(workspaceId) }),
  };
}

/**
 * Brings the store up to date with the inbox, one file in memory at a time: new and changed files are read and
 * committed, files that left are marked, moved ones keep their history. A file that cannot be read is that file's
 * result, not the end of the run.
 */
export async function collect(
  workspace: Workspace,
  store: Store,
  run: number,
  progress: CollectProgress = () => undefined,
): Promise<CollectCounts> {
  const readAs = readingFingerprint(workspace.catalog);
  const rows = await store.registerRows();
  const context = sourceContext(
    workspace,
    rows.map(({ row }) => ({ file: '', ...row })),
  );
  const { paths, config } = workspace;
  const folders = config.sources.map((folder) => resolve(paths.root, folder));
  const files = await listFiles(paths.inbox, folders);
  const stored = await store.sources();
  const byPath = new Map(stored.map((source) => [source.path, source]));
  const here = new Set(files.map((file) => file.path));
  const leftByHash = new Map(stored.filter((s) => !here.has(s.path)).map((s) => [s.hash, s]));
  const movedIds = new Set<number>();
  const closedYears = new Set(await store.closedYears());
  const reopened = await refusedBefore(store, closedYears);
  let standing = onceRead(store, workspace.catalog);
  let standingRecords = recordsOnce(store);
  const counts: CollectCounts = { read: 0, unchanged: 0, failed: 0, changed: false, passing: [] };

  let done = 0;
  for (const file of files) {
    progress(done++, files.length, file.path);
    const tooLarge = file.size > maxFileBytes;
    const closed = file.fault !== undefined || tooLarge;
    const bytes = closed ? new Uint8Array() : await readFile(file.absolute).catch(codeOf);
    if (typeof bytes === 'string') {
      // gone since the folder was listed: it has left; held by another program: the next run will see
      if (bytes === 'ENOENT') here.delete(file.path);
      else {
        const reason = bytes === 'EACCES' || bytes === 'EPERM' ? 'access' : 'busy';
        counts.passing.push({ code: 'file.unavailable', place: { file: file.path }, params: { reason } });
        counts.failed++;
      }
      continue;
    }
    const hash =
      file.fault !== undefined
        ? `${file.fault}:${file.path}`
        : tooLarge
          ? `too_large:${file.size}:${file.fileTime}`
          : contentHash(bytes);
    const version = { path: file.path, hash, fileTime: file.fileTime, readAs };
    let known = byPath.get(file.path);
    const moved = known ? undefined : leftByHash.get(hash);
    if (moved) {
      leftByHash.delete(hash);
      movedIds.add(moved.id);
      await store.moveSource(moved.id, version);
      // places name the path, so what was read before the move is stale
      standing = onceRead(store, workspace.catalog);
      standingRecords = recordsOnce(store);
      if (moved.state === 'gone') await store.setSourceState(run, moved.id, 'present');
      counts.changed = true;
      // places name the path, so the file is read again below, keeping its rank
      known = { ...moved, path: file.path, readAs: '' };
    }
    const isRead = known?.hash === hash && known.readAs === readAs && !reopened.has(known.id);
    if (known && (isRead || (known.hash === hash && known.state === 'withdrawn'))) {
      if (known.state === 'gone') {
        await store.setSourceState(run, known.id, 'present');
        counts.changed = true;
      }
      if (known.kind === 'unreadable') counts.failed++;
      else counts.unchanged++;
      continue;
    }
    const content = withNameIssue(
      file.fault !== undefined
        ? unreadable(file, 'file.unavailable', { reason: file.fault })
        : tooLarge
          ? unreadable(file, 'file.too_large', { megabytes: Math.ceil(file.size / 1048576) })
          : readSource(file.path, bytes, context),
      file,
    );
    const open = await withholdClosed(content, known, standing, closedYears);
    await store.commitSource(
      run,
      version,
      await withholdClosedRecords(open, known, standingRecords, closedYears),
    );
    counts.changed = true;
    if (content.kind === 'unreadable') counts.failed++;
    else counts.read++;
  }
  for (const source of stored) {
    if (here.has(source.path) || source.state !== 'present' || movedIds.has(source.id)) continue;
    await store.setSourceState(run, source.id, 'gone');
    counts.changed = true;
  }
  progress(files.length, files.length, '');
  return counts;
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/**
 * What the store held before this run's files, by source and under the elements' present names: read at the first need,
 * and once however many files ask.
 */
function onceRead(store: Store, catalog: Catalog): Standing {
  let reading: Promise<ReadonlyMap<number, readonly Observation[]>> | undefined;
  return () => {
    reading ??= store.observations().then((all) => {
      const renamed = underPresentNames<Observation>(catalog);
      return new Map(all.map((s) => [s.sourceId, renamed(s.observations)]));
    });
    return reading;
  };
}
