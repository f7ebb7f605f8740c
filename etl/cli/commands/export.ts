import { compareText } from '../../../shared/number/compare-text.ts';
import { cliTexts } from '../../../shared/texts/cli.ts';
import { nearest } from '../../../shared/texts/nearest.ts';
import { activitiesTable } from '../../export/activities.ts';
import { criteriaTable } from '../../export/criteria.ts';
import { findingsTable } from '../../export/findings.ts';
import { indicatorsTable } from '../../export/indicators.ts';
import { issuesTable } from '../../export/issues.ts';
import { observationsTable } from '../../export/observations.ts';
import { allRecordsTable, recordsTable } from '../../export/records.ts';
import { resultsTable } from '../../export/results.ts';
import { csvLines, type ExportTable, jsonParts, pieces } from '../../export/table.ts';
import { type Assessment, assess } from '../../run/assess.ts';
import { criteriaOfAssessment, findingsOf } from '../../run/criteria-view.ts';
import { withStore } from '../../store/with-store.ts';
import { openWorkspace, type Workspace } from '../../workspace/open-workspace.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command } from '../context.ts';
import { today } from '../today.ts';

type Format = (assessment: Assessment, workspace: Workspace, record: string | undefined) => ExportTable;

const exports: Readonly<Record<string, Format>> = {
  indicators: (a) => indicatorsTable(a.indicators.rows()),
  observations: (a) => observationsTable(a.observations),
  results: (a) => resultsTable(a.results),
  activities: (a) => activitiesTable(a.activities),
  issues: (a) => issuesTable(a.issues),
  criteria: (a, workspace) => criteriaTable(criteriaOfAssessment(workspace, a)),
  findings: (a, workspace) => findingsTable(findingsOf(workspace, a)),
  records: (a, { catalog }, record) => {
    const kind = catalog.records.get(record ?? '');
    if (kind) return recordsTable(kind, a.records.get(kind.code) ?? []);
    return allRecordsTable(
      [...catalog.records.values()].sort((x, y) => compareText(x.code, y.code)),
      a.records,
    );
  },
};

export const exportCommand: Command = {
  name: 'export',
  summary: cliTexts.export.summary,
  usage: [
    'msoko export indicators|observations|results|activities|issues|records|criteria|findings',
    'msoko export records --record КОД',
  ],
  examples: [
    'msoko export indicators > indicators.csv',
    'msoko export issues --workspace район --date 2025-06-30',
    'msoko export activities --json',
    'msoko export records --record survey > surveys.csv',
  ],
  options: { record: { type: 'string', help: cliTexts.export.record } },
  arity: [1, 1],
  async run({ streams, workspace: dir, date, json, positionals, options }) {
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
    const record = recordOf(workspace, what, options.record as string | undefined);
    const day = date ?? today(workspace.config.timeZone);
    const assessment = await withStore(workspace, (store) => assess(workspace, store, day));
    const table = format(assessment, workspace, record);
    for (const piece of pieces(json ? jsonParts(table) : csvLines(table))) await streams.out(piece);
    return exitCodes.fine;
  },
};

/** The register that `--record` names. */
function recordOf({ catalog }: Workspace, what: string, record: string | undefined): string | undefined {
  if (record === undefined || (what === 'records' && catalog.records.has(record))) return record;
  const known = [...catalog.records.keys()];
  const text =
    what === 'records'
      ? cliTexts.export.unknownRecord(record, nearest(record, known))
      : cliTexts.export.recordOnly;
  throw new CommandError('export.record', text, cliTexts.export.records(known));
}
