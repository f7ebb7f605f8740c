import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { detectPersonalData } from '../../../shared/parse/personal-data.ts';
import type { WorkbookData } from '../../../shared/parse/workbook.ts';
import { writeAtomic } from '../../files/write-atomic.ts';
import { contentHash, googleFingerprint } from '../../run/fingerprint.ts';

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

interface Cached {
  /** Fingerprint of the program that read it. */
  readonly readBy: string;
  readonly hash: string;
  readonly sheets: WorkbookData['sheets'];
}

/** What a spreadsheet holds, told apart from any other content. */
export const spreadsheetHash = ({ sheets }: WorkbookData): string => contentHash(JSON.stringify(sheets));

/**
 * What was read of spreadsheets, so that a changed catalogue is applied without asking Google again. A spreadsheet in
 * which anybody wrote personal data is not kept; nor is what cannot be read back missed: Google is asked then.
 */
export class SpreadsheetCache {
  readonly #folder: string;
  readonly #readBy = googleFingerprint();

  constructor(store: string) {
    this.#folder = join(store, 'google');
  }

  async read(id: string, hash: string): Promise<WorkbookData | undefined> {
    try {
      const text = (await unpacked(await readFile(this.#path(id)))).toString('utf8');
      const { readBy, hash: kept, sheets } = JSON.parse(text) as Cached;
      return readBy === this.#readBy && kept === hash ? { sheets } : undefined;
    } catch {
      return undefined;
    }
  }

  async write(id: string, hash: string, workbook: WorkbookData): Promise<void> {
    if (holdsPersonalData(workbook)) return this.#drop(id);
    const content: Cached = { readBy: this.#readBy, hash, sheets: workbook.sheets };
    await mkdir(this.#folder, { recursive: true });
    await writeAtomic(this.#path(id), await packed(JSON.stringify(content)));
  }

  /** Drops what was kept of all other spreadsheets. */
  async keepOnly(ids: ReadonlySet<string>): Promise<void> {
    const names = await readdir(this.#folder).catch((): string[] => []);
    for (const name of names) {
      const id = /^(.+)\.json\.gz$/.exec(name)?.[1];
      if (id !== undefined && !ids.has(id)) await this.#drop(id);
    }
  }

  #drop = (id: string): Promise<void> => rm(this.#path(id), { force: true });

  #path = (id: string): string => join(this.#folder, `${id}.json.gz`);
}

function holdsPersonalData({ sheets }: WorkbookData): boolean {
  const seen = new Set<string>();
  const isPersonal = (text: string): boolean => {
    if (seen.has(text)) return false;
    seen.add(text);
    return detectPersonalData(text) !== undefined;
  };
  return sheets.some(
    ({ name, cells }) =>
      isPersonal(name.replace(/_/g, ' ')) ||
      cells.some(({ scalar }) => scalar.type === 'text' && isPersonal(scalar.value)),
  );
}
