import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { addonPages, addonTexts } from '../../shared/texts/addon.ts';
import { addonFormPages } from '../../shared/texts/addon-forms.ts';
import { addonRecordPage } from '../../shared/texts/addon-records.ts';
import { buildLazyScript, lazyScripts } from './lazy-script.ts';
import { buildPage, type Page } from './pages.ts';
import { buildServer, type ServerOptions } from './server.ts';

/** Pages that the server shows. */
export const pages: readonly Page[] = [
  { name: 'forms', title: addonFormPages.forms },
  { name: 'activity', title: addonFormPages.activity },
  { name: 'records', title: addonRecordPage },
  { name: 'review', title: addonTexts.menu.review },
  { name: 'submit', title: addonPages.submit, style: 'office' },
  { name: 'district', title: addonPages.district, style: 'office' },
];

/** Everything that clasp pushes, by file name. */
export async function buildAddon(
  options: ServerOptions = { isBound: false },
): Promise<ReadonlyMap<string, string>> {
  const manifest = await readFile(new URL('../appsscript.json', import.meta.url), 'utf8');
  const built = new Map([
    ['appsscript.json', manifest],
    ['server.js', await buildServer(options)],
  ]);
  for (const script of lazyScripts) built.set(`${script.name}.html`, await buildLazyScript(script));
  for (const page of pages) built.set(`${page.name}.html`, await buildPage(page));
  return built;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = new URL('../dist/', import.meta.url);
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const built = await buildAddon({ isBound: process.argv.includes('--bound') });
  for (const [name, text] of built) {
    await writeFile(new URL(name, dist), text);
    process.stderr.write(`${name}: ${Buffer.byteLength(text)}\n`);
  }
}
