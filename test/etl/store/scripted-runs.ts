import type { SourceContent, Store } from '../../../etl/store/store.ts';
import type { Observation } from '../../../shared/observation/observation.ts';

export const filesPerRun = 6;
/** More than one of DuckDB's vectors, so that a commit is torn if anything can tear it. */
export const valuesPerFile = 2100;

/** What lies in the inbox at each run: file number → version of its content; an absent file has left. */
const inboxes: readonly ReadonlyMap<number, number>[] = [
  new Map(Array.from({ length: filesPerRun }, (_, f) => [f, 1])),
  // even files have a new version, 3 has left, 6 is new
  new Map(
    Array.from(
      { length: filesPerRun + 1 },
      (_, f) => [f, f % 2 === 0 && f < filesPerRun ? 2 : 1] as const,
    ).filter(([f]) => f !== 3),
  ),
];

export const pathOf = (file: number): string => `school-${file}.xlsx`;
export const hashOf = (file: number, version: number): string => `${file}/${version}`;

/** Files 4 and 5 report for the same unit, so that ranks decide. */
const unitOf = (file: number): string => `s${file === 5 ? 4 : file}`;

export function contentOf(file: number, version: number): SourceContent {
  const path = pathOf(file);
  const observations: Observation[] = [];
  for (let i = 0; i < valuesPerFile; i++) {
    // the second version leaves out every 50th value and changes every 7th
    if (version === 2 && i % 50 === 0) continue;
    observations.push({
      unit: unitOf(file),
      element: `element.number.m${i}`,
      period: '2024/25',
      status: 'value',
      value: version === 2 && i % 7 === 0 ? file * 10_000 + i + 0.5 : file + i,
      place: { file: path, tab: 'Форма', cell: `D${i + 4}` },
    });
  }
  return {
    kind: 'workbook',
    unit: unitOf(file),
    observations,
    results: [],
    markers: [],
    records: [],
    registerRows: [{ line: version, columns: { file: path } }],
    issues: [{ code: 'key.unknown', place: { file: path }, raw: `${version}` }],
  };
}

/**
 * Two nights, as `msoko run` would live them: what is already in the store is left alone, an interrupted run is taken
 * up. `say` hears `start <file>/<version>` before and `done <file>/<version>` after each commit.
 */
export async function carryOut(store: Store, say: (line: string) => void): Promise<void> {
  for (const [night, inbox] of inboxes.entries()) {
    const finished = (await store.runs()).filter((run) => run.state === 'finished').length;
    if (finished > night) continue;
    const run = await store.beginRun(`2025-06-0${night + 1}`);
    const known = new Map((await store.sources()).map((source) => [source.path, source]));
    for (const [file, version] of inbox) {
      const path = pathOf(file);
      const hash = hashOf(file, version);
      if (known.get(path)?.hash === hash) continue;
      say(`start ${hash}`);
      await store.commitSource(
        run.id,
        { path, hash, fileTime: 1000 + file, readAs: 'r1' },
        contentOf(file, version),
      );
      say(`done ${hash}`);
    }
    for (const source of known.values()) {
      const here = [...inbox.keys()].some((file) => pathOf(file) === source.path);
      if (!here && source.state === 'present') await store.setSourceState(run.id, source.id, 'gone');
    }
    await store.finishRun(run.id, `{"night":${night}}`, true);
    say(`finished ${night}`);
  }
}
