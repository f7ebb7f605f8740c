import { districtTexts } from '../../../shared/texts/addon-district.ts';
import type { DistrictOrganisation, DistrictView } from '../../calls/district.ts';
import { element } from '../kit/element.ts';
import { type Decider, isIn, organisationItem } from './organisation-item.ts';

const { reports: texts } = districtTexts;

const awaits = (one: DistrictOrganisation): boolean =>
  one.state === 'submitted' && isIn(one) && !one.isPending;

const filters: Readonly<Record<keyof typeof texts.filters, (one: DistrictOrganisation) => boolean>> = {
  open: awaits,
  missing: (one) => !isIn(one),
  all: () => true,
};

/** The organisations with their reports, by what the district has to do about them. */
export function organisationsBlock({ organisations, today }: DistrictView, decider: Decider): HTMLElement {
  const list = element('ul', { class: 'organisations' });
  const filter = element(
    'select',
    { id: 'filter', onchange: () => draw() },
    ...(Object.keys(filters) as (keyof typeof filters)[]).map((key) =>
      element(
        'option',
        { value: key },
        `${texts.filters[key]} (${organisations.filter(filters[key]).length})`,
      ),
    ),
  );
  filter.value = organisations.some(filters.open) ? 'open' : 'missing';
  function draw(): void {
    const shown = organisations.filter(filters[filter.value as keyof typeof filters]);
    list.replaceChildren(
      ...(shown.length === 0
        ? [element('li', {}, texts.none)]
        : shown.map((one) => organisationItem(one, today, decider))),
    );
  }
  draw();
  return element(
    'section',
    { 'aria-labelledby': 'reports' },
    element('h2', { id: 'reports' }, texts.heading),
    element('p', {}, texts.count(organisations.filter(isIn).length, organisations.length)),
    element('label', { for: 'filter' }, texts.filter),
    filter,
    list,
  );
}
