import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** LibreOffice with a profile of its own that always recalculates and speaks Russian. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>ru-RU</value></prop></item>
</oor:items>`;

/** Opens a file in LibreOffice, recalculates, and saves it as `format` into `outDir`; returns the new path. */
export async function convert(file: string, format: 'xlsx' | 'pdf', outDir: string): Promise<string> {
  const profile = await mkdtemp(path.join(tmpdir(), 'msoko-office-'));
  try {
    await mkdir(path.join(profile, 'user'), { recursive: true });
    await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), settings);
    await mkdir(outDir, { recursive: true });
    await run('soffice', [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--norestore',
      '--convert-to',
      format,
      '--outdir',
      outDir,
      file,
    ]);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  return path.join(outDir, `${path.basename(file, path.extname(file))}.${format}`);
}

/** Prints a workbook to pictures, one a page, in order; for looking at what we make. Needs soffice and pdftoppm. */
export async function renderToPng(xlsxPath: string, outDir: string, dpi = 70): Promise<string[]> {
  const pdf = await convert(xlsxPath, 'pdf', outDir);
  const stem = path.join(outDir, path.basename(xlsxPath, path.extname(xlsxPath)));
  await run('pdftoppm', ['-png', '-r', String(dpi), pdf, stem]);
  const prefix = `${path.basename(stem)}-`;
  const pages = (await readdir(outDir)).filter((name) => name.startsWith(prefix) && name.endsWith('.png'));
  return pages.sort().map((name) => path.join(outDir, name));
}
