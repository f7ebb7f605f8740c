import { readFile } from 'node:fs/promises';
import { trackerRegisters } from '../../../shared/activity/known-registers.ts';
import { parsePeriod, previousSchoolYear } from '../../../shared/period/period.ts';
import { cliTexts } from '../../../shared/texts/cli.ts';
import { googleCreateTexts as googleTexts } from '../../../shared/texts/google-create.ts';
import { nearest } from '../../../shared/texts/nearest.ts';
import { templatesTexts as texts } from '../../../shared/texts/templates-command.ts';
import { writeAtomic } from '../../files/write-atomic.ts';
import { type Assessment, assess } from '../../run/assess.ts';
import { blankOutput } from '../../run/blank-output.ts';
import { enteredBefore } from '../../run/entered-before.ts';
import { lastYearOf } from '../../run/last-year.ts';
import { type Output, publish } from '../../run/publish.ts';
import { rosterOutputs } from '../../run/roster-outputs.ts';
import { templateFolder, templateOutputs } from '../../run/template-outputs.ts';
import { withStore } from '../../store/with-store.ts';
import { openWorkspace, type Workspace } from '../../workspace/open-workspace.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command, CommandContext } from '../context.ts';
import { Progress } from '../progress.ts';
import { googleAccount, inGoogle } from '../templates-in-google.ts';
import { today } from '../today.ts';

/** Changes the school year in msoko.config.json and leaves everything else in the file as people wrote it. */
async function setSchoolYear(workspace: Workspace, schoolYear: string): Promise<Workspace> {
  const text = await readFile(workspace.paths.config, 'utf8');
  const changed = text.replace(
    /("schoolYear"\s*:\s*)"[^"]*"/,
    (_, head: string) => `${head}${JSON.stringify(schoolYear)}`,
  );
  await writeAtomic(workspace.paths.config, new TextEncoder().encode(changed));
  return { ...workspace, config: { ...workspace.config, schoolYear } };
}

/** What was asked for. */
interface Wanted {
  /** Undefined = the workspace's. */
  readonly schoolYear?: string;
  readonly forAll: boolean;
  readonly blank: boolean;
  readonly forms?: readonly string[];
  readonly google: boolean;
}

function wantedOf({ options, positionals }: CommandContext): Wanted {
  const schoolYear = options['school-year'] as string | undefined;
  if (schoolYear !== undefined && parsePeriod(schoolYear)?.frequency !== 'school_year') {
    throw new CommandError(
      'templates.school_year',
      texts.badYear(schoolYear),
      cliTexts.seeHelpOf('templates'),
    );
  }
  const [forAll, blank] = [options['for-all'] === true, options.blank === true];
  const google = options.google === true;
  if (google && blank) throw new CommandError('templates.google', googleTexts.blank, googleTexts.blankHint);
  const written = options.form as string | undefined;
  if (google && written !== undefined)
    throw new CommandError('templates.google', googleTexts.forms, googleTexts.formsHint);
  if (written === undefined && positionals.length > 0) {
    throw new CommandError(
      'cli.arguments',
      cliTexts.wrongArguments('templates'),
      cliTexts.seeHelpOf('templates'),
    );
  }
  if (written !== undefined && !forAll && !blank) {
    throw new CommandError('templates.form', texts.formAlone, cliTexts.seeHelpOf('templates'));
  }
  const forms = written === undefined ? [] : [...written.split(','), ...positionals];
  const named = [...new Set(forms.map((code) => code.trim()).filter((code) => code !== ''))];
  return {
    forAll,
    blank,
    google,
    ...(schoolYear && { schoolYear }),
    ...(named.length > 0 && { forms: named }),
  };
}

/** In a book for all organisations the tracker is asked for like a form. */
function checkForms({ catalog }: Workspace, { forms = [], blank }: Wanted): void {
  const known = [...catalog.forms.keys(), ...(blank ? [] : [trackerRegisters.activity])];
  const unknown = forms.find((code) => !known.includes(code));
  if (unknown === undefined) return;
  const close = nearest(unknown, known);
  throw new CommandError('templates.form', texts.unknownForm(unknown, close), texts.formsHint);
}

function outputsFor(workspace: Workspace, assessment: Assessment, wanted: Wanted): Output[] {
  const { register, observations, records, activities } = assessment;
  if (wanted.google) return [];
  const { schoolYear } = workspace.config;
  const lastYear = lastYearOf(schoolYear, observations);
  const outputs: Output[] = [];
  if (wanted.forAll) {
    outputs.push(...rosterOutputs(workspace, register, schoolYear, lastYear, wanted.forms, activities));
  }
  if (wanted.blank) outputs.push(blankOutput(workspace, register, schoolYear, wanted.forms));
  if (!wanted.forAll && !wanted.blank) {
    const entered = enteredBefore(workspace.catalog, schoolYear, records, activities);
    outputs.push(...templateOutputs(workspace, register, schoolYear, lastYear, entered));
  }
  return outputs;
}

export const templatesCommand: Command = {
  name: 'templates',
  summary: texts.summary,
  usage: [
    'msoko templates [--school-year 2025/26]',
    'msoko templates --for-all [--form КОД …]',
    'msoko templates --blank [--form КОД …]',
    'msoko templates --google [--for-all] [--school-year 2025/26]',
  ],
  examples: [
    'msoko templates --workspace район',
    'msoko templates --workspace район --school-year 2025/26',
    'msoko templates --workspace район --for-all --form pupils --form td_staff',
  ],
  options: {
    'school-year': { type: 'string', help: texts.schoolYear },
    'for-all': { type: 'boolean', help: texts.forAll },
    blank: { type: 'boolean', help: texts.blank },
    google: { type: 'boolean', help: googleTexts.option },
    form: { type: 'string', help: texts.form, multiple: true },
  },
  arity: [0, 100],
  async run(context) {
    const { streams, workspace: dir, date, json } = context;
    const wanted = wantedOf(context);
    let workspace = await openWorkspace(dir);
    checkForms(workspace, wanted);
    // what cannot work is told before a year is closed
    const account = wanted.google ? await googleAccount(workspace) : undefined;
    const progress = new Progress(streams);
    const asked = wanted.schoolYear;
    const opened = asked !== undefined && asked !== workspace.config.schoolYear ? asked : undefined;
    const { exitCode, published, closed, reopened, organisations } = await withStore(
      workspace,
      async (store) => {
        const assessment = await assess(workspace, store, date ?? today(workspace.config.timeZone));
        let closedYear: string | undefined;
        let isReopened = false;
        if (opened !== undefined) {
          isReopened = (await store.closedYears()).includes(opened);
          if (isReopened) await store.openYear(opened);
          closedYear = previousSchoolYear(opened);
          await store.closeYear(closedYear);
          workspace = await setSchoolYear(workspace, opened);
        }
        const year = {
          ...(closedYear !== undefined && { closed: closedYear }),
          ...(isReopened && opened !== undefined && { reopened: opened }),
        };
        // with the store held, or two calls at once would make two files for one unit
        const exitCode =
          account &&
          (await inGoogle({ account, workspace, assessment, forAll: wanted.forAll, year, context }));
        const outputs = outputsFor(workspace, assessment, wanted);
        return {
          exitCode,
          published: await publish(workspace, outputs, (path) => progress.show(texts.making(path))),
          ...year,
          organisations: assessment.register.organisations.length,
        };
      },
    );
    progress.clear();
    const { schoolYear } = workspace.config;
    const { written, paths, kept } = published;
    if (exitCode !== undefined) return exitCode;
    if (json) {
      const answer = {
        schoolYear,
        written,
        unchanged: paths.length - written,
        files: paths,
        ...(closed && { closed }),
        ...(reopened && { reopened }),
        ...(kept.length > 0 && { kept }),
      };
      await streams.out(`${JSON.stringify(answer)}\n`);
      return exitCodes.fine;
    }
    const isOnRequest = wanted.forAll || wanted.blank;
    const lines = [
      texts.done(written, paths.length - written, templateFolder(schoolYear)),
      ...(isOnRequest ? paths.map(texts.file) : []),
      ...kept.map(texts.kept),
      ...(closed ? [texts.closed(closed)] : []),
      ...(reopened ? [texts.reopened(reopened)] : []),
      ...(isOnRequest && paths.length === 0 ? [texts.nobodyForAll] : []),
      ...(!isOnRequest && organisations === 0 ? [texts.nobody] : []),
      ...published.beside.map(cliTexts.run.beside),
    ];
    await streams.out(`${lines.join('\n')}\n`);
    return exitCodes.fine;
  },
};
