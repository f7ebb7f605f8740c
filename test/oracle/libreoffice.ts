import { execFileSync } from 'node:child_process';
import { basename, extname, join } from 'node:path';

/** Lets LibreOffice, with a profile in `folder`, save a file as `to` into `<folder>/<name>`; gives its path. */
export function convertIn(folder: string, file: string, to: string, name: string): string {
  const out = join(folder, name);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, file], {
    stdio: 'ignore',
    timeout: 240_000,
  });
  return join(out, `${basename(file, extname(file))}.${to}`);
}
