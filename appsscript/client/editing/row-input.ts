import type { Choice } from '../../../shared/catalog/choices.ts';
import type { RowField } from '../../../shared/form-view/row-field.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { entryWords } from '../../../shared/texts/entry-words.ts';
import { element } from '../kit/element.ts';
import type { Edits } from './edits.ts';
import type { Fixed } from './fixed-field.ts';
import { optionGroup } from './option-group.ts';

const texts = addonFormTexts.step;

/** What a field of a row offers beside its input. */
export interface RowFieldLook {
  /** Answers to choose from, in the words of the sheet, by what reading them gives. */
  readonly choices?: readonly Choice[];
  readonly isLong?: boolean;
  /** «нет данных» and «не ведём» are offered. */
  readonly hasAnswers?: boolean;
  /** To be looked at only. */
  readonly isLocked?: boolean;
  /** To be looked at only, for what people made of its cell. */
  readonly fixed?: Fixed | undefined;
}

/** So many answers are seen at a glance; so many are a list to open; beyond that one types and is offered what fits. */
const mostRadios = 4;
const mostOptions = 40;

/** What an input is made of. */
export interface RowInputParts extends RowFieldLook {
  readonly id: string;
  readonly edits: Edits<RowField>;
  readonly field: RowField;
  readonly describedBy: string;
  readonly hint: HTMLElement;
  readonly typed: (text: string) => void;
}

/** The input of a field with its label and help. */
export interface RowInput {
  readonly parts: readonly (HTMLElement | undefined)[];
  /** One input, which may be invalid by itself. */
  readonly isText: boolean;
  input(): HTMLElement;
  refresh(): void;
}

/** By the type of the column: text, a list to choose from, or answers side by side. */
export function rowInput(parts: RowInputParts): RowInput {
  const { choices, field } = parts;
  if (field.rules.field.type === 'yes_no') return radios(parts, yesNo);
  if (!choices || choices.length === 0) return textInput(parts);
  if (choices.length <= mostRadios) return radios(parts, choices);
  return choices.length <= mostOptions ? select(parts, choices) : textInput(parts, choices);
}

const yesNo: readonly Choice[] = [
  { code: '1', title: entryWords.yes },
  { code: '0', title: entryWords.no },
];

const labelText = ({ field }: RowInputParts): (Node | string)[] => {
  const { name, required } = field.rules.field;
  return required ? [name, element('span', { class: 'required' }, ` (${texts.required})`)] : [name];
};

/** `offered`: what the browser offers while one types. */
function textInput(parts: RowInputParts, offered?: readonly Choice[]): RowInput {
  const { id, edits, field, describedBy, hint, typed, isLong } = parts;
  const { type, unit } = field.rules.field;
  const isNumber = type === 'integer' || type.startsWith('decimal');
  const attributes = {
    id,
    'aria-describedby': describedBy,
    autocomplete: 'off',
    oninput: () => typed(input.value),
  };
  const input: HTMLInputElement | HTMLTextAreaElement = isLong
    ? element('textarea', { ...attributes, rows: 3 })
    : element('input', {
        ...attributes,
        type: 'text',
        inputmode: type === 'link' ? 'url' : isNumber ? 'decimal' : 'text',
        placeholder: type === 'date' ? texts.date : undefined,
        list: offered && `${id}l`,
      });
  if (isNumber) input.classList.add('number');
  return {
    isText: true,
    parts: [
      element('label', { for: id }, ...labelText(parts)),
      hint,
      element(
        'div',
        { class: 'line' },
        input,
        unit === '' ? undefined : element('span', { class: 'unit' }, unit),
      ),
      offered &&
        element(
          'datalist',
          { id: `${id}l` },
          ...offered.map(({ title }) => element('option', { value: title })),
        ),
    ],
    input: () => input,
    refresh() {
      const now = edits.text(field);
      // not while it is typed: the caret would jump
      if (input.value !== now) input.value = now;
    },
  };
}

/** An answer that is none of the list stays in it: nothing is lost by looking. */
function select(parts: RowInputParts, choices: readonly Choice[]): RowInput {
  const { id, describedBy, hint, typed } = parts;
  const other = element('option', { hidden: true });
  const input: HTMLSelectElement = element(
    'select',
    { id, 'aria-describedby': describedBy, onchange: () => typed(input.value) },
    element('option', { value: '' }, texts.choose),
    other,
    ...choices.map(({ title }) => element('option', { value: title }, title)),
  );
  return {
    isText: true,
    parts: [element('label', { for: id }, ...labelText(parts)), hint, input],
    input: () => input,
    refresh() {
      const now = chosen(parts, choices);
      const isOther = now !== '' && !choices.some(({ title }) => title === now);
      other.hidden = !isOther;
      other.value = other.textContent = isOther ? now : '';
      input.value = now;
      input.title = now;
    },
  };
}

function radios(parts: RowInputParts, choices: readonly Choice[]): RowInput {
  const { id, field, edits, describedBy, hint, typed } = parts;
  const group = optionGroup({
    id,
    options: choices.map(({ title }) => ({ answer: title, text: title })),
    describedBy,
    legend: labelText(parts),
    clearLabel: `${texts.clear}: ${field.rules.field.name}`,
    typed,
  });
  return {
    isText: false,
    parts: [group.root(hint)],
    input: group.input,
    refresh: () => group.refresh(chosen(parts, choices), edits.text(field) === ''),
  };
}

/** The choice that an answer stands for, also by another word; else the text as it is. */
function chosen({ edits, field }: RowInputParts, choices: readonly Choice[]): string {
  const { status, value } = edits.answer(field).parsed;
  const known = status === 'value' ? choices.find(({ code }) => code === String(value)) : undefined;
  return known?.title ?? edits.text(field);
}
