import { districtTexts as texts } from '../../../shared/texts/addon-district.ts';
import { dayText } from '../../../shared/texts/day-text.ts';
import type { DistrictView } from '../../calls/district.ts';
import { element } from '../kit/element.ts';
import { server } from '../kit/server.ts';
import { officeFrame } from '../office/frame.ts';
import { missingBlock } from './missing.ts';
import { organisationsBlock } from './organisations.ts';
import { reminderBlock } from './reminder.ts';

const { body, tell, open: ask } = officeFrame<'notDistrict' | 'noState'>(texts, true);

const open = (): Promise<void> => ask(() => server('openDistrict'), show);

void open();

function show(view: DistrictView): void {
  body.replaceChildren(
    organisationsBlock(view, { tell, again: (says) => void open().then(() => tell(says, true)) }),
    ...(view.organisations.some(({ missing }) => missing.length > 0) ? [missingBlock(view)] : []),
    ...(view.corrections.length > 0 ? [corrections(view)] : []),
    reminderBlock(view, tell),
    nightBlock(view),
  );
}

const outside = (href: string, label: string, name: string): HTMLElement =>
  element('a', { href, target: '_blank', rel: 'noopener', 'aria-label': name }, label);

/** What organisations ask to be allowed to correct. */
function corrections({ corrections: list, organisations }: DistrictView): HTMLElement {
  const names = new Map(organisations.map(({ code, name }) => [code, name]));
  return element(
    'section',
    { 'aria-labelledby': 'corrections' },
    element('h2', { id: 'corrections' }, texts.corrections.heading),
    element('p', { class: 'hint' }, texts.corrections.intro),
    element(
      'ul',
      {},
      ...list.map(({ organisation, day, place, present, wanted, reason, url }) =>
        element(
          'li',
          {},
          element('h3', {}, names.get(organisation) ?? organisation),
          element('p', {}, [...(day === '' ? [] : [dayText(day)]), place].join(', ')),
          element('p', {}, texts.corrections.says(present, wanted)),
          element('p', {}, reason),
          url === undefined
            ? undefined
            : outside(url, texts.corrections.open, `${texts.corrections.open}: ${place}`),
        ),
      ),
    ),
  );
}

function nightBlock({ night, issues, organisations }: DistrictView): HTMLElement {
  const names = new Map(organisations.map(({ code, name }) => [code, name]));
  const { date, workbooks, changed, errors, warnings } = night;
  return element(
    'section',
    { 'aria-labelledby': 'night' },
    element('h2', { id: 'night' }, texts.night.heading),
    element('p', {}, texts.night.says(date, workbooks, changed)),
    element('p', {}, texts.night.found(errors, warnings)),
    element('p', { class: 'hint' }, texts.night.next),
    issues.length === 0
      ? undefined
      : element(
          'details',
          {},
          element('summary', {}, texts.night.issues(issues.length)),
          element(
            'ul',
            {},
            ...issues.map(({ severity, organisation, text, todo, place, url }) =>
              element(
                'li',
                {},
                element(
                  'p',
                  { class: severity === 'error' ? 'bad' : undefined },
                  texts.night.severity[severity],
                ),
                element('p', {}, [names.get(organisation), text].filter((part) => part).join(': ')),
                element('p', { class: 'hint' }, todo),
                url === undefined
                  ? element('p', { class: 'hint' }, place)
                  : outside(url, place, `${texts.night.open}: ${place}`),
              ),
            ),
          ),
          element('p', { class: 'hint' }, texts.night.more),
        ),
  );
}
