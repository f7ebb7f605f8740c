import type { criteriaRecords } from '../../shared/criteria/known-records.ts';
import { fixedRows } from '../../shared/template/fixed-rows.ts';
import type { GivenRow } from '../../shared/template/record-sheet.ts';
import { demoTexts } from '../../shared/texts/demo.ts';
import { diligenceOf } from './character.ts';
import type { DemoBook } from './demo-book.ts';
import { chance } from './random.ts';

/** How a unit answers a criterion, by the share of such answers; what is left says «нет». */
const course = { silent: 0.06, yes: 0.74, partly: 0.9 };
/** Of those who say «да», so many name no document. */
const undocumented = 0.12;
/** Of the documents named, so many are not published. */
const unpublished = 0.25;

/**
 * How a unit of the demonstration judged itself when it handed its book in, by the criteria or by the expected results:
 * mostly met, with a document of that day; some in part, some not, some left open. A negative effect is mostly absent;
 * of a year to come nothing is said. The same for the same words.
 */
export function demoAnswers(
  { catalog, profile, submittedOn }: DemoBook,
  record: typeof criteriaRecords.self | typeof criteriaRecords.expected,
): GivenRow[] {
  const thisYear = submittedOn.slice(0, 4);
  return (fixedRows(catalog, { code: record }, profile) ?? []).map((row) =>
    String(row.values.year ?? '') > thisYear
      ? row
      : { ...row, values: { ...row.values, ...answerTo(row, profile.code, submittedOn) } },
  );
}

function answerTo({ key = '', values }: GivenRow, unit: string, day: string): Record<string, string> {
  const drawn = chance('criteria', unit, key);
  if (drawn < course.silent) return {};
  const luck = drawn - diligenceOf(unit);
  const isMinus = values.polarity !== undefined && values.polarity !== '+';
  if (luck >= course.partly || isMinus) return { mark: 'no' };
  if (luck >= course.yes) return { mark: 'partly' };
  const isDocumented = chance('criteria document', unit, key) >= undocumented;
  const no = values.no;
  const document = no === undefined ? demoTexts.resultDocument : demoTexts.document(String(no));
  if (!isDocumented) return { mark: 'yes' };
  const isPublished = chance('criteria link', unit, key) >= unpublished;
  const link = `https://${unit}.example.org/vsoko/${key.split('/').slice(1, 3).join('-')}.pdf`;
  return { mark: 'yes', document, date: day, ...(isPublished && { link }) };
}
