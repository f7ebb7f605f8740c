import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { element } from '../kit/element.ts';

const texts = addonFormTexts.step;

export interface OptionGroupParts {
  readonly id: string;
  /** At least one: what it types, and how it reads. */
  readonly options: readonly { readonly answer: string; readonly text: string; readonly hint?: string }[];
  readonly describedBy: string;
  readonly legend: readonly (Node | string)[];
  /** How the button that takes the answer back is called where its own word does not do. */
  readonly clearLabel?: string;
  readonly typed: (answer: string) => void;
}

/** Answers side by side, of which one holds. */
export interface OptionGroup {
  /** The group with its help. */
  root(help: HTMLElement): HTMLElement;
  /** A group is entered at what is chosen. */
  input(): HTMLElement;
  refresh(chosen: string, isEmpty: boolean): void;
}

export function optionGroup(parts: OptionGroupParts): OptionGroup {
  const { id, describedBy, legend, clearLabel, typed } = parts;
  const options = parts.options.map(({ answer, text, hint }, i) => {
    const radio = element('input', {
      type: 'radio',
      name: id,
      id: `${id}o${i}`,
      onchange: () => typed(answer),
    });
    return {
      answer,
      radio,
      line: element('label', { class: 'option', title: hint }, radio, ` ${text}`),
    };
  });
  const first = options[0]!.radio;
  const clear = element(
    'button',
    {
      type: 'button',
      class: 'link',
      'aria-label': clearLabel,
      onclick: () => {
        typed('');
        first.focus();
      },
    },
    texts.clear,
  );
  return {
    root: (help) =>
      element(
        'fieldset',
        { 'aria-describedby': describedBy },
        element('legend', {}, ...legend),
        help,
        element('div', { class: 'options' }, ...options.map(({ line }) => line)),
        clear,
      ),
    input: () => options.find(({ radio }) => radio.checked)?.radio ?? first,
    refresh(chosen, isEmpty) {
      for (const { radio, answer } of options) radio.checked = answer === chosen;
      clear.hidden = isEmpty;
    },
  };
}
