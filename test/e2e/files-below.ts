import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of all files below a folder, in order. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
