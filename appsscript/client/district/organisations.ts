import { districtTexts } from '../../../shared/texts/addon-district.ts';
import { periodText } from '../../../shared/texts/period-text.ts';
import type { DecisionRequest, DistrictOrganisation, DistrictView } from '../../calls/district.ts';
import { element } from '../kit/element.ts';
import { server } from '../kit/server.ts';
import { dueOf } from './missing.ts';

const { reports: texts, decision: decides, failed } = districtTexts;
export type Tell = (text: string, isFault?: boolean) => void;

/** A book that nobody has answered about counts, but it is not handed in for the district's purposes. */
export const isIn = ({ state, isUnanswered }: DistrictOrganisation): boolean =>
  state === 'accepted' || (state === 'submitted' && !isUnanswered);
const awaits = (one: DistrictOrganisation): boolean =>
  one.state === 'submitted' && isIn(one) && !one.isPending;

const filters: Readonly<Record<keyof typeof texts.filters, (one: DistrictOrganisation) => boolean>> = {
  open: awaits,
  missing: (one) => !isIn(one),
  all: () => true,
};

/** The organisations with their reports, by what the district has to do about them. */
export function organisationsBlock({ organisations, today }: DistrictView, tell: Tell): HTMLElement {
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
        : shown.map((one) => organisationItem(one, today, tell))),
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

function organisationItem(one: DistrictOrganisation, today: string, tell: Tell): HTMLElement {
  const { name, state, isUnanswered, submittedOn, post = '', url, missing } = one;
  const item = element('li', {});
  const word = isUnanswered ? texts.state.unanswered : texts.state[state];
  const buttons = element('div', {});
  item.append(
    element('h3', {}, name),
    element('p', {}, element('span', { class: `state ${isUnanswered ? 'none' : state}` }, word)),
    ...(submittedOn === undefined
      ? []
      : [element('p', { class: 'hint' }, texts.handedIn(submittedOn, post))]),
    ...(one.isPending ? [element('p', { class: 'attention' }, texts.pending)] : []),
    ...(missing.length === 0 ? [] : [missingForms(one, today)]),
    ...(url === undefined
      ? []
      : [element('p', {}, element('a', { href: url, target: '_blank', rel: 'noopener' }, texts.open))]),
    buttons,
  );
  if (isIn(one) && !one.isPending) {
    if (state !== 'accepted') {
      buttons.append(
        element(
          'button',
          {
            type: 'button',
            'aria-label': decides.acceptOf(name),
            onclick: () => void decide({ organisation: one.code, decision: 'accepted', remark: '' }),
          },
          decides.accept,
        ),
      );
    }
    const back = element(
      'button',
      {
        type: 'button',
        'aria-label': decides.returnOf(name),
        'aria-expanded': 'false',
        onclick: () => ask(),
      },
      decides.return,
    );
    buttons.append(back);
    function ask(): void {
      back.setAttribute('aria-expanded', 'true');
      item.querySelector('form')?.remove();
      const form = returnForm(
        one,
        (remark) => decide({ organisation: one.code, decision: 'returned', remark }),
        () => {
          form.remove();
          back.setAttribute('aria-expanded', 'false');
          back.focus();
        },
      );
      item.append(form);
      form.querySelector('textarea')?.focus();
    }
  }

  async function decide(request: DecisionRequest): Promise<void> {
    tell(decides.saving);
    try {
      const { kind } = await server('decideReport', request);
      if (kind !== 'done' && kind !== 'repeat') {
        tell(decides[kind], true);
        return;
      }
      tell(kind === 'repeat' ? decides.repeat : decides[request.decision](name));
      buttons.remove();
      item.querySelector('form')?.remove();
      item.append(element('p', { class: 'attention' }, texts.pending));
      const heading = item.querySelector('h3');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus();
    } catch {
      tell(failed, true);
    }
  }
  return item;
}

function returnForm(
  one: DistrictOrganisation,
  send: (remark: string) => Promise<void>,
  cancel: () => void,
): HTMLElement {
  const id = `remark-${one.code}`;
  const remark = element('textarea', { id, rows: 3, maxlength: 1000, 'aria-describedby': `${id}-help` });
  return element(
    'form',
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        void send(remark.value);
      },
    },
    element('label', { for: id }, decides.remark),
    element('p', { id: `${id}-help`, class: 'hint' }, decides.remarkHelp),
    remark,
    element('button', { type: 'submit', class: 'main' }, decides.confirm),
    element('button', { type: 'button', onclick: cancel }, decides.cancel),
  );
}

function missingForms({ missing }: DistrictOrganisation, today: string): HTMLElement {
  return element(
    'details',
    {},
    element('summary', {}, texts.missing(missing.length)),
    element(
      'ul',
      {},
      ...missing.map(({ title, period, lastDay }) =>
        element('li', {}, `${title}, ${periodText(period)}: ${dueOf(lastDay, today)}`),
      ),
    ),
  );
}
