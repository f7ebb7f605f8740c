import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { catalogTables } from '../reference/product.ts';
import type { Row, Workspace } from '../reference/workspace.ts';

/** A cheap repeatable choice of ways to write the same thing. */
export interface Dice {
  /** 0 ≤ n < sides. */
  throw(sides: number): number;
  one<T>(values: readonly T[]): T;
}

export function dice(seed: number): Dice {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    throw: (sides) => Math.floor(next() * sides),
    one: (values) => values[Math.floor(next() * values.length)]!,
  };
}

/** Dimensions of their own, so that members of the built-in dimensions of the same name do not join in. */
export function withOwnDimensions(w: Workspace): Workspace {
  const own = (text = ''): string =>
    text
      .split(' ')
      .map((word) => (word === '' ? '' : `own_${word}`))
      .join(' ');
  return {
    ...w,
    dimensions: w.dimensions.map((row) => ({ ...row, dimension: own(row.dimension) })),
    elements: w.elements.map((row) => ({ ...row, dims: own(row.dims) })),
    indicators: w.indicators.map((row) => ({ ...row, dims: own(row.dims) })),
  };
}

/** Windows-1251 by hand: what these files hold of it. */
function windows1251(text: string): Buffer {
  const bytes = [...text].map((letter) => {
    const code = letter.codePointAt(0)!;
    if (code < 0x80) return code;
    if (letter === 'Ё') return 0xa8;
    if (letter === 'ё') return 0xb8;
    if (code >= 0x410 && code <= 0x44f) return code - 0x350;
    throw new RangeError(`not in the table: ${letter}`);
  });
  return Buffer.from(bytes);
}

/** Rows as a CSV file in one of the dialects of contracts §4; the order and the case of the columns are free. */
export function dialect(d: Dice, header: readonly string[], rows: readonly Row[]): Buffer {
  const delimiter = d.one([',', ';', '\t']);
  const end = d.one(['\n', '\r\n']);
  const always = d.throw(4) === 0;
  const cell = (text: string): string =>
    always || /[",;\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const columns = header
    .map((name) => ({ name, at: d.throw(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
  const shown = d.one([
    (name: string) => name,
    (name: string) => name.toUpperCase(),
    (name: string) => ` ${name} `,
  ]);
  const lines = [
    columns.map(shown).map(cell),
    ...rows.map((row) => columns.map((name) => cell(row[name] ?? ''))),
  ];
  const text = lines.map((line) => line.join(delimiter)).join(end) + d.one(['', end]);
  const encoding = d.throw(3);
  if (encoding === 0) return windows1251(text);
  return Buffer.from((encoding === 1 ? '\uFEFF' : '') + text, 'utf8');
}

/** Plain comma-separated text. */
export function plainCsv(header: readonly string[], rows: readonly Row[]): string {
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))]
    .map((line) => `${line.map(cell).join(',')}\n`)
    .join('');
}

/** Writes a file with a time of its own; folders are made. */
export function put(path: string, content: string | Uint8Array, day = '2024-01-01'): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  utimesSync(path, new Date(day), new Date(day));
}

/** Everything of a workspace but its inbox. */
export function writeFrame(dir: string, w: Workspace, schoolYear: string): void {
  put(join(dir, 'msoko.config.json'), JSON.stringify({ schoolYear }));
  for (const { file, header, rows } of catalogTables(w)) {
    const name = file.split('/').slice(-2).join('-');
    put(
      join(dir, 'catalog', name),
      plainCsv(
        header,
        rows.map((row) => row.columns),
      ),
    );
  }
  put(
    join(dir, 'districts.csv'),
    plainCsv(['code', 'name', 'region', 'region_name', 'roadmap', 'monitoring'], w.districts),
  );
  const columns = [
    ...['code', 'name', 'type', 'district', 'locality', 'programmes', 'opened', 'closed', 'merged_into'],
    ...['login', 'size', 'place'],
  ];
  put(join(dir, 'organisations.csv'), plainCsv(columns, w.organisations));
  mkdirSync(join(dir, 'inbox'), { recursive: true });
}
