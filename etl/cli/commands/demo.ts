import { access } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { cliTexts } from '../../../shared/texts/cli.ts';
import { demoTexts } from '../../../shared/texts/demo.ts';
import { templatesTexts } from '../../../shared/texts/templates-command.ts';
import { demoDate, demoInbox, writeDemoWorkspace } from '../../demo/build-demo.ts';
import { publish } from '../../run/publish.ts';
import { readConfig } from '../../workspace/config.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command } from '../context.ts';
import { Progress } from '../progress.ts';
import { describeRun, runIn } from './run.ts';

const texts = cliTexts.demo;

/** A folder that a person made is never overwritten: only an absent one or an earlier demonstration is used. */
async function assertOurs(dir: string): Promise<void> {
  const config = join(dir, 'msoko.config.json');
  const exists = await access(dir).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  const label = await readConfig(config).then(
    (c) => c.label,
    () => undefined,
  );
  if (label !== demoTexts.label) throw new CommandError('demo.busy', texts.busy(dir), texts.busyHint);
}

export const demoCommand: Command = {
  name: 'demo',
  summary: texts.summary,
  usage: ['msoko demo [ПАПКА]'],
  examples: ['npm start', 'msoko demo пример'],
  arity: [0, 1],
  async run({ streams, cwd, date, json, positionals }) {
    const dir = resolve(cwd, positionals[0] ?? 'demo');
    await assertOurs(dir);
    if (!json) await streams.out(`${texts.note}\n${texts.making}\n`);
    await writeDemoWorkspace(dir);
    const workspace = await openWorkspace(dir);
    const progress = new Progress(streams);
    await publish(workspace, demoInbox(workspace), (path) => progress.show(templatesTexts.making(path)));
    progress.clear();
    const outcome = await runIn(dir, date ?? demoDate, streams);
    const { report, seconds } = outcome;
    const shown = relative(cwd, dir).replaceAll('\\', '/') || '.';
    const outputs = report.outputs.map((path) => `${shown}/${path}`);
    if (json) await streams.out(`${JSON.stringify({ ...report, outputs, seconds })}\n`);
    else await streams.out(describeRun({ ...outcome, report: { ...report, outputs } }));
    // the data has faults on purpose: they are the demonstration, not a failure of it
    return exitCodes.fine;
  },
};
