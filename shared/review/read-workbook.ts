import type { Catalog } from '../catalog/types.ts';
import type { Issue } from '../issue/issue.ts';
import type { Observation } from '../observation/observation.ts';
import { cleanIssues } from '../parse/clean-issues.ts';
import { hideTabNames } from '../parse/hide-tab-names.ts';
import { limitIssues } from '../parse/limit-issues.ts';
import type { DocumentName } from '../parse/place-in.ts';
import { readEntryTabs } from '../parse/read-entry-tabs.ts';
import { forgiveSwitchedOff } from '../parse/switched-off.ts';
import type { WorkbookData } from '../parse/workbook.ts';
import type { WorkbookMeta } from '../parse/workbook-meta.ts';
import { readRecordTabs } from '../record/read-record-tabs.ts';
import type { RecordRow } from '../record/record.ts';

/** What a filled workbook says, whoever reads it: the nightly run or the add-on. */
export interface WorkbookReading {
  readonly meta?: WorkbookMeta;
  /** It belongs to another workspace: its report is nobody's here. */
  readonly isForeign: boolean;
  readonly observations: readonly Observation[];
  readonly records: readonly RecordRow[];
  /** Without personal data, at most 5,000. */
  readonly issues: readonly Issue[];
  /** More entry cells than any workbook of ours has: nothing was read but this issue. */
  readonly isTooLarge: boolean;
}

/** Reads entry tabs and registers of a workbook. Never throws on bad data. */
export function readFilledWorkbook(
  given: WorkbookData,
  document: DocumentName,
  catalog: Catalog,
  workspaces?: readonly string[],
): WorkbookReading {
  const { workbook, issues: ofTabs } = hideTabNames(given, document);
  const { meta, observations, issues } = readEntryTabs(workbook, catalog, {
    ...document,
    ...(workspaces !== undefined && { workspaces }),
  });
  const isForeign = issues.some(({ code }) => code === 'workbook.foreign');
  const registers =
    meta && !isForeign
      ? readRecordTabs(workbook, catalog, { ...document, unit: meta.unit, schoolYear: meta.schoolYear })
      : { records: [], issues: [] };
  const tooLarge = [...issues, ...registers.issues].find(({ code }) => code === 'file.too_large');
  if (tooLarge) {
    return {
      isForeign,
      observations: [],
      records: [],
      issues: cleanIssues([tooLarge]),
      isTooLarge: true,
    };
  }
  return {
    ...(meta && { meta }),
    isForeign,
    observations,
    records: registers.records,
    issues: cleanIssues(
      limitIssues([...ofTabs, ...forgiveSwitchedOff(issues, catalog.retired), ...registers.issues]),
    ),
    isTooLarge: false,
  };
}
