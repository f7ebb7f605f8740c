import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenCopy } from '../e2e/msoko.ts';

/** A copy of the golden workspace that knows its own forms alone: four small ones, quickly drawn. */
export function goldenAlone(): string {
  const dir = goldenCopy();
  const forms = readFileSync(new URL('../../templates/forms.csv', import.meta.url), 'utf8');
  const codes = [...forms.matchAll(/^([a-z][a-z0-9_]*),/gm)].map((match) => match[1]!);
  const off = codes.filter((code) => code !== 'code').map((code) => `${code},,1`);
  writeFileSync(join(dir, 'catalog', 'off.csv'), `${['code,frequency,disabled', ...off].join('\n')}\n`);
  return dir;
}
