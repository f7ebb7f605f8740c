import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { entries } from '../entries.ts';
import { footer } from './footer.ts';

const globalName = 'msoko';

/** The script that runs at Google: one file of top-level functions over one bundle. */
export async function buildServer(options: { readonly isBound: boolean }): Promise<string> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('../server/main.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName,
    target: 'es2019',
    charset: 'utf8',
    minify: true,
    define: { isBound: String(options.isBound) },
    legalComments: 'none',
  });
  return `${bundle.outputFiles[0]?.text ?? ''}${footer(entries, globalName)}`;
}
