import type { DocumentName } from '../../shared/parse/place-in.ts';
import type { WorkbookData } from '../../shared/parse/workbook.ts';
import { isRoster, type WorkbookMeta } from '../../shared/parse/workbook-meta.ts';
import { readFilledWorkbook } from '../../shared/review/read-workbook.ts';
import { emptyContent } from '../csv/content.ts';
import type { SourceContent } from '../store/store.ts';
import type { SourceContext } from './read-source.ts';

/** What a filled workbook says, whether it came as a file or from Google. Never throws on bad data. */
export function workbookContent(
  given: WorkbookData,
  document: DocumentName,
  { catalog, workspaces }: SourceContext,
): SourceContent {
  const { meta, isForeign, isTooLarge, observations, records, issues } = readFilledWorkbook(
    given,
    document,
    catalog,
    workspaces,
  );
  if (isTooLarge) return { ...emptyContent('unreadable'), issues };
  return {
    ...emptyContent('workbook'),
    ...(meta && { unit: meta.unit }),
    // another district's report is nobody's here, whether handed in or not
    ...(meta && !isForeign && submissionOf(meta)),
    ...(given.modified !== undefined && { documentModified: given.modified }),
    observations,
    records,
    issues,
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
