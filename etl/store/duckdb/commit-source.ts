import type { CommitCounts, SourceContent, SourceVersion } from '../store.ts';
import { appendEvents } from './append-events.ts';
import { appendContents } from './contents.ts';
import type { Database } from './database.ts';
import { epoch, requireOpenRun } from './ledger.ts';
import { appendSourceEvent, nextSourceNumbers, sourceAt } from './sources.ts';
import type { Terms } from './terms.ts';

/** Takes one file's content as what its path says from now on. To be called inside a transaction. */
export async function commitSource(
  db: Database,
  terms: Terms,
  run: number,
  version: SourceVersion,
  content: SourceContent,
): Promise<CommitCounts> {
  await requireOpenRun(db, run);
  const known = (await sourceAt(db, version.path))?.source;
  const next = await nextSourceNumbers(db);
  const id = known?.id ?? next.source;
  const sameDocument = known?.hash === version.hash;
  const { path, title, hash, readAs, fileTime } = version;
  const { kind, unit, status, schoolYear, submittedOn, submittedByPost, documentModified } = content;

  const counts = await appendEvents(
    db,
    terms,
    { run, source: id, version: next.seq, path },
    content.observations,
  );
  await appendContents(db, next.seq, path, content);
  await appendSourceEvent(db, next.seq, run, {
    version: next.seq,
    source: {
      id,
      path,
      ...(title === undefined ? {} : { title }),
      hash,
      readAs,
      fileTime,
      firstSeen: sameDocument
        ? known.firstSeen
        : ((known === undefined && kind === 'workbook' ? await firstSight(db, hash) : undefined) ??
          (await epoch(db))),
      kind,
      ...(unit === undefined ? {} : { unit }),
      ...(status === undefined ? {} : { status }),
      ...(submittedOn === undefined ? {} : { submittedOn }),
      ...(schoolYear === undefined ? {} : { schoolYear }),
      ...(submittedByPost === undefined ? {} : { submittedByPost }),
      ...(documentModified === undefined ? {} : { documentModified }),
      // a second reading does not bring back what was withdrawn; another document does
      state: sameDocument && known.state === 'withdrawn' ? 'withdrawn' : 'present',
    },
  });
  await terms.append(db);
  return counts;
}

/** A copy of a known workbook under another name is the same document, mailed twice: nothing new was seen. */
async function firstSight(db: Database, hash: string): Promise<number | undefined> {
  const [row] = await db.rows('SELECT min(first_seen) AS n FROM source_event WHERE hash = $1', [hash]);
  return typeof row?.n === 'number' ? row.n : undefined;
}
