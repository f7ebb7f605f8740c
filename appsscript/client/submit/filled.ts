import { submissionTexts as texts } from '../../../shared/texts/addon-submission.ts';
import type { CellPlace } from '../../calls/cell-place.ts';
import type { SubmissionView } from '../../calls/submission.ts';
import { element } from '../kit/element.ts';
import { server } from '../kit/server.ts';

const link = (label: string, place: CellPlace, name?: string): HTMLElement =>
  element(
    'button',
    { type: 'button', class: 'link', 'aria-label': name, onclick: () => void server('goTo', place) },
    label,
  );

/** What is filled in, what is missing, and what will not be counted. */
export function filledBlock({ forms, errors, warnings, remarks }: SubmissionView): HTMLElement {
  const { filled } = texts;
  const lines = forms.reduce((sum, form) => sum + form.remarks, 0);
  const isEmpty = forms.length > 0 && forms.every((form) => form.filled === 0);
  return element(
    'section',
    { 'aria-labelledby': 'filled' },
    element('h2', { id: 'filled' }, filled.heading),
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...[filled.form, filled.cells, filled.remarks].map((title) =>
            element('th', { scope: 'col' }, title),
          ),
        ),
      ),
      element(
        'tbody',
        {},
        ...forms.map((form) =>
          element(
            'tr',
            {},
            element('td', {}, link(form.title, form.place, filled.show(form.title))),
            element('td', {}, filled.of(form.filled, form.cells)),
            element('td', { class: form.remarks > 0 ? 'bad' : undefined }, String(form.remarks)),
          ),
        ),
      ),
    ),
    isEmpty ? element('p', { class: 'attention' }, filled.none) : undefined,
    element(
      'p',
      { class: lines > 0 ? 'attention' : 'hint' },
      lines > 0 ? texts.remarks.some(lines) : texts.remarks.none,
    ),
    errors + warnings > 0 ? element('p', {}, texts.remarks.night(errors, warnings)) : undefined,
    remarks ? element('p', {}, link(texts.remarks.open, remarks)) : undefined,
  );
}
