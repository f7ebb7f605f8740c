import { scriptTag } from '../script-tag.ts';
import { bundle } from './bundle.ts';

/** A script that is evaluated only when it is needed (`server/load-script.ts`); decision record 031. */
export interface LazyScript {
  /** Folder with its `main.ts`, name of the built page and, after `msoko`, of the global it makes. */
  readonly name: 'engine' | 'desk';
}

export const lazyScripts: readonly LazyScript[] = [{ name: 'engine' }, { name: 'desk' }];

/** The script as a page: the only file of a project that is not parsed at every run. */
export async function buildLazyScript({ name }: LazyScript): Promise<string> {
  const script = await bundle({
    entry: `${name}/main.ts`,
    globalName: `msoko_${name}`,
    target: 'es2019',
    inPage: true,
  });
  return `<!DOCTYPE html>\n<html><body>${scriptTag(script)}</body></html>\n`;
}
