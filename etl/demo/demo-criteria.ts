import type { Catalog } from '../../shared/catalog/types.ts';
import { criteriaRecords } from '../../shared/criteria/known-records.ts';
import type { Register } from '../../shared/register/register.ts';
import { fixedRows } from '../../shared/template/fixed-rows.ts';
import type { GivenRow } from '../../shared/template/record-sheet.ts';
import { profileOf, type TemplateUnit } from '../../shared/template/unit.ts';
import { demoTexts } from '../../shared/texts/demo.ts';
import { chance } from './random.ts';

/** How a unit answers a criterion, by the share of such answers; what is left says «нет». */
const course = { silent: 0.06, yes: 0.74, partly: 0.9 };
/** Of those who say «да», so many name no document. */
const undocumented = 0.12;

/**
 * How a unit of the demonstration judged itself by the criteria when it handed its book in: mostly met, with a document
 * of that day; some in part, some not, some left open. A negative effect is mostly absent. The same for the same words.
 */
export function demoCriteria(
  catalog: Catalog,
  register: Register,
  unit: TemplateUnit,
  submittedOn: string,
): GivenRow[] {
  const profile = profileOf(unit, register);
  return (fixedRows(catalog, { code: criteriaRecords.self }, profile) ?? []).map((row) => ({
    ...row,
    values: { ...row.values, ...answerTo(row, profile.code, submittedOn) },
  }));
}

function answerTo({ key = '', values }: GivenRow, unit: string, day: string): Record<string, string> {
  const luck = chance('criteria', unit, key);
  if (luck < course.silent) return {};
  const isMinus = values.polarity !== undefined && values.polarity !== '+';
  if (luck >= course.partly || isMinus) return { mark: 'no' };
  if (luck >= course.yes) return { mark: 'partly' };
  const isDocumented = chance('criteria document', unit, key) >= undocumented;
  return { mark: 'yes', ...(isDocumented && { document: demoTexts.document(String(values.no)), date: day }) };
}
