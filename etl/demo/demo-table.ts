import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';

/** Text of a file of the demonstration. */
export const demoText = (name: string): string =>
  readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');

/** Rows of a CSV of the demonstration. */
export const demoTable = (name: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(demoText(name), { header: true, skipEmptyLines: true }).data;
