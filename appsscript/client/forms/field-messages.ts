import type { FormField } from '../../../shared/form-view/fields.ts';
import type { Remark } from '../../../shared/form-view/remarks.ts';
import { type AnswerMessage, answerMessages, bySeverity, messageView } from '../editing/answer-messages.ts';
import { comparedText, comparedView } from './compared-view.ts';
import type { Filling } from './filling.ts';

/** What is said at a field: a remark also shows what it compares, as far as that lies elsewhere. */
export interface FieldMessage extends AnswerMessage {
  readonly remark?: Remark;
}

/**
 * What is wrong with an answer by itself, then what does not fit to others; the worst first. `remarks` are those that
 * are told at this field.
 */
export const fieldMessages = (
  filling: Filling,
  field: FormField,
  remarks: readonly Remark[],
): FieldMessage[] =>
  [
    ...answerMessages(filling.answer(field).parsed),
    ...remarks.map(
      (remark): FieldMessage => ({
        severity: remark.severity,
        text: remark.text,
        todo: [remark.todo, comparedText(remark, filling)].filter((text) => text !== '').join(' '),
        remark,
      }),
    ),
  ].sort(bySeverity);

/** A message beneath a field. */
export function fieldMessageView({ remark, ...message }: FieldMessage, filling: Filling): HTMLElement {
  if (!remark) return messageView(message);
  const view = messageView(remark);
  const compared = comparedView(remark, filling);
  if (compared) view.append(compared);
  return view;
}
