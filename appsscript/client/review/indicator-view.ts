import { formatNumber } from '../../../shared/number/decimal.ts';
import type { Figure } from '../../../shared/review/figures.ts';
import { missingCells } from '../../../shared/review/missing-cells.ts';
import { elementNames } from '../../../shared/summary/issue-list.ts';
import { addonReviewTexts as texts } from '../../../shared/texts/addon-review.ts';
import { periodText } from '../../../shared/texts/period-text.ts';
import { summaryTexts } from '../../../shared/texts/summary.ts';
import { templateTexts } from '../../../shared/texts/template.ts';
import { element } from '../kit/element.ts';
import type { IndicatorFigures } from './figures-view.ts';
import { jump, targetOf } from './jump.ts';
import type { Loaded } from './load.ts';
import { moreOf } from './more-of.ts';
import type { Status } from './status.ts';

/** One indicator with its periods and breakdowns; breakdowns that nobody filled in are only counted. */
export function indicatorView(
  { title, figures }: IndicatorFigures,
  loaded: Loaded,
  status: Status,
): HTMLElement {
  const isSilent = ({ members, result }: Figure): boolean =>
    members.length > 0 && result.reason === 'not_reported';
  const told = figures.filter((figure) => !isSilent(figure));
  const silent = figures.filter(isSilent);
  const view = element('section', { class: 'indicator' }, element('h3', {}, title));
  if (told.length > 0) view.append(moreOf(told, (figure) => figureView(figure, loaded, status)));
  if (silent.length > 0) {
    const rest = element('details', {}, element('summary', {}, texts.figures.silent(silent.length)));
    onFirstOpen(rest, () => moreOf(silent, (figure) => figureView(figure, loaded, status)));
    view.append(rest);
  }
  return view;
}

function figureView(figure: Figure, loaded: Loaded, status: Status): HTMLElement {
  const { members, period, result, indicator, norm, trend, fewData } = figure;
  const { value, numerator, denominator, reason } = result;
  const when =
    period.frequency === 'school_year' ? templateTexts.indicators.year : periodText(period.key, true);
  const view = element(
    'li',
    { class: 'figure' },
    element('span', { class: 'what' }, [...members, when].join(' · ')),
  );
  if (value === undefined) {
    view.append(whyNot(figure, loaded, status));
  } else {
    view.append(
      element('strong', {}, `${shown(value, indicator.kind === 'count')} ${indicator.unit}`.trim()),
      numerator === undefined || denominator === undefined
        ? ''
        : element('span', {}, texts.figures.of(shown(numerator, true), shown(denominator, true))),
    );
  }
  if (value === undefined && reason === 'too_few' && numerator !== undefined && denominator !== undefined) {
    view.append(element('span', {}, texts.figures.of(shown(numerator, true), shown(denominator, true))));
  }
  const words = [
    norm ? summaryTexts.norm(norm, value) : '',
    trend ? texts.figures.trend(summaryTexts.trend(trend, indicator.unit)) : '',
    fewData ? summaryTexts.indicators.fewData : '',
  ].filter((text) => text !== '');
  if (words.length > 0) view.append(element('span', { class: 'todo' }, `${words.join('; ')}.`));
  return view;
}

/** Numbers of things as they are, ratios and averages with one decimal: as on the sheet «Мои показатели». */
const shown = (value: number, asIs: boolean): string =>
  formatNumber(value, asIs && Number.isInteger(value) ? 0 : 1);

/** The reason in words and, when opened, the cells that lack something. */
function whyNot({ result }: Figure, loaded: Loaded, status: Status): HTMLElement {
  const reason = texts.figures.noValue(templateTexts.indicators.states[result.reason] ?? result.reason);
  const view = element('details', {}, element('summary', {}, reason));
  onFirstOpen(view, () => {
    const names = elementNames(loaded.review);
    const cells = missingCells(loaded.review, result.indicator, result.period);
    if (cells.length === 0) return element('p', {}, summaryTexts.reasonLong[result.reason] ?? reason);
    return moreOf(cells, ({ element: code, period, status: state, place }) => {
      const target = targetOf(place, loaded);
      const name = [names.get(code)?.name ?? code, periodText(period, true), texts.states[state]].join(' · ');
      if (!target) return element('li', {}, name);
      return element(
        'li',
        {},
        element(
          'button',
          { type: 'button', class: 'issue', onclick: () => void jump(target, place?.tab ?? '', status) },
          element('span', { class: 'severity' }, texts.cellOf(target.cell, place?.tab ?? '')),
          element('span', {}, name),
        ),
      );
    });
  });
  return view;
}

function onFirstOpen(view: HTMLDetailsElement, content: () => HTMLElement): void {
  view.addEventListener(
    'toggle',
    () => {
      view.append(content());
    },
    { once: true },
  );
}
