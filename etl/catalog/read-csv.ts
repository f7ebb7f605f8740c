import Papa from 'papaparse';
import type { CatalogTable } from '../../shared/catalog/table.ts';
import { tableKindNames, tableKinds } from '../../shared/catalog/table-kinds.ts';
import { decodeText } from './decode-text.ts';
import { type Line, toTable } from './to-table.ts';

const delimiters = [',', ';', '\t'];
const columns = new Set(tableKindNames.flatMap((kind) => [...tableKinds[kind].columns]));

/** The delimiter that gives most known columns; data are never asked. */
function delimiterOf(header: string): string {
  const known = (delimiter: string): number =>
    header.split(delimiter).filter((name) => columns.has(name.replace(/^"|"$/g, '').trim())).length;
  return delimiters.reduce((best, next) => (known(next) > known(best) ? next : best));
}

const lineBreaks = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) count++;
  return count;
};

/** Reads a catalogue file; every cell stays text, line numbers are those of the file even after quoted breaks. */
export function readCatalogCsv(
  bytes: Uint8Array,
  file: string,
  origin: CatalogTable['origin'],
): CatalogTable {
  const text = decodeText(bytes)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  const lines: Line[] = [];
  let line = 1;
  let from = 0;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'))),
    newline: '\n',
    dynamicTyping: false,
    step: ({ data, meta }) => {
      lines.push({ line, cells: data });
      line += lineBreaks(text, from, meta.cursor);
      from = meta.cursor;
    },
  });
  return toTable(file, origin, lines);
}
