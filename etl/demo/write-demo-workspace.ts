import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { demoTexts } from '../../shared/texts/demo.ts';
import { csvLine } from '../export/table.ts';
import { type Demonstration, oneDistrict } from './demonstration.ts';

/** Writes the folder of an invented workspace: configuration, register and what is to be known about them. */
export async function writeDemoWorkspace(
  dir: string,
  { years, readme, text, table, catalog }: Demonstration = oneDistrict,
): Promise<void> {
  for (const folder of ['inbox', 'outbox', 'templates', 'catalog', 'store', 'frozen']) {
    await mkdir(join(dir, folder), { recursive: true });
  }
  const schoolYear = years[years.length - 1]!;
  const config = { schoolYear, timeZone: 'Europe/Moscow', label: demoTexts.label };
  await writeFile(join(dir, 'msoko.config.json'), `${JSON.stringify(config, null, 2)}\n`);
  for (const name of ['districts.csv', 'organisations.csv']) await writeFile(join(dir, name), text(name));
  for (const name of catalog) await writeFile(join(dir, 'catalog', name), text(`catalog/${name}`));
  const kept = table('forms.csv').map(({ form = '' }) => form);
  if (kept.length > 0) await writeFile(join(dir, 'catalog', 'forms-off.csv'), await switchedOff(kept));
  await writeFile(join(dir, demoTexts.readmeName), readme);
}

/** All built-in forms but some, as a table that switches them off: a region that agreed on a short list does the same. */
async function switchedOff(kept: readonly string[]): Promise<string> {
  const path = fileURLToPath(new URL('../../templates/forms.csv', import.meta.url));
  const { data } = Papa.parse<Record<string, string>>(await readFile(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const off = data.map(({ code = '' }) => code).filter((code) => !kept.includes(code));
  return [csvLine(['form', 'disabled']), ...off.map((code) => csvLine([code, '1']))].join('');
}
