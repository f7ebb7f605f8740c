import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What is wrong with one request by Google's discovery documents. */
export interface Violation {
  readonly method: string;
  readonly url: string;
  readonly problems: readonly string[];
}

interface Discovery {
  checkRequest(request: { method: string; url: string; body: unknown }): {
    method?: string;
    errors: { at: string; msg: string; level: string }[];
  };
}

export type Check = (method: string, url: string, body: unknown) => Violation | undefined;

const repository = join(import.meta.dirname, '..', '..');

/** Folder with Google's documents and the checker: `$MSOKO_REFERENCE/google`, by default beside the repository. */
export const referenceFolder = (): string => {
  const root = process.env.MSOKO_REFERENCE ?? '../shared';
  return join(isAbsolute(root) ? root : join(repository, root), 'google');
};

export const hasReference = (): boolean => existsSync(join(referenceFolder(), 'validate.mjs'));

/** The checker, or undefined where the folder is not at hand (its own test says so aloud). */
export async function loadCheck(): Promise<Check | undefined> {
  if (!hasReference()) return undefined;
  const folder = referenceFolder();
  const { Discovery } = (await import(pathToFileURL(join(folder, 'validate.mjs')).href)) as {
    Discovery: new (...documents: object[]) => Discovery;
  };
  const load = (name: string): object => JSON.parse(readFileSync(join(folder, name), 'utf8')) as object;
  const discovery = new Discovery(load('sheets-v4.json'), load('drive-v3.json'));
  return (method, url, body) => {
    const { method: id, errors } = discovery.checkRequest({ method, url, body });
    const problems = errors
      .filter(({ level }) => level === 'error')
      .map(({ at, msg }) => (at === '' ? msg : `${at}: ${msg}`));
    return problems.length > 0 ? { method: id ?? '', url, problems } : undefined;
  };
}
