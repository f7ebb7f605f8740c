import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Catalog } from '../../shared/catalog/types.ts';
import { compareText } from '../../shared/number/compare-text.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** SHA-256 of bytes or text, hex. */
export const contentHash = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

/**
 * Fingerprint of the program text below some folders, so that a new version of the product reads files and draws
 * summaries anew without anybody having to raise a number by hand.
 */
export function codeFingerprint(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((n) => n.endsWith('.ts')).sort(compareText)) {
      hash.update(name).update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.digest('hex');
}

/** What decides how a file is read: dimensions, forms, elements, synonyms, registers, and the readers themselves. */
export function readingFingerprint(catalog: Catalog): string {
  const seen = [
    codeFingerprint([
      'shared/parse',
      'shared/record',
      'etl/source',
      'etl/csv',
      'etl/xlsx',
      'etl/google/read',
    ]),
    [...catalog.forms.values()],
    [...catalog.dimensions.values()],
    [...catalog.elements.values()],
    catalog.synonyms,
    [...catalog.records.values()],
    [...catalog.directions.values()],
  ];
  return contentHash(JSON.stringify(seen)).slice(0, 16);
}

/** What decides how the answers of Google become a workbook. */
export const googleFingerprint = (): string => codeFingerprint(['etl/google/read', 'etl/xlsx/reading']);

/** What decides how a summary looks, apart from its figures. */
export const drawingFingerprint = (): string => codeFingerprint(['shared', 'etl/drawing', 'etl/xlsx']);
