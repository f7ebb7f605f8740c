import type { FormField } from '../../../shared/form-view/fields.ts';
import { shownText } from '../../../shared/form-view/shown-text.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { answerText } from '../editing/answer-text.ts';
import { element } from '../kit/element.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { comparedView } from './compared-view.ts';
import { fieldMessages } from './field-messages.ts';
import { fieldName } from './field-name.ts';
import type { Filling } from './filling.ts';
import { unreadPart } from './unread-part.ts';

const texts = addonFormTexts.review;

export interface ReviewOptions {
  readonly title: string;
  readonly filling: Filling;
  /** Goes to the step of a field. */
  readonly edit: (field: FormField) => void;
  readonly back: () => void;
  readonly save: () => void;
  /** A word about a save that failed. */
  readonly failure?: string;
}

/** What will be written, what is missing and what is wrong, before anything is saved. */
export function showReview({ title, filling, edit, back, save, failure }: ReviewOptions): void {
  const remarks = element('div', {}, ...remarksPart(filling, edit));
  filling.options.related.listen(() => remarks.replaceChildren(...remarksPart(filling, edit)));
  const changes = filling.changes();
  const open = filling.open();
  const saving = button(
    failure === undefined ? texts.save(changes.length) : addonFormTexts.retry,
    save,
    'main',
    { id: 'save' },
  );
  showScreen(
    [
      heading(texts.title),
      element('p', { class: 'subtitle' }, title),
      failure === undefined ? undefined : element('p', { class: 'message error', role: 'alert' }, failure),
      ...faultyPart(filling, edit),
      remarks,
      changes.length === 0 ? element('p', {}, texts.none) : element('h2', {}, texts.changes(changes.length)),
      element(
        'ul',
        { class: 'changes' },
        ...changes.map(({ field, value, seen }) =>
          element(
            'li',
            {},
            element('span', {}, fieldName(field)),
            element(
              'span',
              { class: 'value' },
              element('strong', {}, answerText(shownText(value, field.element))),
              seen.type === 'empty'
                ? undefined
                : ` (${texts.was(answerText(shownText(seen, field.element)))})`,
            ),
          ),
        ),
      ),
      open.length === 0
        ? undefined
        : element(
            'div',
            { class: 'note' },
            element('h2', {}, texts.open(open.length)),
            element('p', {}, texts.openText),
            button(texts.toOpen, () => edit(open[0]!), 'link'),
          ),
      element(
        'div',
        { class: 'actions' },
        button(addonFormTexts.back, back),
        changes.length === 0 ? undefined : saving,
      ),
    ],
    { back, focus: failure === undefined ? undefined : saving },
  );
}

/** Answers that no cell can take. */
function faultyPart(filling: Filling, edit: (field: FormField) => void): HTMLElement[] {
  const faulty = filling.faulty();
  if (faulty.length === 0) return [];
  return [
    element('h2', {}, texts.faulty(faulty.length)),
    element(
      'ul',
      { class: 'changes' },
      ...faulty.map((field) =>
        element(
          'li',
          {},
          element('span', {}, fieldName(field)),
          element(
            'span',
            { class: 'message error' },
            fieldMessages(filling, field, [])
              .map(({ text }) => text)
              .join(' '),
          ),
          button(texts.fix, () => edit(field), 'link', { 'aria-label': `${texts.fix}: ${fieldName(field)}` }),
        ),
      ),
    ),
  ];
}

function remarksPart(filling: Filling, edit: (field: FormField) => void): HTMLElement[] {
  const remarks = filling.remarks();
  if (remarks.length === 0) return unreadPart(filling);
  return [
    ...unreadPart(filling),
    element('h2', {}, texts.remarks(remarks.length)),
    element('p', {}, texts.remarksText),
    element(
      'ul',
      { class: 'changes' },
      ...remarks.map((remark) => {
        const { severity, text, todo, fields } = remark;
        const field = filling.fields.find(({ id }) => id === fields[0]);
        return element(
          'li',
          {},
          element(
            'span',
            { class: `message ${severity}` },
            element('strong', {}, `${addonFormTexts.severity[severity]}. `),
            `${text} ${todo}`,
          ),
          comparedView(remark, filling),
          field &&
            button(texts.fix, () => edit(field), 'link', {
              'aria-label': `${texts.fix}: ${fieldName(field)}`,
            }),
        );
      }),
    ),
  ];
}
