import type { RowField } from '../../../shared/form-view/row-field.ts';
import { element } from '../kit/element.ts';
import { type AnswerMessage, answerMessages, messageView, spoken } from './answer-messages.ts';
import { type AnswerToggles, answerToggles } from './answer-toggles.ts';
import type { Edits } from './edits.ts';
import { fixedView, lockInputs } from './fixed-field.ts';
import { type RowFieldLook, type RowInput, type RowInputParts, rowInput } from './row-input.ts';

/** A field of a row of a register on the screen. */
export interface RowFieldView {
  readonly field: RowField;
  readonly root: HTMLElement;
  /** Where the focus goes. */
  readonly input: HTMLElement;
  /** Shows the messages of this moment, `more` among them; gives what is new as one sentence. */
  update(more?: readonly AnswerMessage[]): string;
}

let count = 0;

/** Label, help, unit, the input by the type of the column, explicit answers, and what is wrong. */
export function rowFieldView(
  edits: Edits<RowField>,
  field: RowField,
  look: RowFieldLook,
  changed: () => void,
): RowFieldView {
  const id = `a${++count}`;
  const { name, help, type } = field.rules.field;
  const { fixed } = look;
  const message = element('div', { id: `${id}m` });
  const parts: RowInputParts = {
    ...look,
    id,
    edits,
    field,
    describedBy: `${id}h ${fixed ? `${id}x ` : ''}${id}m`,
    hint: element('p', { class: 'help', id: `${id}h` }, help),
    typed: (text) => {
      edits.type(field, text);
      changed();
    },
  };
  const control = rowInput(parts);
  const toggles = look.hasAnswers
    ? answerToggles(
        name,
        () => edits.answer(field).parsed.status,
        (word) => {
          parts.typed(word);
          if (word === '') control.input().focus();
        },
      )
    : undefined;
  const root = element('div', { class: 'field' }, ...control.parts, toggles?.root, message);
  if (fixed || look.isLocked) lockInputs(root);
  if (fixed) message.before(fixedView(fixed, field, { tab: edits.rules.tab, label: name, id: `${id}x` }));
  let before = '';
  return {
    field,
    root,
    get input() {
      return control.input();
    },
    update(more = []) {
      const { parsed } = edits.answer(field);
      refresh(control, toggles, parts);
      const shown = [...answerMessages(parsed), ...more];
      const isFaulty = fixed === 'merged' || parsed.status === 'rejected';
      root.classList.toggle('faulty', isFaulty);
      if (type !== 'yes_no' && control.isText) control.input().setAttribute('aria-invalid', String(isFaulty));
      message.replaceChildren(...shown.map(messageView));
      const said = spoken(shown);
      const isNew = said !== before;
      before = said;
      return isNew && said !== '' ? `${name}. ${said}` : '';
    },
  };
}

function refresh(
  control: RowInput,
  toggles: AnswerToggles | undefined,
  { edits, field }: RowInputParts,
): void {
  control.refresh();
  toggles?.refresh(edits.answer(field).parsed.status);
}
