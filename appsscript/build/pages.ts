import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { scriptTag } from '../script-tag.ts';
import { bundle } from './bundle.ts';

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

/** A page may have a style of its own beside the common one. */
const ownStyle = (name: string): Promise<string> =>
  readFile(client(`${name}/style.css`), 'utf8').catch(() => '');

/** One HTML file with style and script inside. */
export async function buildPage({ name, title, style: folder = name }: Page): Promise<string> {
  const script = await bundle({ entry: `client/${name}/main.ts`, target: 'es2020', inPage: true });
  const style = `${await readFile(client('style.css'), 'utf8')}${await ownStyle(folder)}`;
  return [
    '<!DOCTYPE html>',
    '<html lang="ru">',
    `<head><meta charset="utf-8"><base target="_top"><title>${title}</title>`,
    `<style>\n${style}</style></head>`,
    `<body><main id="page"></main>${scriptTag(script)}</body>`,
    '</html>',
    '',
  ].join('\n');
}
