import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { inTag, withoutBackticks } from './pages.ts';

/** Whatever is not a simple trigger, as a page: the only kind of file of a project that is not parsed at every run. */
export async function buildEngine(options: { readonly isBound: boolean }): Promise<string> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('../engine/main.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'msokoEngine',
    target: 'es2019',
    charset: 'utf8',
    minify: true,
    define: { isBound: String(options.isBound) },
    // HtmlService takes `//` inside them for comments
    supported: { 'template-literal': false },
    legalComments: 'none',
  });
  const script = withoutBackticks(bundle.outputFiles[0]?.text ?? '');
  return `<!DOCTYPE html>\n<html><body><script>${inTag(script.trim(), 'script')}</script></body></html>\n`;
}
