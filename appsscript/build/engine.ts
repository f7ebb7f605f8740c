import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { inTag } from './pages.ts';

/** The engine for custom functions as a page: the only file of a project that is not parsed at every run. */
export async function buildEngine(): Promise<string> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('../engine/main.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'msokoEngine',
    target: 'es2019',
    charset: 'utf8',
    minify: true,
    // HtmlService takes `//` inside them for comments
    supported: { 'template-literal': false },
    legalComments: 'none',
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  return `<!DOCTYPE html>\n<html><body><script>${inTag(script.trim(), 'script')}</script></body></html>\n`;
}
