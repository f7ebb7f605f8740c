import { submissionTexts } from '../../../shared/texts/addon-submission.ts';
import { periodText } from '../../../shared/texts/period-text.ts';
import type { PickedCell } from '../../calls/submission.ts';
import { element } from '../kit/element.ts';
import { newId } from '../kit/new-id.ts';
import { server } from '../kit/server.ts';

const { correction: texts, busy, failed, noWorkbook, noAnswers, copy } = submissionTexts;
const faults = { ...texts, busy, noWorkbook, noAnswers, copy };

/** A request to correct one value that is handed in: the cell is picked in the sheet, the rest is typed. */
export function correctionBlock(tell: (text: string, isFault?: boolean) => void): HTMLElement {
  let picked: PickedCell | undefined;
  let id = newId();
  const shown = element('dl', { class: 'picked', hidden: true });
  const wanted = element('input', { id: 'wanted', type: 'text', maxlength: 200, autocomplete: 'off' });
  const reason = element('textarea', {
    id: 'reason',
    rows: 3,
    maxlength: 500,
    'aria-describedby': 'reason-help',
  });
  const send = element('button', { type: 'submit', class: 'main' }, texts.send);
  const pick = element('button', { type: 'button', onclick: () => void take() }, texts.pick);

  async function take(): Promise<void> {
    try {
      picked = await server('pickCell');
    } catch {
      tell(failed, true);
      return;
    }
    if (!picked) {
      tell(texts.noCell, true);
      return;
    }
    const { tab, cell, row, period, present } = picked;
    const facts = [
      [texts.place, `${tab}, ${cell}`],
      [texts.row, `${row}, ${periodText(period)}`],
      [texts.present, present === '' ? texts.empty : present],
    ] as const;
    shown.replaceChildren(
      ...facts.flatMap(([term, text]) => [element('dt', {}, term), element('dd', {}, text)]),
    );
    shown.hidden = false;
    tell(`${texts.place}: ${tab}, ${cell}`);
    wanted.focus();
  }

  async function request(event: Event): Promise<void> {
    event.preventDefault();
    if (!picked) {
      tell(texts.noCell, true);
      pick.focus();
      return;
    }
    send.disabled = true;
    tell(texts.sending);
    try {
      const { kind } = await server('requestCorrection', {
        id,
        picked,
        wanted: wanted.value,
        reason: reason.value,
      });
      if (kind === 'done') {
        tell(texts.sent);
        [wanted.value, reason.value, id] = ['', '', newId()];
        picked = undefined;
        shown.hidden = true;
      } else tell(faults[kind], true);
    } catch {
      tell(failed, true);
    } finally {
      send.disabled = false;
    }
  }

  return element(
    'details',
    {},
    element('summary', {}, texts.open),
    element('p', { class: 'hint' }, texts.intro),
    element('p', { class: 'hint' }, texts.pickHint),
    pick,
    element(
      'form',
      { novalidate: true, onsubmit: (event) => void request(event) },
      shown,
      element('label', { for: 'wanted' }, texts.wanted),
      wanted,
      element('label', { for: 'reason' }, texts.reason),
      element('p', { id: 'reason-help', class: 'hint' }, texts.reasonHelp),
      reason,
      send,
    ),
  );
}
