import { noData, notApplicable } from '../../../shared/form-view/answer.ts';
import type { FormField } from '../../../shared/form-view/fields.ts';
import type { Remark } from '../../../shared/form-view/remarks.ts';
import type { StepField } from '../../../shared/form-view/steps.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { entryWords } from '../../../shared/texts/entry-words.ts';
import { spoken } from '../editing/answer-messages.ts';
import { answerToggles } from '../editing/answer-toggles.ts';
import { fixedView, lockInputs } from '../editing/fixed-field.ts';
import { optionGroup } from '../editing/option-group.ts';
import { element } from '../kit/element.ts';
import { fieldMessages, fieldMessageView } from './field-messages.ts';
import type { Filling } from './filling.ts';

const texts = addonFormTexts.step;

/** A field on the screen. */
export interface FieldView {
  readonly field: FormField;
  readonly root: HTMLElement;
  /** Where the focus goes. */
  readonly input: HTMLElement;
  /** Shows the messages of this moment, remarks among those told here; gives what is new as one sentence. */
  update(remarks: readonly Remark[], isCompared: boolean): string;
}

let count = 0;

/** Label, help, unit, last value, the input, the two explicit answers and what is wrong. */
export function fieldView(
  { field, label, help }: StepField,
  filling: Filling,
  changed: () => void,
): FieldView {
  const id = `f${++count}`;
  const message = element('div', { class: 'messages', id: `${id}m` });
  const earlier = filling.options.earlier(field);
  const hints = [
    help === '' ? undefined : element('p', { class: 'help' }, help),
    earlier === undefined
      ? undefined
      : element('p', { class: 'earlier' }, texts.earlier(earlier.when, earlier.text)),
  ];
  const fixed = filling.fixed(field);
  const described = element('div', { id: `${id}d` }, ...hints);
  const type = (text: string): void => {
    filling.type(field, text);
    changed();
  };
  const parts = { id, label, field, filling, type, describedBy: `${id}d ${id}m` };
  const control = field.element.type === 'yes_no' ? choice(parts) : textInput(parts);
  const root = element(
    'div',
    { class: 'field', 'data-field': field.id },
    ...control.controls(described),
    message,
  );
  if (fixed || filling.isHandedIn(field)) lockInputs(root);
  if (fixed) described.append(fixedView(fixed, field, { tab: filling.rules.tab, label }));
  let before = '';
  let drawn = '';
  return {
    field,
    root,
    // a group is entered at what is chosen at that moment
    get input() {
      return control.input;
    },
    update(remarks, isCompared) {
      control.refresh();
      const shown = fieldMessages(filling, field, remarks);
      const isFaulty = fixed === 'merged' || shown.some(({ severity }) => severity === 'error');
      root.classList.toggle('faulty', isFaulty || isCompared);
      root.classList.toggle('answered', !isFaulty && !isCompared && filling.text(field) !== '');
      for (const one of root.querySelectorAll('input'))
        if (one.type === 'text') one.setAttribute('aria-invalid', String(isFaulty || isCompared));
      const said = spoken(shown);
      const isNew = said !== before;
      before = said;
      const values = shown.map(({ remark }) => remark?.compared.map(({ text }) => text));
      const content = JSON.stringify([said, values]);
      // what is there already stays: it may hold the focus
      if (content !== drawn) message.replaceChildren(...shown.map((one) => fieldMessageView(one, filling)));
      drawn = content;
      return isNew && said !== '' ? `${label}. ${said}` : '';
    },
  };
}

interface Parts {
  readonly id: string;
  readonly label: string;
  readonly field: FormField;
  readonly filling: Filling;
  readonly type: (text: string) => void;
  readonly describedBy: string;
}

interface Control {
  controls(described: HTMLElement): readonly HTMLElement[];
  readonly input: HTMLElement;
  /** Shows what the field holds now. */
  refresh(): void;
}

const labelText = ({ label, field }: Parts): (Node | string)[] => [
  label,
  ...(field.element.required ? [element('span', { class: 'required' }, ` (${texts.required})`)] : []),
];

function textInput(parts: Parts): Control {
  const { id, label, field, filling, type, describedBy } = parts;
  const { unit, type: kind } = field.element;
  const input = element('input', {
    id,
    type: 'text',
    autocomplete: 'off',
    inputmode: kind === 'text' || kind === 'date' ? 'text' : 'decimal',
    'aria-describedby': describedBy,
    placeholder: kind === 'date' ? texts.date : undefined,
    oninput: () => type(input.value),
  });
  const isNumber = kind !== 'text' && kind !== 'date';
  if (isNumber) input.classList.add('number');
  const status = () => filling.answer(field).parsed.status;
  const answers = answerToggles(label, status, (word) => {
    type(word);
    if (word === '') input.focus();
  });
  return {
    input,
    controls: (described) => [
      element('label', { for: id }, ...labelText(parts)),
      described,
      element(
        'div',
        { class: 'line' },
        input,
        unit === '' ? undefined : element('span', { class: 'unit' }, unit),
      ),
      answers.root,
    ],
    refresh() {
      const text = filling.text(field);
      // not while it is typed: the caret would jump
      if (input.value !== text) input.value = text;
      answers.refresh(status());
    },
  };
}

function choice(parts: Parts): Control {
  const { id, field, filling, type, describedBy } = parts;
  const group = optionGroup({
    id,
    options: [
      { answer: entryWords.yes, text: texts.yes, hint: '' },
      { answer: entryWords.no, text: texts.no, hint: '' },
      { answer: noData, text: texts.noData, hint: texts.noDataHint },
      { answer: notApplicable, text: texts.notApplicable, hint: texts.notApplicableHint },
    ],
    describedBy,
    legend: labelText(parts),
    typed: type,
  });
  return {
    get input() {
      return group.input();
    },
    controls: (described) => [group.root(described)],
    refresh() {
      const { status, value } = filling.answer(field).parsed;
      const chosen =
        status === 'value'
          ? value === 1
            ? entryWords.yes
            : entryWords.no
          : status === 'no_data'
            ? noData
            : status === 'not_applicable'
              ? notApplicable
              : '';
      group.refresh(chosen, filling.text(field) === '');
    },
  };
}
