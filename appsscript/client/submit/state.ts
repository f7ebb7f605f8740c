import { submissionTexts as texts } from '../../../shared/texts/addon-submission.ts';
import type { SubmissionView } from '../../calls/submission.ts';
import { element } from '../kit/element.ts';

/** Where the report stands, in words and, beside them, in colour. */
export function stateBlock({ state, answers, decision, lock }: SubmissionView): HTMLElement {
  const says =
    state === 'submitted'
      ? texts.says.submitted(answers.day, answers.post)
      : state === 'accepted' || state === 'returned'
        ? texts.says[state](decision?.day ?? '')
        : texts.says[state];
  const isDecided = state === 'accepted' || state === 'returned';
  const remark = isDecided ? decision?.remark : undefined;
  return element(
    'section',
    { 'aria-labelledby': 'state' },
    element('h2', { id: 'state' }, texts.state.heading),
    element('p', { class: `state ${state}` }, texts.state[state]),
    element('p', {}, says),
    remark === undefined
      ? undefined
      : element('p', { class: 'remark' }, element('strong', {}, `${texts.remark}: `), remark),
    lock === 'open' ? undefined : element('p', { class: 'hint' }, texts.lock[lock]),
    lock === 'open' ? undefined : element('p', { class: 'hint' }, texts.lock.open),
  );
}
