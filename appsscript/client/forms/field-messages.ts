import type { FormField } from '../../../shared/form-view/fields.ts';
import type { Remark } from '../../../shared/form-view/remarks.ts';
import { type AnswerMessage, answerMessages, bySeverity } from '../editing/answer-messages.ts';
import type { Filling } from './filling.ts';

/**
 * What is wrong with an answer by itself, then what does not fit to others; the worst first. `remarks` are those that
 * are told at this field.
 */
export const fieldMessages = (
  filling: Filling,
  field: FormField,
  remarks: readonly Remark[],
): AnswerMessage[] => [...answerMessages(filling.answer(field).parsed), ...remarks].sort(bySeverity);
