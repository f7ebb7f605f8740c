import { readFile, writeFile } from 'node:fs/promises';
import { parsePeriod, previousSchoolYear } from '../../../shared/period/period.ts';
import { cliTexts } from '../../../shared/texts/cli.ts';
import { assess } from '../../run/assess.ts';
import { publish } from '../../run/publish.ts';
import { templateOutputs } from '../../run/template-outputs.ts';
import { withStore } from '../../store/with-store.ts';
import { openWorkspace, type Workspace } from '../../workspace/open-workspace.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command } from '../context.ts';
import { Progress } from '../progress.ts';
import { today } from '../today.ts';

const texts = cliTexts.templates;

/** Changes the school year in msoko.config.json and leaves everything else in the file as people wrote it. */
async function setSchoolYear(workspace: Workspace, schoolYear: string): Promise<Workspace> {
  const text = await readFile(workspace.paths.config, 'utf8');
  const changed = text.replace(
    /("schoolYear"\s*:\s*)"[^"]*"/,
    (_, head: string) => `${head}${JSON.stringify(schoolYear)}`,
  );
  await writeFile(workspace.paths.config, changed);
  return { ...workspace, config: { ...workspace.config, schoolYear } };
}

export const templatesCommand: Command = {
  name: 'templates',
  summary: texts.summary,
  usage: ['msoko templates [--school-year 2025/26]'],
  examples: ['msoko templates --workspace район', 'msoko templates --workspace район --school-year 2025/26'],
  options: { 'school-year': { type: 'string', help: texts.schoolYear } },
  arity: [0, 0],
  async run({ streams, workspace: dir, date, json, options }) {
    const asked = options['school-year'] as string | undefined;
    if (asked !== undefined && parsePeriod(asked)?.frequency !== 'school_year') {
      throw new CommandError('templates.school_year', texts.badYear(asked), cliTexts.seeHelpOf('templates'));
    }
    let workspace = await openWorkspace(dir);
    const progress = new Progress(streams);
    const opened = asked !== undefined && asked !== workspace.config.schoolYear ? asked : undefined;
    const { published, closed, organisations } = await withStore(workspace, async (store) => {
      const assessment = await assess(workspace, store, date ?? today(workspace.config.timeZone));
      let closedYear: string | undefined;
      if (opened !== undefined) {
        closedYear = previousSchoolYear(opened);
        await store.closeYear(closedYear);
        workspace = await setSchoolYear(workspace, opened);
      }
      const { register, observations, records } = assessment;
      const outputs = templateOutputs(
        workspace,
        register,
        workspace.config.schoolYear,
        observations,
        records,
      );
      return {
        published: await publish(workspace, outputs, (path) => progress.show(texts.making(path))),
        closed: closedYear,
        organisations: register.organisations.length,
      };
    });
    progress.clear();
    const { schoolYear } = workspace.config;
    const { written, paths } = published;
    if (json) {
      const answer = {
        schoolYear,
        written,
        unchanged: paths.length - written,
        files: paths,
        ...(closed && { closed }),
      };
      await streams.out(`${JSON.stringify(answer)}\n`);
      return exitCodes.fine;
    }
    await streams.out(
      `${texts.done(written, paths.length - written, `templates/${schoolYear.replace('/', '-')}`)}\n`,
    );
    if (closed) await streams.out(`${texts.closed(closed)}\n`);
    if (organisations === 0) await streams.out(`${texts.nobody}\n`);
    for (const path of published.beside) await streams.out(`${cliTexts.run.beside(path)}\n`);
    return exitCodes.fine;
  },
};
