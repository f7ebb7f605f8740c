import type { FormField } from '../../../shared/form-view/fields.ts';
import type { Remark } from '../../../shared/form-view/remarks.ts';
import type { Severity } from '../../../shared/issue/issue.ts';
import { severityOf } from '../../../shared/issue/severity.ts';
import { issueText } from '../../../shared/texts/issues.ts';
import type { Filling } from './filling.ts';

/** What is said beneath a field. */
export interface FieldMessage {
  readonly severity: Severity;
  readonly text: string;
  readonly todo: string;
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * What is wrong with an answer by itself, then what does not fit to others; the worst first. `remarks` are those that
 * are told at this field.
 */
export function fieldMessages(
  filling: Filling,
  field: FormField,
  remarks: readonly Remark[],
): FieldMessage[] {
  const { parsed } = filling.answer(field);
  const own = parsed.issues.map((found): FieldMessage => {
    const issue = { ...found, place: { file: '' }, ...(parsed.raw !== undefined && { raw: parsed.raw }) };
    return { severity: severityOf(issue), ...issueText(issue) };
  });
  return [...own, ...remarks].sort((a, b) => rank[a.severity] - rank[b.severity]);
}
