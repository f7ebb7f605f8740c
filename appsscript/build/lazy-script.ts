import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { inTag, withoutBackticks } from './pages.ts';

/** A script that is evaluated only when it is needed (`server/load-script.ts`); decision record 031. */
export interface LazyScript {
  /** Folder with its `main.ts`, name of the built page and, after `msoko`, of the global it makes. */
  readonly name: 'engine' | 'desk';
}

export const lazyScripts: readonly LazyScript[] = [{ name: 'engine' }, { name: 'desk' }];

/** The script as a page: the only file of a project that is not parsed at every run. */
export async function buildLazyScript({ name }: LazyScript): Promise<string> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL(`../${name}/main.ts`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: `msoko_${name}`,
    target: 'es2019',
    charset: 'utf8',
    minify: true,
    // HtmlService takes `//` inside them for comments
    supported: { 'template-literal': false },
    legalComments: 'none',
  });
  const script = withoutBackticks(bundle.outputFiles[0]?.text ?? '');
  return `<!DOCTYPE html>\n<html><body><script>${inTag(script.trim(), 'script')}</script></body></html>\n`;
}

/** The script inside a built page. */
export const scriptOfPage = (page: string): string =>
  page.slice(page.indexOf('<script>') + '<script>'.length, page.lastIndexOf('</script>'));
