import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isDay } from '../../shared/period/period.ts';
import { cliTexts } from '../../shared/texts/cli.ts';
import { nearest } from '../../shared/texts/nearest.ts';
import { CatalogError } from '../catalog/catalog-error.ts';
import { GoogleError } from '../google/client/google-error.ts';
import { StoreDamaged, StoreTooNew, StoreUnreachable } from '../store/errors.ts';
import { StoreLocked } from '../store/store.ts';
import { WorkspaceError } from '../workspace/workspace-error.ts';
import { CommandError, exitCodes } from './command-error.ts';
import { commandNames, loadCommand, loadCommands } from './commands/index.ts';
import type { Command, Streams } from './context.ts';
import { faultHead, writeFaultReport } from './fault-report.ts';
import { commandHelp, generalHelp } from './help.ts';
import { processStreams } from './process-streams.ts';

const common = {
  workspace: { type: 'string' },
  date: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs one command line and returns the exit code of contracts §6. Never throws. */
export async function main(
  args: readonly string[],
  cwd: string,
  streams: Streams = processStreams(),
): Promise<number> {
  const json = args.includes('--json');
  try {
    return await dispatch(args, cwd, streams);
  } catch (error) {
    return report(error, json, streams);
  }
}

async function dispatch(args: readonly string[], cwd: string, streams: Streams): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const topic = await loadCommand(rest[0]);
    await streams.out(topic ? commandHelp(topic) : generalHelp(await loadCommands()));
    return exitCodes.fine;
  }
  const command = await loadCommand(name);
  if (!command) {
    const near = nearest(name, commandNames);
    throw new CommandError('cli.unknown_command', cliTexts.unknownCommand(name, near), cliTexts.seeHelp);
  }
  const { values, positionals } = parse(command, rest);
  if (values.help) {
    await streams.out(commandHelp(command));
    return exitCodes.fine;
  }
  const [least, most] = command.arity;
  if (positionals.length < least || positionals.length > most) {
    throw new CommandError(
      'cli.arguments',
      cliTexts.wrongArguments(command.name),
      cliTexts.seeHelpOf(command.name),
    );
  }
  const date = values.date as string | undefined;
  if (date !== undefined && !isDay(date)) {
    throw new CommandError('cli.date', cliTexts.wrongDate(date), cliTexts.dateHint);
  }
  return command.run({
    streams,
    cwd,
    workspace: resolve(cwd, (values.workspace as string | undefined) ?? '.'),
    date,
    json: values.json === true,
    positionals,
    options: values,
  });
}

function parse(command: Command, args: readonly string[]) {
  const own = Object.fromEntries(
    Object.entries(command.options ?? {}).map(([key, option]) => [
      key,
      { type: option.type, multiple: option.multiple ?? false },
    ]),
  );
  try {
    const parsed = parseArgs({ args: [...args], options: { ...common, ...own }, allowPositionals: true });
    const values = Object.entries(parsed.values).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join(',') : value,
    ]);
    return {
      values: Object.fromEntries(values) as Record<string, string | boolean | undefined>,
      positionals: parsed.positionals,
    };
  } catch (error) {
    const unknown = /Unknown option '--?([^']+)'/.exec(String(error))?.[1];
    const message = unknown
      ? cliTexts.unknownOption(unknown, nearest(unknown, [...Object.keys(common), ...Object.keys(own)]))
      : cliTexts.wrongArguments(command.name);
    throw new CommandError('cli.options', message, cliTexts.seeHelpOf(command.name));
  }
}

async function report(error: unknown, json: boolean, streams: Streams): Promise<number> {
  // the reader of the output has seen enough: nobody is left to tell
  if (codeOf(error) === 'EPIPE') return exitCodes.fine;
  const known = await explained(error);
  if (json)
    await streams
      .out(`${JSON.stringify({ error: { code: known.code, message: known.message, hint: known.hint } })}\n`)
      .catch(() => undefined);
  else streams.log(`${cliTexts.error(known.message, known.hint)}\n`);
  return known.exitCode;
}

/** What the file system says of folders and disks, not of the program: no rights, no space, a file for a folder. */
const ofTheDisk = new Set('EACCES EPERM EROFS ENOSPC EDQUOT ENOTDIR EISDIR EEXIST EBUSY EMFILE'.split(' '));

async function explained(error: unknown): Promise<CommandError> {
  if (error instanceof CommandError) return error;
  if (error instanceof WorkspaceError) return new CommandError(error.code, error.message, error.hint);
  if (error instanceof GoogleError)
    return new CommandError(`google.${error.code}`, error.message, error.hint);
  if (error instanceof CatalogError)
    return new CommandError('catalog.invalid', error.message, cliTexts.catalogHint);
  if (error instanceof StoreLocked) {
    return new CommandError('store.locked', cliTexts.locked, cliTexts.lockedHint, exitCodes.locked);
  }
  if (error instanceof StoreDamaged)
    return new CommandError('store.damaged', error.message, cliTexts.damagedHint);
  if (error instanceof StoreTooNew)
    return new CommandError('store.too_new', error.message, cliTexts.tooNewHint);
  if (error instanceof StoreUnreachable)
    return new CommandError('store.unreachable', error.message, cliTexts.noAccessHint);
  const code = codeOf(error) ?? '';
  if (ofTheDisk.has(code)) {
    const { path, message } = error as NodeJS.ErrnoException;
    return new CommandError('file.access', cliTexts.noAccess(path ?? message, code), cliTexts.noAccessHint);
  }
  const file = await writeFaultReport(error);
  return new CommandError(
    'internal',
    cliTexts.ourFault(faultHead(error)),
    cliTexts.ourFaultHint(file),
    exitCodes.ourFault,
  );
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;
