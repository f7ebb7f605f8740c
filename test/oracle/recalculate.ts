import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Takes the cached result out of every formula cell, so that whoever shows one must have worked it out. */
export function withoutResults(xlsx: Uint8Array): { bytes: Uint8Array; formulas: number } {
  const parts = unzipSync(xlsx);
  let formulas = 0;
  for (const [name, bytes] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) continue;
    const stripped = strFromU8(bytes).replace(
      /(<c [^>]*?)( t="\w+")?(>\s*<f>[\s\S]*?<\/f>)<v>[\s\S]*?<\/v>/g,
      (_, open, _type, formula) => {
        formulas++;
        return `${open}${formula}`;
      },
    );
    parts[name] = strToU8(stripped);
  }
  return { bytes: zipSync(parts), formulas };
}

/** Lets LibreOffice open, work out and save workbooks in one start; the saved files, in the same order. */
export function recalculated(files: readonly Uint8Array[]): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'msoko-oracle-'));
  try {
    const names = files.map((_, i) => join(folder, `w${i}.xlsx`));
    files.forEach((bytes, i) => {
      writeFileSync(names[i]!, bytes);
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, 'out');
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, ...names], {
      stdio: 'ignore',
      timeout: 240_000,
    });
    return files.map((_, i) => new Uint8Array(readFileSync(join(out, `w${i}.xlsx`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
