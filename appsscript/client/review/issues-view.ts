import { countBySeverity } from '../../../shared/issue/severity.ts';
import { type IssueGroup, type IssueRow, issueGroups } from '../../../shared/review/issue-rows.ts';
import { addonReviewTexts as texts } from '../../../shared/texts/addon-review.ts';
import { periodText } from '../../../shared/texts/period-text.ts';
import { element } from '../kit/element.ts';
import { jump, targetOf } from './jump.ts';
import type { Loaded } from './load.ts';
import { moreOf } from './more-of.ts';
import type { Status } from './status.ts';

/** The issues by tab, each a button that leads to its cell. */
export function issuesView(loaded: Loaded, status: Status) {
  const groups = issueGroups(loaded.review, loaded.tabs);
  const counts = countBySeverity(loaded.review.issues);
  const summary = texts.summary(counts);
  const view = element('div', {}, element('p', { class: 'counts' }, summary));
  for (const group of groups) view.append(groupView(group, loaded, status));
  if (groups.length === 0) view.append(element('p', {}, texts.nothing));
  view.append(
    element(
      'div',
      { class: 'hint' },
      element('p', {}, texts.alone),
      element('ul', { class: 'plain' }, ...texts.byNight.map((text) => element('li', {}, text))),
    ),
  );
  return { view, summary, count: loaded.review.issues.length };
}

const groupView = ({ tab, rows }: IssueGroup, loaded: Loaded, status: Status): HTMLElement =>
  element(
    'section',
    {},
    element('h2', {}, tab === '' ? texts.wholeBook : tab, ' ', count(rows.length)),
    moreOf(rows, (row) => element('li', {}, rowView(row, loaded, status)), 'ul'),
  );

const count = (n: number): HTMLElement => element('span', { class: 'count' }, texts.count(n));

function rowView(row: IssueRow, loaded: Loaded, status: Status): HTMLElement {
  const { severity, place, text, todo } = row;
  const target = targetOf(place, loaded);
  const what = [
    element(
      'span',
      { class: `severity ${severity}` },
      element('span', { 'aria-hidden': 'true' }, texts.signs[severity]),
      ` ${texts.severities[severity]}`,
      place.cell === undefined ? '' : ` · ${texts.cell(place.cell)}`,
    ),
    ...subject(row),
    element('span', {}, text),
    element('span', { class: 'todo' }, texts.todo(todo)),
  ];
  if (!target) return element('div', { class: 'issue' }, ...what);
  return element(
    'button',
    {
      type: 'button',
      class: 'issue',
      onclick: () => void jump(target, place.tab ?? '', status),
    },
    ...what,
  );
}

function subject({ name, period, organisation }: IssueRow): HTMLElement[] {
  const words = [name, period === '' ? '' : periodText(period), organisation].filter((word) => word !== '');
  return words.length === 0 ? [] : [element('span', { class: 'what' }, words.join(' · '))];
}
