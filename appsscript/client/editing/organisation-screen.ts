import { comparableWord } from '../../../shared/parse/missing-words.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { addonRosterTexts as texts } from '../../../shared/texts/addon-roster.ts';
import { element } from '../kit/element.ts';
import { announce } from '../kit/live.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { listSearch } from './list-search.ts';
import { progressCard } from './progress-card.ts';

/** More are not read by anybody; words narrow them down. */
const most = 100;

/** An organisation for which something is to be filled in. */
export interface OrganisationRow {
  readonly code: string;
  readonly name: string;
  readonly filled: number;
  readonly total: number;
  readonly hasDraft: boolean;
}

export interface OrganisationOptions<Row extends OrganisationRow> {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly choose: (row: Row) => void;
  /** How far an organisation is, in words; «заполнено X из Y» by default. */
  readonly words?: (filled: number, total: number) => string;
  /** The way back, where there is one. */
  readonly back?: { readonly title: string; readonly go: () => void };
}

/** Chooses the organisation for which a district fills something in: those with something left first. */
export function showOrganisations<Row extends OrganisationRow>(options: OrganisationOptions<Row>): void {
  const { title, rows, back } = options;
  const list = element('div', { class: 'organisations' });
  const update = (says: boolean): void => {
    const wanted = comparableWord(words.value).split(' ').filter(Boolean);
    const found = rows.filter(({ name, code }) => {
      const text = comparableWord(`${name} ${code}`);
      return wanted.every((word) => text.includes(word));
    });
    const isDone = ({ filled, total }: Row): boolean => filled >= total;
    const done = found.filter(isDone).length;
    const open = found.filter((row) => !isDone(row)).slice(0, most);
    const rest = found.filter(isDone).slice(0, most - open.length);
    const { list: titles } = addonFormTexts;
    list.replaceChildren(...group(titles.open, open, options), ...group(titles.done, rest, options));
    tell(texts.found(found.length, done, Math.min(most, found.length)), says);
  };
  const { words, count, tell } = listSearch({ list, hint: texts.searchHint, typed: () => update(true) });
  update(false);
  showScreen(
    [
      heading(title),
      element('h2', {}, texts.title),
      element('label', { for: 'words' }, texts.search),
      words,
      count,
      list,
      back && element('div', { class: 'actions' }, button(back.title, back.go)),
    ],
    { focus: words, back: back?.go },
  );
  announce(count.textContent ?? '');
}

function group<Row extends OrganisationRow>(
  title: string,
  rows: readonly Row[],
  { choose, words = addonFormTexts.list.filled }: OrganisationOptions<Row>,
): HTMLElement[] {
  if (rows.length === 0) return [];
  return [
    element('h3', {}, title),
    element(
      'ul',
      { class: 'cards' },
      ...rows.map((row) =>
        element(
          'li',
          {},
          progressCard({
            ...row,
            words: (filled, total) => texts.card(words(filled, total), row.code),
            open: () => choose(row),
          }),
        ),
      ),
    ),
  ];
}
