import type { Day } from '../../shared/period/period.ts';

/** Where a command's words go: results to `out`, everything else to `log`. */
export interface Streams {
  /** Standard output; resolves when the reader took it, so large exports do not pile up in memory. */
  out(text: string): Promise<void>;
  /** Standard error. */
  log(text: string): void;
  /** True where a person looks at standard error, so that progress may redraw its line. */
  readonly interactive: boolean;
}

/** What every command gets. */
export interface CommandContext {
  readonly streams: Streams;
  /** Folder from which the command was called; paths of files are relative to it. */
  readonly cwd: string;
  /** Folder of the workspace, absolute. */
  readonly workspace: string;
  /** `--date`, else undefined: the command takes today in the workspace's time zone. */
  readonly date: Day | undefined;
  readonly json: boolean;
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

export interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly help: string;
  /** May be given several times: its values arrive joined by commas. */
  readonly multiple?: boolean;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Lines after «Использование:». */
  readonly usage: readonly string[];
  readonly examples: readonly string[];
  /** Options besides the common ones, with a line of help each. */
  readonly options?: Readonly<Record<string, CommandOption>>;
  /** How many words may stand behind the name: [least, most]. */
  readonly arity: readonly [number, number];
  /** Returns the exit code. */
  run(context: CommandContext): Promise<number>;
}
