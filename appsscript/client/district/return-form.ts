import { districtTexts } from '../../../shared/texts/addon-district.ts';
import type { DistrictOrganisation } from '../../calls/district.ts';
import { element } from '../kit/element.ts';

const { decision: decides } = districtTexts;

/** Asks what is to be mended before a report goes back. */
export function returnForm(
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
