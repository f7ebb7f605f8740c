import { access } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { cliTexts } from '../../../shared/texts/cli.ts';
import { demoTexts } from '../../../shared/texts/demo.ts';
import { templatesTexts } from '../../../shared/texts/templates-command.ts';
import { demoInbox } from '../../demo/build-demo.ts';
import { type Demonstration, oneDistrict, severalDistricts } from '../../demo/demonstration.ts';
import { writeDemoWorkspace } from '../../demo/write-demo-workspace.ts';
import { publish } from '../../run/publish.ts';
import type { RunOutcome } from '../../run/run-report.ts';
import { readConfig } from '../../workspace/config.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command, CommandContext } from '../context.ts';
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

/** Makes the workspace, fills its inbox and runs it. Paths of the outcome are as the person sees them from `cwd`. */
async function show(
  demonstration: Demonstration,
  dir: string,
  date: string | undefined,
  { streams, cwd }: Pick<CommandContext, 'streams' | 'cwd'>,
): Promise<RunOutcome & { seconds: number }> {
  await writeDemoWorkspace(dir, demonstration);
  const workspace = await openWorkspace(dir);
  const progress = new Progress(streams);
  await publish(workspace, demoInbox(workspace, demonstration), (path) =>
    progress.show(templatesTexts.making(path)),
  );
  progress.clear();
  const outcome = await runIn(workspace, date ?? demonstration.date, streams);
  const shown = relative(cwd, dir).replaceAll('\\', '/') || '.';
  const outputs = outcome.report.outputs.map((path) => `${shown}/${path}`);
  return { ...outcome, report: { ...outcome.report, outputs } };
}

export const demoCommand: Command = {
  name: 'demo',
  summary: texts.summary,
  usage: ['msoko demo [ПАПКА]'],
  examples: ['npm start', 'msoko demo пример'],
  arity: [0, 1],
  async run({ streams, cwd, date, json, positionals }) {
    const dir = resolve(cwd, positionals[0] ?? 'demo');
    const regionDir = join(dir, severalDistricts.folder);
    await assertOurs(dir);
    await assertOurs(regionDir);
    if (!json) await streams.out(`${texts.note}\n${texts.making}\n`);
    const one = await show(oneDistrict, dir, date, { streams, cwd });
    if (!json) await streams.out(`${describeRun(one)}\n${texts.makingRegion}\n`);
    // the region stands in the years of its roadmaps, whatever day was asked for
    const several = await show(severalDistricts, regionDir, undefined, { streams, cwd });
    if (json) {
      const region = { ...several.report, seconds: several.seconds };
      await streams.out(`${JSON.stringify({ ...one.report, seconds: one.seconds, region })}\n`);
    } else
      await streams.out(texts.region(several.report.outputs.filter((path) => !path.includes('/returns/'))));
    // the data has faults on purpose: they are the demonstration, not a failure of it
    return exitCodes.fine;
  },
};
