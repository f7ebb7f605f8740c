import { entriesFor } from '../entries.ts';
import { bundle } from './bundle.ts';
import { footer } from './footer.ts';

const globalName = 'msoko';

export interface ServerOptions {
  /** The script lives inside one spreadsheet. */
  readonly isBound: boolean;
  /** Without the function of a Cyrillic name, should Google ever refuse it: `MSOKO` stands alone then. */
  readonly latinOnly?: boolean;
}

/** The script that runs at Google: one file of top-level functions over one bundle. */
export async function buildServer({ isBound, latinOnly = false }: ServerOptions): Promise<string> {
  const script = await bundle({
    entry: 'server/main.ts',
    globalName,
    target: 'es2019',
    define: { isBound: String(isBound) },
    inPage: false,
  });
  return `${script}${footer(entriesFor({ latinOnly }), globalName)}`;
}
