import type { Remark } from '../../../shared/form-view/remarks.ts';
import { type FormStep, fieldsOfStep } from '../../../shared/form-view/steps.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { element } from '../kit/element.ts';
import { announce } from '../kit/live.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { type FieldView, fieldView } from './field-view.ts';
import type { Filling } from './filling.ts';
import { unreadPart } from './unread-part.ts';

const texts = addonFormTexts.step;
/** After so long without a key a remark is read out; while typing it would come in between. */
const pause = 700;

export interface StepOptions {
  readonly title: string;
  readonly subtitle: string;
  readonly filling: Filling;
  readonly at: number;
  /** Field to begin with, by its id. */
  readonly focus?: string;
  readonly goTo: (step: number) => void;
  readonly leave: () => void;
  readonly review: () => void;
}

/** One step of a form. */
export function showStep(options: StepOptions): void {
  const { title, subtitle, filling, at, goTo } = options;
  const { steps } = filling;
  const step = steps[at]!;
  const views: FieldView[] = [];
  let timer = 0;
  const update = (isTyping: boolean): void => {
    const remarks = filling.remarks();
    const said = views
      .map((view) => view.update(toldAt(view, remarks, views), isInError(view, remarks)))
      .filter((text) => text !== '');
    state.textContent = stateOf(filling, step);
    unread.replaceChildren(...unreadPart(filling));
    clearTimeout(timer);
    if (isTyping && said.length > 0) timer = window.setTimeout(() => announce(said.join(' ')), pause);
  };
  const changed = (): void => update(true);
  const back = (): void => (at === 0 ? options.leave() : goTo(at - 1));
  const next = (): void => {
    const [wrong, ...more] = filling.faulty(fieldsOfStep(step)).filter((field) => filling.isChanged(field));
    if (wrong) {
      announce(texts.blocked(more.length + 1));
      views.find(({ field }) => field === wrong)?.input.focus();
    } else if (at + 1 < steps.length) goTo(at + 1);
    else options.review();
  };
  const state = element('p', { class: 'state' });
  const unread = element('div');
  const form = element(
    'form',
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        next();
      },
    },
    fieldsOfStep(step).some((field) => filling.isHandedIn(field))
      ? element('p', { class: 'message' }, addonFormTexts.handedIn)
      : undefined,
    ...groupsOf(step, at, filling, changed, views),
    state,
    unread,
    element(
      'div',
      { class: 'actions' },
      button(addonFormTexts.back, back),
      element(
        'button',
        { type: 'submit', class: 'main' },
        at + 1 < steps.length ? texts.next : texts.toReview,
      ),
    ),
    at + 1 < steps.length
      ? element('div', { class: 'actions' }, button(texts.review, options.review, 'link'))
      : undefined,
    element('p', { class: 'hint' }, texts.hint),
  );
  form.addEventListener('keydown', (event) => onKey(event, views, { next, review: options.review }));
  const begin = views.find(({ field }) => field.id === options.focus) ?? views[0];
  update(false);
  filling.options.related.listen(() => update(true));
  showScreen([heading(title), element('p', { class: 'subtitle' }, subtitle), position(options), form], {
    focus: begin?.input,
    back,
  });
  announce(texts.position(at + 1, steps.length));
}

/** A remark is told once on a screen: below the last of the fields it compares. */
const toldAt = ({ field }: FieldView, remarks: readonly Remark[], views: readonly FieldView[]): Remark[] =>
  remarks.filter(({ fields }) => {
    const shown = views.filter((view) => fields.includes(view.field.id));
    return shown[shown.length - 1]?.field === field;
  });

const isInError = ({ field }: FieldView, remarks: readonly Remark[]): boolean =>
  remarks.some(({ severity, fields }) => severity === 'error' && fields.includes(field.id));

function groupsOf(
  step: FormStep,
  at: number,
  filling: Filling,
  changed: () => void,
  views: FieldView[],
): HTMLElement[] {
  const head = step.title === '' ? [] : [element('h2', {}, step.title)];
  if (step.help !== '') head.push(element('p', { class: 'help' }, step.help) as HTMLHeadingElement);
  return [
    ...head,
    ...step.groups.map((group, i) =>
      element(
        'section',
        { 'aria-label': group.title || step.title || `${texts.position(at + 1, filling.steps.length)}` },
        group.title === '' ? undefined : element('h2', { id: `g${at}-${i}` }, group.title),
        ...group.fields.map((stepField) => {
          const view = fieldView(stepField, filling, changed);
          views.push(view);
          return view.root;
        }),
      ),
    ),
  ];
}

const stateOf = (filling: Filling, step: FormStep): string => {
  const fields = fieldsOfStep(step);
  return addonFormTexts.list.filled(fields.length - filling.open(fields).length, fields.length);
};

/** Where the person is, and the way to any other step. */
function position({ filling, at, goTo }: StepOptions): HTMLElement {
  const { steps } = filling;
  if (steps.length === 1) return element('div', { class: 'position' });
  let first = 1;
  const names = steps.map((step) => {
    const count = fieldsOfStep(step).length;
    const name =
      step.title ||
      step.groups
        .map(({ title }) => title)
        .filter(Boolean)
        .join(' · ');
    const rows = texts.rows(first, first + count - 1);
    first += count;
    return name || rows;
  });
  const select: HTMLSelectElement = element(
    'select',
    { 'aria-label': texts.jump, onchange: () => goTo(select.selectedIndex) },
    ...steps.map((step, i) =>
      element('option', { selected: i === at }, `${i + 1}. ${names[i]} — ${markOf(filling, step)}`),
    ),
  );
  return element(
    'div',
    { class: 'position' },
    element('p', {}, texts.position(at + 1, steps.length)),
    element('progress', {
      max: steps.length,
      value: at + 1,
      'aria-label': texts.position(at + 1, steps.length),
    }),
    select,
  );
}

function markOf(filling: Filling, step: FormStep): string {
  const fields = fieldsOfStep(step);
  if (filling.faulty(fields).length > 0) return texts.state.faulty;
  return filling.open(fields).length > 0 ? texts.state.open : texts.state.done;
}

/** Enter goes to the next field and from the last to the next step, with Ctrl to saving. */
function onKey(
  event: KeyboardEvent,
  views: readonly FieldView[],
  go: Record<'next' | 'review', () => void>,
): void {
  const target = event.target as HTMLElement;
  if (event.key === 'Enter' && event.ctrlKey) {
    event.preventDefault();
    go.review();
  } else if (event.key === 'Enter' && target instanceof HTMLInputElement) {
    event.preventDefault();
    const at = views.findIndex(({ root }) => root.contains(target));
    const following = views[at + 1];
    if (following) following.input.focus();
    else go.next();
  }
}
