import { districtTexts } from '../../../shared/texts/addon-district.ts';
import { periodText } from '../../../shared/texts/period-text.ts';
import type { DecisionRequest, DistrictOrganisation } from '../../calls/district.ts';
import { element } from '../kit/element.ts';
import { server } from '../kit/server.ts';
import { dueOf } from './missing.ts';
import { returnForm } from './return-form.ts';

const { reports: texts, decision: decides, failed, notDistrict, noState, copy } = districtTexts;
const faults = { ...decides, notDistrict, noState, copy };

/** What the page says of a decision. */
export interface Decider {
  tell(text: string, isFault?: boolean): void;
  /** Shows the page anew and says why. */
  again(text: string): void;
}

/** A book that nobody has answered about counts, but it is not handed in for the district's purposes. */
export const isIn = ({ state, isUnanswered }: DistrictOrganisation): boolean =>
  state === 'accepted' || (state === 'submitted' && !isUnanswered);

/** One organisation: where its report stands, what is not filled in, and what may be decided. */
export function organisationItem(
  one: DistrictOrganisation,
  today: string,
  { tell, again }: Decider,
): HTMLElement {
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
            onclick: () => void decide('accepted'),
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
        (remark) => decide('returned', remark),
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

  async function decide(decision: DecisionRequest['decision'], remark = ''): Promise<void> {
    tell(decides.saving);
    try {
      const { code: organisation, isPending } = one;
      const seen = { state, isPending, ...(submittedOn !== undefined && { submittedOn }) };
      const { kind } = await server('decideReport', { organisation, decision, remark, seen });
      if (kind === 'changed') {
        again(decides.changed);
        return;
      }
      if (kind !== 'done' && kind !== 'repeat') {
        tell(faults[kind], true);
        return;
      }
      tell(kind === 'repeat' ? decides.repeat : decides[decision](name));
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
