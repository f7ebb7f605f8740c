import type { RowField } from '../../../shared/form-view/row-field.ts';
import { addonFormTexts as texts } from '../../../shared/texts/addon-forms.ts';
import { element } from '../kit/element.ts';
import { announce } from '../kit/live.ts';
import { button } from '../kit/screen.ts';
import type { Edits } from './edits.ts';
import { rowFieldView } from './row-field-view.ts';
import type { RowFieldLook } from './row-input.ts';

const pause = 700;

export interface RowFormOptions {
  readonly edits: Edits<RowField>;
  readonly look: (field: RowField) => RowFieldLook;
  /** What is odd about the answers together; saving is not held up by it. */
  readonly notes: () => readonly string[];
  readonly save: () => void;
  readonly back: () => void;
  /** A word about a save that failed. */
  readonly failure?: string | undefined;
}

/** The fields of one row with what is wrong in them; `focus` is where typing begins. */
export function rowForm({ edits, look, notes, save, back, failure }: RowFormOptions): {
  readonly root: HTMLElement;
  readonly focus: HTMLElement | undefined;
} {
  let timer = 0;
  const note = element('div', { role: 'status' });
  const update = (says: boolean): void => {
    const said = views.map((view) => view.update()).filter((text) => text !== '');
    saving.disabled = edits.changes().length === 0;
    const told = notes();
    if (told.join('\n') !== [...note.children].map((one) => one.textContent).join('\n'))
      note.replaceChildren(...told.map((text) => element('p', { class: 'message warning' }, text)));
    clearTimeout(timer);
    if (says && said.length > 0) timer = window.setTimeout(() => announce(said.join(' ')), pause);
  };
  const views = edits.fields.map((field) => rowFieldView(edits, field, look(field), () => update(true)));
  const saving = element(
    'button',
    { type: 'submit', class: 'main', id: 'save' },
    failure === undefined ? texts.saveRow : texts.retry,
  );
  const submit = (): void => {
    // what is said now matters more than what was wrong while typing
    clearTimeout(timer);
    const wrong = edits.faulty().filter((field) => edits.isChanged(field));
    const first = views.find(({ field }) => field === wrong[0]);
    if (first) {
      announce(texts.step.blocked(wrong.length));
      first.input.focus();
    } else if (edits.changes().length > 0) save();
  };
  const root = element(
    'form',
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        submit();
      },
      onkeydown: (event) => {
        const { key, ctrlKey, target } = event as KeyboardEvent;
        if (key !== 'Enter') return;
        if (ctrlKey) submit();
        else if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
        else (views[views.findIndex((view) => view.root.contains(target)) + 1]?.input ?? saving).focus();
        event.preventDefault();
      },
    },
    ...views.map((view) => view.root),
    note,
    element('div', { class: 'actions' }, button(texts.back, back), saving),
    element('p', { class: 'hint' }, texts.rowHint),
  );
  update(false);
  return { root, focus: failure === undefined ? views[0]?.input : saving };
}
