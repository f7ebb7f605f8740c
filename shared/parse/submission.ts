import type { Issue, Place } from '../issue/issue.ts';
import { templateTexts } from '../texts/template.ts';
import { detectPersonalData } from './personal-data.ts';
import { type DocumentName, placeIn } from './place-in.ts';
import { isNamed } from './post-name.ts';
import { keptRaw, scalarText } from './scalar-text.ts';
import type { CellScalar, SheetData, WorkbookData } from './workbook.ts';
import { isKnownAnswer, metaPairs, type WorkbookMeta } from './workbook-meta.ts';

const { title } = templateTexts;

/**
 * What is to be said about the answers to «Сдаю»: an answer nobody understands, a date that is missing or none, a post
 * that is missing or names a person. Of a draft only what would be wrong in any state.
 */
export function submissionIssues(
  workbook: WorkbookData,
  meta: WorkbookMeta,
  document: DocumentName,
): Issue[] {
  const pairs = metaPairs(workbook);
  const scalarOf = (key: string): CellScalar => pairs?.get(key) ?? { type: 'empty' };
  const textOf = (key: string): string => scalarText(scalarOf(key)).trim();
  const issue = (code: Issue['code'], label: string, more: Partial<Issue> = {}): Issue => ({
    code,
    place: answerPlace(workbook, label, document),
    organisation: meta.unit,
    ...more,
  });
  const quote = (text: string) => {
    const raw = keptRaw(text);
    return raw === undefined ? {} : { raw };
  };
  const issues: Issue[] = [];
  const answer = textOf('status');
  if (!isKnownAnswer(answer)) issues.push(issue('submission.answer', title.submit, quote(answer)));
  const post = textOf('submitted_by_post');
  if (isNamed(post)) {
    const params = { kind: detectPersonalData(post) ?? 'full_name' };
    issues.push(issue('cell.personal_data', title.post, { params }));
  }
  if (meta.status !== 'submitted') return issues;
  if (meta.submittedOn === undefined && scalarOf('submitted_on').type !== 'uncached') {
    const day = textOf('submitted_on');
    // a formula that passes on an empty cell gives 0
    const isMissing = day === '' || day === '0';
    const params = { fault: isMissing ? 'missing' : 'unreadable' };
    // a book without its date still counts: nothing in it is doubtful
    const more = isMissing ? ({ severity: 'info' } as const) : quote(day);
    issues.push(issue('submission.date', title.submittedOn, { params, ...more }));
  }
  if (post === '' && scalarOf('submitted_by_post').type !== 'uncached') {
    issues.push(issue('submission.post', title.post));
  }
  return issues;
}

/** The cell to the right of a label of the title page, wherever people moved it; the document where it is not found. */
export function answerPlace(workbook: WorkbookData, label: string, document: DocumentName): Place {
  for (const sheet of workbook.sheets) {
    if (sheet.hidden) continue;
    const found = sheet.cells.find(
      ({ scalar }) =>
        scalar.type === 'text' && (scalar.value === label || scalar.value.startsWith(`${label}\n`)),
    );
    if (found) return placeIn(document, sheet, { row: found.row, column: rightOf(sheet, found) });
  }
  return placeIn(document);
}

function rightOf(sheet: SheetData, at: { readonly row: number; readonly column: number }): number {
  const merge = sheet.merges.find(
    (m) => m.firstRow <= at.row && at.row <= m.lastRow && m.firstColumn === at.column,
  );
  return (merge?.lastColumn ?? at.column) + 1;
}
