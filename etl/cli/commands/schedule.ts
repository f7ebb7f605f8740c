import { scheduleTexts as texts } from '../../../shared/texts/schedule.ts';
import { askHealth, checkHealth } from '../../schedule/check.ts';
import { keepNights } from '../../schedule/daemon.ts';
import { readState, stateFile } from '../../schedule/state-file.ts';
import { stopSignals } from '../../schedule/stop-signals.ts';
import { timetableOf } from '../../schedule/timetable-of.ts';
import { readConfig, type WorkspaceConfig } from '../../workspace/config.ts';
import { workspacePaths } from '../../workspace/paths.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command, CommandContext } from '../context.ts';
import { wholeNumber } from './whole-number.ts';

const defaultPort = 8737;
/** Docker gives ten seconds between SIGTERM and SIGKILL. */
const defaultGrace = 8;

async function check(file: string, { streams, json }: CommandContext): Promise<number> {
  const health = await checkHealth(file);
  await streams.out(`${json ? JSON.stringify(health) : health.message}\n`);
  // container engines know 0 and 1 only
  return health.ok ? 0 : 1;
}

async function keep(file: string, config: WorkspaceConfig, context: CommandContext): Promise<number> {
  const { options, streams, workspace, json } = context;
  const asked = options.port === undefined ? defaultPort : wholeNumber(options.port, 1, 65_535);
  if (asked === undefined)
    throw new CommandError('schedule.port', texts.badPort(String(options.port)), texts.badPortHint);
  const grace = options.grace === undefined ? defaultGrace : wholeNumber(options.grace, 0, 3600);
  if (grace === undefined)
    throw new CommandError('schedule.grace', texts.badGrace(String(options.grace)), texts.badGraceHint);
  const other = await readState(file);
  if (other?.port !== undefined && (await askHealth(other.port, other.instance)))
    throw new CommandError('schedule.runs', texts.alreadyRuns, texts.alreadyRunsHint, exitCodes.locked);
  const signals = stopSignals();
  try {
    const health = await keepNights({
      workspace,
      stateFile: file,
      expression: config.schedule.trim(),
      timetable: timetableOf(config),
      ...(options['no-health'] !== true && {
        port: { number: asked, isExact: options.port !== undefined },
      }),
      log: streams.log,
      graceSeconds: grace,
      stop: signals,
    });
    if (json) await streams.out(`${JSON.stringify(health)}\n`);
    return exitCodes.fine;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new CommandError('schedule.port', texts.portBusy(asked), texts.portBusyHint);
  } finally {
    signals.release();
  }
}

export const scheduleCommand: Command = {
  name: 'schedule',
  summary: texts.summary,
  usage: [
    'msoko schedule [--port ПОРТ | --no-health] [--grace СЕКУНДЫ]',
    'msoko schedule --once [--wait МИНУТЫ]',
    'msoko schedule --check',
  ],
  examples: ['msoko schedule --workspace район', 'msoko schedule --check', 'msoko schedule --once --wait 10'],
  options: {
    once: { type: 'boolean', help: texts.once },
    check: { type: 'boolean', help: texts.check },
    port: { type: 'string', help: texts.port },
    'no-health': { type: 'boolean', help: texts.noHealth },
    grace: { type: 'string', help: texts.grace },
    wait: { type: 'string', help: texts.wait },
  },
  arity: [0, 0],
  async run(context) {
    const { options, date, workspace } = context;
    if (date !== undefined) throw new CommandError('schedule.date', texts.noDate, texts.noDateHint);
    const ways = [options.once, options.check].filter(Boolean).length;
    const isForKeeping =
      options.port !== undefined || options.grace !== undefined || options['no-health'] === true;
    if (ways > 1 || (ways > 0 && isForKeeping) || (options.port !== undefined && options['no-health']))
      throw new CommandError('schedule.options', texts.oneOf, texts.oneOfHint);
    // the keeper never loads what a run needs
    if (options.once) return (await import('./schedule-once.ts')).once(context);
    const { root, config: path } = workspacePaths(workspace);
    const config = await readConfig(path);
    const file = stateFile(root, config);
    return options.check ? check(file, context) : keep(file, config, context);
  },
};
