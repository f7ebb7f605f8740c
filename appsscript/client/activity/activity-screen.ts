import { choicesOf } from '../../../shared/catalog/choices.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import type { Activity, ActivityField } from '../../../shared/form-view/activities.ts';
import { addonActivityTexts as texts } from '../../../shared/texts/addon-activity.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { answerMessages, messageView, spoken } from '../editing/answer-messages.ts';
import type { Edits } from '../editing/edits.ts';
import { element } from '../kit/element.ts';
import { announce } from '../kit/live.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { dueWords } from './search-screen.ts';

const pause = 700;
/** Printed in this order below the title. */
const facts = ['deadline', 'target', 'executors'] as const;

export interface ActivityOptions {
  readonly catalog: Catalog;
  readonly activity: Activity;
  readonly edits: Edits<ActivityField>;
  readonly back: () => void;
  readonly save: () => void;
  /** A word about a save that failed. */
  readonly failure?: string;
}

interface FieldView {
  readonly field: ActivityField;
  readonly root: HTMLElement;
  readonly input: HTMLElement;
  update(): string;
}

/** State, day, fact and evidence of one activity. */
export function showActivity({ catalog, activity, edits, back, save, failure }: ActivityOptions): void {
  const { printed } = activity;
  let timer = 0;
  const update = (says: boolean): void => {
    const said = views.map((view) => view.update()).filter((text) => text !== '');
    saving.disabled = edits.changes().length === 0;
    reminder.hidden = !lacksDay(edits);
    clearTimeout(timer);
    if (says && said.length > 0) timer = window.setTimeout(() => announce(said.join(' ')), pause);
  };
  const views = edits.fields.map((field) => fieldView(catalog, edits, field, () => update(true)));
  const saving = element(
    'button',
    { type: 'submit', class: 'main', id: 'save' },
    failure === undefined ? texts.save : addonFormTexts.retry,
  );
  const reminder = element('p', { class: 'message warning', role: 'status' }, texts.lacksDay);
  const submit = (): void => {
    const wrong = edits.faulty().filter((field) => edits.isChanged(field));
    const first = views.find(({ field }) => field === wrong[0]);
    if (first) {
      announce(addonFormTexts.step.blocked(wrong.length));
      first.input.focus();
    } else if (edits.changes().length > 0) save();
  };
  const form = element(
    'form',
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        submit();
      },
      onkeydown: (event) => {
        const { key, target } = event as KeyboardEvent;
        if (key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
        event.preventDefault();
        const next = views[views.findIndex(({ root }) => root.contains(target)) + 1];
        (next?.input ?? saving).focus();
      },
    },
    ...views.map(({ root }) => root),
    reminder,
    element('div', { class: 'actions' }, button(addonFormTexts.back, back), saving),
    element('p', { class: 'hint' }, texts.hint),
  );
  update(false);
  showScreen(
    [
      heading([printed.no, printed.title].filter(Boolean).join(' ')),
      element('p', { class: 'subtitle' }, dueWords(activity)),
      element(
        'dl',
        {},
        ...facts.flatMap((code) => {
          const text = printed[code];
          return text === undefined ? [] : [element('dt', {}, texts.facts[code]), element('dd', {}, text)];
        }),
      ),
      failure === undefined ? undefined : element('p', { class: 'message error', role: 'alert' }, failure),
      form,
    ],
    { back, focus: failure === undefined ? views[0]?.input : saving },
  );
}

/** Done, but nobody says when. */
function lacksDay(edits: Edits<ActivityField>): boolean {
  const value = (code: string) => {
    const field = edits.fields.find(({ rules }) => rules.field.code === code);
    return field && edits.answer(field).parsed;
  };
  return value('status')?.value === 'done' && value('done_on')?.status === 'not_reported';
}

let count = 0;

function fieldView(
  catalog: Catalog,
  edits: Edits<ActivityField>,
  field: ActivityField,
  changed: () => void,
): FieldView {
  const id = `a${++count}`;
  const { name, help, type, code } = field.rules.field;
  const message = element('div', { id: `${id}m` });
  const describedBy = `${id}h ${id}m`;
  const hint = element('p', { class: 'help', id: `${id}h` }, help);
  const typed = (text: string): void => {
    edits.type(field, text);
    changed();
  };
  const control =
    type === 'list'
      ? choice(catalog, edits, field, { id, describedBy, hint, typed })
      : text(edits, field, { id, describedBy, hint, typed, isLong: code === 'comment' });
  const root = element('div', { class: 'field' }, ...control.parts, message);
  let before = '';
  return {
    field,
    root,
    get input() {
      return control.input();
    },
    update() {
      control.refresh();
      const { parsed } = edits.answer(field);
      const shown = answerMessages(parsed);
      root.classList.toggle('faulty', parsed.status === 'rejected');
      if (type !== 'list') control.input().setAttribute('aria-invalid', String(parsed.status === 'rejected'));
      message.replaceChildren(...shown.map(messageView));
      const said = spoken(shown);
      const isNew = said !== before;
      before = said;
      return isNew && said !== '' ? `${name}. ${said}` : '';
    },
  };
}

interface Parts {
  readonly id: string;
  readonly describedBy: string;
  readonly hint: HTMLElement;
  readonly typed: (text: string) => void;
  readonly isLong?: boolean;
}

interface Control {
  readonly parts: readonly HTMLElement[];
  input(): HTMLElement;
  refresh(): void;
}

function text(edits: Edits<ActivityField>, field: ActivityField, parts: Parts): Control {
  const { id, describedBy, hint, typed, isLong } = parts;
  const { name, type } = field.rules.field;
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
        inputmode: type === 'link' ? 'url' : 'text',
        placeholder: type === 'date' ? addonFormTexts.step.date : undefined,
      });
  return {
    parts: [element('label', { for: id }, name), hint, input],
    input: () => input,
    refresh() {
      const now = edits.text(field);
      // not while it is typed: the caret would jump
      if (input.value !== now) input.value = now;
    },
  };
}

function choice(catalog: Catalog, edits: Edits<ActivityField>, field: ActivityField, parts: Parts): Control {
  const { id, describedBy, hint, typed } = parts;
  const radios = choicesOf(catalog, field.rules.field).map(({ code, title }, i) => {
    const radio = element('input', {
      type: 'radio',
      name: id,
      id: `${id}o${i}`,
      onchange: () => typed(title),
    });
    return { code, radio, line: element('label', { class: 'option' }, radio, ` ${title}`) };
  });
  return {
    parts: [
      element(
        'fieldset',
        { 'aria-describedby': describedBy },
        element('legend', {}, field.rules.field.name),
        hint,
        element('div', { class: 'options' }, ...radios.map(({ line }) => line)),
      ),
    ],
    input: () => (radios.find(({ radio }) => radio.checked) ?? radios[0])!.radio,
    refresh() {
      const { status, value } = edits.answer(field).parsed;
      for (const { code, radio } of radios) radio.checked = status === 'value' && value === code;
    },
  };
}
