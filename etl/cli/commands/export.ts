import { cliTexts } from '../../../shared/texts/cli.ts';
import { nearest } from '../../../shared/texts/nearest.ts';
import { pieces } from '../../export/csv.ts';
import { exportIndicators } from '../../export/indicators.ts';
import { exportIssues } from '../../export/issues.ts';
import { exportObservations } from '../../export/observations.ts';
import { exportResults } from '../../export/results.ts';
import { type Assessment, assess } from '../../run/assess.ts';
import { withStore } from '../../store/with-store.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command } from '../context.ts';
import { today } from '../today.ts';

const exports: Readonly<Record<string, (assessment: Assessment) => Iterable<string>>> = {
  indicators: (a) => exportIndicators(a.indicators.rows()),
  observations: (a) => exportObservations(a.observations),
  results: (a) => exportResults(a.results),
  issues: (a) => exportIssues(a.issues),
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
  async run({ streams, workspace: dir, date, positionals }) {
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
    for (const piece of pieces(format(assessment))) await streams.out(piece);
    return exitCodes.fine;
  },
};
