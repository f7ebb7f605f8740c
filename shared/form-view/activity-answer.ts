import { choicesOf } from '../catalog/choices.ts';
import type { Catalog } from '../catalog/types.ts';
import type { CellScalar } from '../parse/workbook.ts';
import type { Day } from '../period/period.ts';
import { parseField } from '../record/parse-field.ts';
import { recordTexts } from '../texts/records.ts';
import { templateTexts } from '../texts/template.ts';
import type { ActivityField } from './activities.ts';
import type { Answer } from './answer.ts';
import { shownText } from './shown-text.ts';

/** What a field shows of a cell's content. */
export const shownField = ({ rules: { field } }: Pick<ActivityField, 'rules'>, scalar: CellScalar): string =>
  shownText(scalar, { type: field.type === 'yes_no' ? 'yes_no' : 'text' });

/** Reads what was typed into a field of a row, as the nightly run reads cells; nothing is done in the future. */
export function activityAnswer(
  catalog: Catalog,
  { rules }: Pick<ActivityField, 'rules'>,
  typed: string,
  cell: CellScalar,
  today: Day,
): Answer {
  const isSame = typed === shownField({ rules }, cell);
  const parsed = parseField(isSame ? cell : { type: 'text', value: typed }, rules);
  const { field } = rules;
  if (field.code === 'done_on' && parsed.status === 'value' && String(parsed.value) > today) {
    const issues = [{ code: 'cell.date', params: { type: 'future' } }] as const;
    return { parsed: { status: 'rejected', raw: typed, issues } };
  }
  if (isSame) return { parsed };
  const { status, value } = parsed;
  if (status === 'rejected') return { parsed };
  if (status === 'not_reported') return { parsed, write: { type: 'empty' } };
  if (status === 'no_data') return { parsed, write: { type: 'text', value: recordTexts.noData } };
  if (status === 'not_applicable')
    return { parsed, write: { type: 'text', value: recordTexts.notApplicable } };
  if (field.type === 'date') return { parsed, write: { type: 'date', day: String(value) } };
  if (field.type === 'list') {
    const title = choicesOf(catalog, field).find(({ code }) => code === value)?.title ?? typed;
    return { parsed, write: { type: 'text', value: title } };
  }
  if (field.type === 'yes_no')
    return { parsed, write: { type: 'text', value: value === 1 ? templateTexts.yes : templateTexts.no } };
  if (typeof value === 'number') return { parsed, write: { type: 'number', value } };
  return { parsed, write: { type: 'text', value: String(value) } };
}
