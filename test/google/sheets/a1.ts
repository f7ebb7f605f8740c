/** A1 notation: `Tab!A1:B2`, `'My tab'!A:C`, `Tab!2:3`, `Tab`, `A1`. Indexes are 0-based, ends exclusive. */
export interface A1 {
  tab?: string;
  startRow?: number;
  endRow?: number;
  startColumn?: number;
  endColumn?: number;
  /** One cell was named, not a range. */
  single?: boolean;
}

export function columnName(index: number): string {
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

export function columnIndex(name: string): number {
  let n = 0;
  for (const letter of name.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

const CELLS = /^\$?([A-Za-z]{1,3})?\$?(\d+)?(?::\$?([A-Za-z]{1,3})?\$?(\d+)?)?$/;

/** Parses a reference; `undefined` when it is none. `known` tells which bare words are names of tabs. */
export function parseA1(text: string, known: (title: string) => boolean): A1 | undefined {
  const quoted = /^'((?:[^']|'')+)'(?:!(.+))?$/.exec(text);
  if (quoted) return within(quoted[1]!.replaceAll("''", "'"), quoted[2]);
  const bang = text.lastIndexOf('!');
  if (bang > 0) return within(text.slice(0, bang), text.slice(bang + 1));
  if (known(text)) return { tab: text };
  return cells(text);
}

function within(tab: string, reference: string | undefined): A1 | undefined {
  if (reference === undefined) return { tab };
  const found = cells(reference);
  return found && { tab, ...found };
}

function cells(text: string): A1 | undefined {
  const hit = CELLS.exec(text);
  if (!hit || text === '' || text === ':') return undefined;
  const [, c1, r1, c2, r2] = hit;
  if (!c1 && !r1) return undefined;
  const range = text.includes(':');
  if (!range) {
    if (!c1 || !r1) return undefined;
    const row = Number(r1) - 1;
    const column = columnIndex(c1);
    if (row < 0) return undefined;
    return { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1, single: true };
  }
  const rows = [r1, r2].filter((r) => r !== undefined).map((r) => Number(r) - 1);
  const columns = [c1, c2].filter((c) => c !== undefined).map(columnIndex);
  const result: A1 = {};
  if (r1) result.startRow = r2 ? Math.min(...rows) : rows[0]!;
  if (r2) result.endRow = Math.max(...rows) + 1;
  if (c1) result.startColumn = c2 ? Math.min(...columns) : columns[0]!;
  if (c2) result.endColumn = Math.max(...columns) + 1;
  return result;
}

/** Writes a reference the way Google does: quoted unless the title is a plain word. */
export function formatA1(a1: A1): string {
  const from = `${a1.startColumn === undefined ? '' : columnName(a1.startColumn)}${a1.startRow === undefined ? '' : a1.startRow + 1}`;
  const to = `${a1.endColumn === undefined ? '' : columnName(a1.endColumn - 1)}${a1.endRow === undefined ? '' : a1.endRow}`;
  const cell = a1.startRow !== undefined && a1.startColumn !== undefined;
  const reference = (cell && from === to) || (to === '' && cell) ? from : from === '' ? '' : `${from}:${to}`;
  if (a1.tab === undefined) return reference;
  const title = /^[A-Za-z_][A-Za-z0-9_]*$/.test(a1.tab) ? a1.tab : `'${a1.tab.replaceAll("'", "''")}'`;
  return reference === '' ? title : `${title}!${reference}`;
}
