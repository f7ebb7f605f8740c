import { cliTexts } from '../../../shared/texts/cli.ts';
import { nearest } from '../../../shared/texts/nearest.ts';
import { indicatorsTable } from '../../export/indicators.ts';
import { issuesTable } from '../../export/issues.ts';
import { observationsTable } from '../../export/observations.ts';
import { resultsTable } from '../../export/results.ts';
import { csvLines, type ExportTable, jsonParts, pieces } from '../../export/table.ts';
import { type Assessment, assess } from '../../run/assess.ts';
import { withStore } from '../../store/with-store.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command } from '../context.ts';
import { today } from '../today.ts';

const exports: Readonly<Record<string, (assessment: Assessment) => ExportTable>> = {
  indicators: (a) => indicatorsTable(a.indicators.rows()),
  observations: (a) => observationsTable(a.observations),
  results: (a) => resultsTable(a.results),
  issues: (a) => issuesTable(a.issues),
};

export const exportCommand: Command = {
  name: 'export',
  summary: cliTexts.export.summary,
  usage: ['msoko export indicators|observations|results|issues'],
  examples: [
    'msoko export indicators > indicators.csv',
    'msoko export issues --workspace район --date 2025-06-30',
  ],
  arity: [1, 1],
  async run({ streams, workspace: dir, date, json, positionals }) {
    const what = positionals[0]!;
    const format = exports[what];
    if (!format) {
      throw new CommandError(
        'export.unknown',
        cliTexts.export.unknown(what, nearest(what, Object.keys(exports))),
        cliTexts.seeHelpOf('export'),
      );
    }
    const workspace = await openWorkspace(dir);
    const assessment = await withStore(workspace, (store) =>
      assess(workspace, store, date ?? today(workspace.config.timeZone)),
    );
    const table = format(assessment);
    for (const piece of pieces(json ? jsonParts(table) : csvLines(table))) await streams.out(piece);
    return exitCodes.fine;
  },
};
