import { choicesOf } from '../../../shared/catalog/choices.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import {
  type Activity,
  type ActivityFilter,
  foundActivities,
  isSettled,
} from '../../../shared/form-view/activities.ts';
import { addonActivityTexts as texts } from '../../../shared/texts/addon-activity.ts';
import { addonRosterTexts } from '../../../shared/texts/addon-roster.ts';
import { dayText } from '../../../shared/texts/day-text.ts';
import { listSearch } from '../editing/list-search.ts';
import { element } from '../kit/element.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { today } from '../kit/today.ts';

/** More are not read by anybody; words narrow them down. */
const most = 25;

export const firstSearch: ActivityFilter = { words: '', state: 'open', executors: '' };

export interface SearchOptions {
  readonly catalog: Catalog;
  readonly activities: readonly Activity[];
  readonly search: ActivityFilter;
  /** Called with every change, so that the way back finds the same. */
  readonly keep: (search: ActivityFilter) => void;
  readonly open: (activity: Activity) => void;
  /** Whose activities they are, where a district marks those of several, and the way to another one. */
  readonly organisation?: string;
  readonly other?: () => void;
}

/** Finds an activity by words, its number, its state and who carries it out. */
export function showSearch(options: SearchOptions): void {
  const { catalog, activities, search: first, keep, open, organisation, other } = options;
  let search = first;
  const list = element('ul', { class: 'cards', id: 'found' });
  const update = (change: Partial<ActivityFilter>, says: boolean): void => {
    search = { ...search, ...change };
    keep(search);
    const found = foundActivities(activities, search, today());
    list.replaceChildren(
      ...found.slice(0, most).map((activity) =>
        element(
          'li',
          {},
          activityCard(catalog, activity, () => open(activity)),
        ),
      ),
    );
    tell(texts.found(found.length, Math.min(most, found.length)), says);
  };
  const { words, count, tell } = listSearch({
    list,
    hint: texts.wordsHint,
    value: search.words,
    typed: (now) => update({ words: now }, true),
  });
  const states: HTMLSelectElement = element(
    'select',
    {
      id: 'state',
      onchange: () => update({ state: states.value as ActivityFilter['state'] }, true),
    },
    ...Object.entries(texts.states).map(([value, text]) =>
      element('option', { value, selected: value === search.state }, text),
    ),
  );
  const names = [...new Set(activities.map(({ printed }) => printed.executors ?? ''))].filter(Boolean).sort();
  const people: HTMLSelectElement = element(
    'select',
    { id: 'executors', onchange: () => update({ executors: people.value }, true) },
    element('option', { value: '' }, texts.anybody),
    ...names.map((name) => element('option', { value: name, selected: name === search.executors }, name)),
  );
  update({}, false);
  showScreen(
    [
      heading(texts.title),
      organisation === undefined ? undefined : element('p', { class: 'subtitle' }, organisation),
      element('label', { for: 'words' }, texts.words),
      words,
      element('label', { for: 'state' }, texts.show),
      states,
      ...(names.length > 1 ? [element('label', { for: 'executors' }, texts.executors), people] : []),
      count,
      list,
      other && element('div', { class: 'actions' }, button(addonRosterTexts.other, other)),
    ],
    { focus: words, back: other },
  );
}

function activityCard(catalog: Catalog, activity: Activity, onclick: () => void): HTMLElement {
  const { printed, due } = activity;
  return element(
    'button',
    { type: 'button', class: 'card', onclick },
    element('span', { class: 'name' }, [printed.no, printed.title].filter(Boolean).join(' ')),
    element('span', { class: 'facts' }, dueWords(activity)),
    element('span', { class: 'facts' }, texts.state(stateTitle(catalog, activity))),
    due !== undefined && due < today() && !isSettled(activity)
      ? element('span', { class: 'facts draft' }, texts.overdue)
      : undefined,
  );
}

export const dueWords = ({ due, printed }: Activity): string =>
  due === undefined ? texts.deadline(printed.deadline ?? texts.noDate) : texts.due(dayText(due));

function stateTitle(catalog: Catalog, { status, fields }: Activity): string {
  const field = fields.find(({ rules }) => rules.field.code === 'status')?.rules.field;
  const title = field && choicesOf(catalog, field).find(({ code }) => code === status)?.title;
  return title ?? texts.unmarked;
}
