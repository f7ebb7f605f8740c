import type { Catalog } from '../catalog/types.ts';
import type { CellScalar } from '../parse/workbook.ts';
import type { Day } from '../period/period.ts';
import type { ActivityField } from './activities.ts';
import type { Answer } from './answer.ts';
import { rowAnswer } from './row-answer.ts';

/** Reads what was typed into a field of an activity, as the nightly run reads cells; nothing is done in the future. */
export function activityAnswer(
  catalog: Catalog,
  { rules }: Pick<ActivityField, 'rules'>,
  typed: string,
  cell: CellScalar,
  today: Day,
): Answer {
  const answer = rowAnswer({ catalog }, rules, typed, cell);
  const { status, value } = answer.parsed;
  if (rules.field.code !== 'done_on' || status !== 'value' || String(value) <= today) return answer;
  const issues = [{ code: 'cell.date', params: { type: 'future' } }] as const;
  return { parsed: { status: 'rejected', raw: typed, issues } };
}
