import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const client = (path: string): string => fileURLToPath(new URL(`../client/${path}`, import.meta.url));

/** A page of the add-on: one file, since HtmlService serves no other. */
export interface Page {
  /** Folder below client/, and name of the built file. */
  readonly name: string;
  /** In Russian; of the tab or window. */
  readonly title: string;
  /** Folder of its own style, where that is another's. */
  readonly style?: string;
}

/**
 * Without template literals, a backtick stands in strings and regular expressions only; HtmlService would take it for
 * the beginning of one.
 */
export const withoutBackticks = (script: string): string => script.replace(/`/g, '\\x60');

/** A script that closes its own tag would end early. */
export const inTag = (text: string, tag: string): string =>
  text.replace(new RegExp(`</(${tag})`, 'gi'), (_, name: string) => `<\\/${name}`);

/** A page may have a style of its own beside the common one. */
const ownStyle = (name: string): Promise<string> =>
  readFile(client(`${name}/style.css`), 'utf8').catch(() => '');

/**
 * One HTML file with style and script inside. No template literals in the script: HtmlService takes `//` inside them
 * for comments.
 */
export async function buildPage({ name, title, style: folder = name }: Page): Promise<string> {
  const bundle = await build({
    entryPoints: [client(`${name}/main.ts`)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    minify: true,
    supported: { 'template-literal': false },
    legalComments: 'none',
  });
  const script = withoutBackticks(bundle.outputFiles[0]?.text ?? '');
  const style = `${await readFile(client('style.css'), 'utf8')}${await ownStyle(folder)}`;
  return [
    '<!DOCTYPE html>',
    '<html lang="ru">',
    `<head><meta charset="utf-8"><base target="_top"><title>${title}</title>`,
    `<style>\n${style}</style></head>`,
    `<body><main id="page"></main><script>${inTag(script.trim(), 'script')}</script></body>`,
    '</html>',
    '',
  ].join('\n');
}
