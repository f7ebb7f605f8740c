import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { catalogueDoc } from './catalogue-doc.ts';
import { commandsDoc } from './commands-doc.ts';
import { issuesDoc } from './issues-doc.ts';
import { renderersDoc } from './renderers-doc.ts';
import { roadmapsDoc } from './roadmaps-doc.ts';

/** `npm run docs` writes the generated pages; with `--check` it only says which are stale and exits with 1. */
const pages: Readonly<Record<string, () => Promise<string>>> = {
  'docs/catalogue.md': catalogueDoc,
  'docs/commands.md': commandsDoc,
  'docs/issue-codes.md': issuesDoc,
  'docs/renderers.md': renderersDoc,
  'docs/roadmaps.md': roadmapsDoc,
};

const check = process.argv.includes('--check');
let stale = 0;
for (const [path, make] of Object.entries(pages)) {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const text = await make();
  const old = await readFile(file, 'utf8').catch(() => '');
  if (old === text) continue;
  stale++;
  if (check) process.stderr.write(`${path} is stale: npm run docs\n`);
  else await writeFile(file, text);
}
if (check && stale > 0) process.exitCode = 1;
