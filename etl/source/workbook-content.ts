import { cleanIssues } from '../../shared/parse/clean-issues.ts';
import { hideTabNames } from '../../shared/parse/hide-tab-names.ts';
import { limitIssues } from '../../shared/parse/limit-issues.ts';
import type { DocumentName } from '../../shared/parse/place-in.ts';
import { readEntryTabs } from '../../shared/parse/read-entry-tabs.ts';
import { forgiveSwitchedOff } from '../../shared/parse/switched-off.ts';
import type { WorkbookData } from '../../shared/parse/workbook.ts';
import { isRoster, type WorkbookMeta } from '../../shared/parse/workbook-meta.ts';
import { readRecordTabs } from '../../shared/record/read-record-tabs.ts';
import { emptyContent } from '../csv/content.ts';
import type { SourceContent } from '../store/store.ts';
import type { SourceContext } from './read-source.ts';

/** What a filled workbook says, whether it came as a file or from Google. Never throws on bad data. */
export function workbookContent(
  given: WorkbookData,
  document: DocumentName,
  context: SourceContext,
): SourceContent {
  const content = read(given, document, context);
  return { ...content, issues: cleanIssues(content.issues) };
}

function read(
  given: WorkbookData,
  document: DocumentName,
  { catalog, workspaces }: SourceContext,
): SourceContent {
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
  if (tooLarge) return { ...emptyContent('unreadable'), issues: [tooLarge] };
  return {
    ...emptyContent('workbook'),
    ...(meta && { unit: meta.unit }),
    // another district's report is nobody's here, whether handed in or not
    ...(meta && !isForeign && submissionOf(meta)),
    ...(workbook.modified !== undefined && { documentModified: workbook.modified }),
    observations,
    records: registers.records,
    issues: limitIssues([...ofTabs, ...forgiveSwitchedOff(issues, catalog.retired), ...registers.issues]),
  };
}

function submissionOf(meta: WorkbookMeta) {
  const { status, schoolYear, submittedOn, submittedByPost: post } = meta;
  return {
    ...(status !== '' && { status }),
    // without a year it is nobody's report: accepted and returned are reports of one unit
    ...(schoolYear !== '' && !isRoster(meta) && { schoolYear }),
    ...(submittedOn !== undefined && { submittedOn }),
    ...(post !== '' && { submittedByPost: post }),
  };
}
