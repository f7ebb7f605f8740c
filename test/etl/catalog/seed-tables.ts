import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A printed piece of a table: a cell, or what a page break left of it. White space and markup are gone. */
export interface Piece {
  readonly line: number;
  readonly text: string;
  /** The column it stands in, where the source keeps columns apart. */
  readonly column?: number;
}

/** What the catalogue says is printed in one row: texts of the cells in the order of the source. */
export interface PrintedRow {
  readonly id: string;
  readonly cells: readonly { readonly text: string; readonly column?: number }[];
}

const reference =
  process.env.MSOKO_REFERENCE ?? fileURLToPath(new URL('../../../../shared', import.meta.url));

/** The documents lie beside the project, not in it. */
export const seedsAreHere = existsSync(join(reference, 'seeds'));

/** Lines of a document; line 1 has index 1. */
export const seedLines = (file: string): readonly string[] => [
  '',
  ...readFileSync(join(reference, 'seeds', file), 'utf8').split('\n'),
];

/** Text without white space, without tags of the recogniser and its bookmarks. */
export const bare = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/\[bookmark[^\]]*\]/g, '')
    .replace(/\s+/g, '');

export type Range = readonly [from: number, to: number];

/**
 * Pieces of the lines of a range. `split` tells cells apart: `|` or a tab (then columns are known), or nothing,
 * where every cell and every line of a cell stands on a line of its own. `skip`: lines that are not table rows.
 */
export function piecesOf(
  lines: readonly string[],
  [from, to]: Range,
  split: '|' | '\t' | '',
  skip: (line: string, at: number) => boolean,
): Piece[] {
  const pieces: Piece[] = [];
  for (let line = from; line <= to; line++) {
    const raw = lines[line] ?? '';
    if (skip(raw, line)) continue;
    const inner = split === '|' ? raw.trim().replace(/^\||\|$/g, '') : raw;
    const parts = split === '' ? [raw] : inner.split(split);
    parts.forEach((part, column) => {
      const text = bare(part);
      if (text !== '') pieces.push(split === '' ? { line, text } : { line, text, column });
    });
  }
  return pieces;
}

/** What following the source found: first misfit of each kind, and rows whose cells were printed in pieces. */
export interface Followed {
  readonly problems: readonly string[];
  readonly joined: readonly string[];
}

/**
 * Reads the source piece by piece, in its order, and crosses each off in the row of the catalogue that is due: a
 * piece must be the next part of one of the row's cells, and a row must be finished before the next one begins. So
 * nothing of the source is missing in the catalogue, nothing of the catalogue is missing in the source, and nothing
 * stands twice or elsewhere.
 */
export function follow(pieces: readonly Piece[], rows: readonly PrintedRow[]): Followed {
  const problems: string[] = [];
  const joined: string[] = [];
  let next = 0;
  for (const row of rows) {
    const rest = row.cells
      .map((cell) => ({ column: cell.column, left: bare(cell.text) }))
      .filter((cell) => cell.left !== '');
    const cells = rest.length;
    let used = 0;
    while (rest.some((cell) => cell.left !== '')) {
      const piece = pieces[next];
      const cell = piece && rest.find((one) => fits(one, piece));
      if (piece === undefined || cell === undefined) {
        problems.push(`${row.id}: line ${piece?.line ?? 'none'} «${piece?.text.slice(0, 60) ?? ''}»`);
        return { problems, joined };
      }
      cell.left = cell.left.slice(piece.text.length);
      next++;
      used++;
    }
    if (used > cells) joined.push(row.id);
  }
  for (const piece of pieces.slice(next)) problems.push(`left: line ${piece.line} «${piece.text}»`);
  return { problems, joined };
}

const fits = (cell: { readonly column?: number; readonly left: string }, piece: Piece): boolean =>
  (piece.column === undefined || cell.column === undefined || piece.column === cell.column) &&
  cell.left !== '' &&
  cell.left.startsWith(piece.text);
