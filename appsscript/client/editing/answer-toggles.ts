import { noData, notApplicable } from '../../../shared/form-view/answer.ts';
import type { ObservationStatus } from '../../../shared/observation/observation.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { element } from '../kit/element.ts';

const texts = addonFormTexts.step;

/** The two explicit answers beside an input: pressed while they are given, pressed again they are taken back. */
export interface AnswerToggles {
  readonly root: HTMLElement;
  refresh(status: ObservationStatus): void;
}

export function answerToggles(
  label: string,
  now: () => ObservationStatus,
  answer: (word: string) => void,
): AnswerToggles {
  const toggles = [
    { status: 'no_data', word: noData, text: texts.noData, hint: texts.noDataHint },
    {
      status: 'not_applicable',
      word: notApplicable,
      text: texts.notApplicable,
      hint: texts.notApplicableHint,
    },
  ].map(({ status, word, text, hint }) => ({
    status,
    toggle: element(
      'button',
      {
        type: 'button',
        class: 'answer',
        'aria-label': `${text} (${hint}): ${label}`,
        title: hint,
        onclick: () => answer(now() === status ? '' : word),
      },
      text,
    ),
  }));
  return {
    root: element('div', { class: 'answers' }, ...toggles.map(({ toggle }) => toggle)),
    refresh(status) {
      for (const one of toggles) one.toggle.setAttribute('aria-pressed', String(one.status === status));
    },
  };
}
