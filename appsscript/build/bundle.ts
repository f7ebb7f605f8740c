import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

export interface BundleOptions extends Pick<BuildOptions, 'globalName' | 'target' | 'define'> {
  /** Below appsscript/. */
  readonly entry: string;
  /** It will stand in an HTML file: HtmlService takes `//` inside template literals for comments. */
  readonly inPage: boolean;
}

/** One script of everything that an entry imports. Texts stay as they are, UTF-8. */
export async function bundle({ entry, inPage, ...options }: BundleOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    entryPoints: [fileURLToPath(new URL(`../${entry}`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    ...(inPage && { supported: { 'template-literal': false } }),
  });
  const script = outputFiles[0]?.text ?? '';
  return inPage ? withoutBackticks(script).trim() : script;
}

/**
 * Without template literals, a backtick stands in strings and regular expressions only; HtmlService would take it for
 * the beginning of one.
 */
const withoutBackticks = (script: string): string => script.replace(/`/g, '\\x60');
