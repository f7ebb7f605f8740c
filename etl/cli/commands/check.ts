import { readFile } from 'node:fs/promises';
import { basename, relative, resolve, sep } from 'node:path';
import { formatPlace, type Issue } from '../../../shared/issue/issue.ts';
import { namedPlace, sourceName } from '../../../shared/issue/place.ts';
import { countBySeverity, severityOf } from '../../../shared/issue/severity.ts';
import { spreadsheetId } from '../../../shared/issue/spreadsheet.ts';
import { cliTexts } from '../../../shared/texts/cli.ts';
import { issueText } from '../../../shared/texts/issues.ts';
import { assessSources } from '../../run/assess.ts';
import { sourceContext } from '../../run/collect/source-context.ts';
import { type ShownPath, shownPath } from '../../run/shown-path.ts';
import { nameIssue } from '../../source/name-issue.ts';
import { readSource } from '../../source/read-source.ts';
import type { SourceContent } from '../../store/store.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command } from '../context.ts';
import { today } from '../today.ts';

const texts = cliTexts.check;

/** The path as `run` would show it: below the inbox where it lies there, else the name alone. */
function pathOf(inbox: string, absolute: string): ShownPath {
  const inside = relative(inbox, absolute).split(sep).join('/');
  const isOutside = inside.startsWith('../') || inside === '' || /^[A-Za-z]:/.test(inside);
  return shownPath(isOutside ? basename(absolute) : inside);
}

interface CheckedSource {
  readonly path: string;
  readonly title?: string;
  readonly content: SourceContent;
}

export const checkCommand: Command = {
  name: 'check',
  summary: texts.summary,
  usage: ['msoko check ФАЙЛ …', 'msoko check ССЫЛКА …'],
  examples: [
    'msoko check --workspace район отчёт.xlsx',
    'msoko check --json school-1.xlsx school-2.xlsx',
    'msoko check "https://docs.google.com/spreadsheets/d/…/edit"',
  ],
  arity: [1, 10_000],
  async run({ streams, cwd, workspace: dir, date, json, positionals }) {
    const workspace = await openWorkspace(dir);
    const context = sourceContext(workspace);
    const sources: CheckedSource[] = [];
    for (const positional of positionals) {
      const id = spreadsheetId(positional);
      if (id !== undefined) {
        const { checkSpreadsheet } = await import('../../google/read/check-spreadsheet.ts');
        sources.push(await checkSpreadsheet(workspace, id, context));
        continue;
      }
      const absolute = resolve(cwd, positional);
      const bytes = await readFile(absolute).catch(() => undefined);
      if (!bytes) throw new CommandError('check.missing', texts.missing(positional), texts.missingHint);
      const { path, hidden } = pathOf(workspace.paths.inbox, absolute);
      const content = readSource(path, bytes, context);
      const named = hidden === undefined ? [] : [nameIssue({ path }, hidden)];
      sources.push({ path, content: { ...content, issues: [...named, ...content.issues] } });
    }
    const assessment = assessSources(workspace, sources, date ?? today(workspace.config.timeZone));
    const { issues } = assessment;
    const counts = countBySeverity(issues);
    const files = sources.map(({ path, title, content }) => ({
      path,
      ...(title !== undefined && { title }),
      kind: content.kind,
      values: content.observations.filter((o) => o.status !== 'not_reported').length + content.results.length,
    }));
    if (json) {
      const list = issues.map((issue) => ({ severity: severityOf(issue), ...describe(issue) }));
      await streams.out(`${JSON.stringify({ files, issues: counts, list })}\n`);
    } else {
      for (const file of files) await streams.out(`${texts.file(sourceName(file), file.values)}\n`);
      for (const issue of issues) {
        const { source, message, todo } = describe(issue);
        const place = issue.place.title === undefined ? source : `${namedPlace(issue.place)} (${source})`;
        await streams.out(`  • ${message}\n    ${place} — ${todo}\n`);
      }
      const { error, warning, info } = counts;
      await streams.out(`${issues.length > 0 ? cliTexts.run.issues(error, warning, info) : texts.fine}\n`);
    }
    if (files.some((f) => f.kind === 'unreadable')) return exitCodes.unreadable;
    return counts.error > 0 ? exitCodes.dataErrors : exitCodes.fine;
  },
};

const describe = (issue: Issue) => {
  const { text: message, todo } = issueText(issue);
  const { organisation, element, period } = issue;
  return {
    code: issue.code,
    source: formatPlace(issue.place),
    ...(organisation !== undefined && { organisation }),
    ...(element !== undefined && { element }),
    ...(period !== undefined && { period }),
    message,
    todo,
  };
};
