import { type Figure, figures } from '../../../shared/review/figures.ts';
import { addonReviewTexts as texts } from '../../../shared/texts/addon-review.ts';
import { directionTitles } from '../../../shared/texts/template.ts';
import { element } from '../kit/element.ts';
import { indicatorView } from './indicator-view.ts';
import type { Loaded } from './load.ts';
import { moreOf } from './more-of.ts';
import type { Status } from './status.ts';

/** All figures of one indicator. */
export interface IndicatorFigures {
  readonly code: string;
  readonly direction: string;
  readonly title: string;
  readonly figures: readonly Figure[];
}

/** «Мои показатели» by direction, with a search. */
export function figuresView(loaded: Loaded, status: Status) {
  const all = figures(loaded.review);
  const indicators = byIndicator(all);
  const summary = texts.figures.summary(all.filter(hasValue).length, all.length);
  const list = element('div');
  const found = element('p', { class: 'counts', role: 'status', 'aria-live': 'polite' });
  const search = element('input', {
    type: 'search',
    id: 'search',
    autocomplete: 'off',
    oninput: () => draw(),
  });
  const draw = (): void => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = indicators.filter(({ title, code }) =>
      words.every((word) => `${title} ${code}`.toLowerCase().includes(word)),
    );
    const isSearch = words.length > 0;
    found.textContent = isSearch ? texts.figures.found(fits.length) : '';
    list.replaceChildren(
      ...[...new Set(fits.map(({ direction }) => direction))].map((direction) =>
        directionView(
          direction,
          fits.filter((one) => one.direction === direction),
          isSearch,
          loaded,
          status,
        ),
      ),
    );
  };
  draw();
  const view =
    all.length === 0
      ? element(
          'div',
          {},
          element('p', {}, loaded.review.isRoster ? texts.figures.roster : texts.figures.none),
        )
      : element(
          'div',
          {},
          element('p', { class: 'counts' }, summary),
          element('p', { class: 'hint' }, texts.figures.preliminary),
          absentPart(loaded),
          element('label', { for: 'search' }, texts.figures.search),
          search,
          found,
          list,
        );
  return { view, summary: all.length === 0 ? '' : summary };
}

/** What the night works out and this workbook cannot. */
function absentPart({ review }: Loaded): HTMLElement {
  const { title, common, organisation, district } = texts.figures.absent;
  const own = review.meta?.unitType === 'district' ? district : organisation;
  return element(
    'details',
    { class: 'hint' },
    element('summary', {}, title),
    element('ul', { class: 'plain' }, ...[own, ...common].map((text) => element('li', {}, text))),
  );
}

const hasValue = ({ result }: Figure): boolean => result.value !== undefined;

function byIndicator(all: readonly Figure[]): IndicatorFigures[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of all) {
    const { code } = figure.indicator;
    groups.set(code, [...(groups.get(code) ?? []), figure]);
  }
  return [...groups].map(([code, list]) => {
    const { no, name, direction } = list[0]!.indicator;
    return { code, direction, title: no === '' ? name : `${no}. ${name}`, figures: list };
  });
}

/** Closed at first, and filled when opened: a catalogue has hundreds of indicators. */
function directionView(
  direction: string,
  indicators: readonly IndicatorFigures[],
  isOpen: boolean,
  loaded: Loaded,
  status: Status,
): HTMLElement {
  const all = indicators.flatMap((one) => one.figures);
  const view = element(
    'details',
    { open: isOpen },
    element(
      'summary',
      {},
      element('h2', {}, directionTitles[direction] ?? direction),
      element('span', { class: 'count' }, texts.figures.part(all.filter(hasValue).length, all.length)),
    ),
  );
  let isFilled = false;
  const fill = (): void => {
    if (isFilled || !view.open) return;
    isFilled = true;
    view.append(moreOf(indicators, (one) => indicatorView(one, loaded, status), 'div'));
  };
  view.addEventListener('toggle', fill);
  fill();
  return view;
}
