import { main } from '../../../etl/cli/main.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly log: string;
}

/** Calls the command line inside this process, with streams of its own. */
export async function say(cwd: string, ...args: string[]): Promise<Said> {
  let out = '';
  let log = '';
  const code = await main(args, cwd, {
    out: async (text) => {
      out += text;
    },
    log: (text) => {
      log += text;
    },
    interactive: false,
  });
  return { code, out, log };
}

/** The one line of JSON that `--json` promises. */
export function parsed(said: Said): Record<string, unknown> {
  const lines = said.out.split('\n');
  if (lines.length !== 2 || lines[1] !== '') throw new Error(`not one line: ${said.out}`);
  return JSON.parse(lines[0]!) as Record<string, unknown>;
}
