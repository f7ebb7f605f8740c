import { districtTexts } from '../../../shared/texts/addon-district.ts';
import type { DistrictView } from '../../calls/district.ts';
import { element } from '../kit/element.ts';
import { server } from '../kit/server.ts';
import { type Decider, isIn } from './organisation-item.ts';

const { reminder: texts, failed, decision } = districtTexts;

/** Letters to the offices that have not handed in: who gets one is seen and confirmed before anything is sent. */
export function reminderBlock({ organisations, night }: DistrictView, tell: Decider['tell']): HTMLElement {
  const late = organisations.filter((one) => !isIn(one));
  const reachable = late.filter(({ mailboxes }) => mailboxes.length > 0);
  const silent = late.filter(({ mailboxes }) => mailboxes.length === 0);
  const boxes = reachable.map((one) =>
    element('input', { type: 'checkbox', id: `to-${one.code}`, value: one.code, checked: !one.isReminded }),
  );
  const subject = element('input', { id: 'subject', type: 'text', maxlength: 200 });
  subject.value = texts.defaultSubject(night.schoolYear);
  const text = element('textarea', {
    id: 'letter',
    rows: 5,
    maxlength: 2000,
    'aria-describedby': 'letter-help',
  });
  text.value = texts.defaultText;
  const sure = element('div', {});
  const check = element('button', { type: 'submit' }, texts.send);

  const chosen = (): string[] => boxes.filter((box) => box.checked).map((box) => box.value);

  async function confirm(): Promise<void> {
    const list = chosen();
    if (list.length === 0) {
      tell(texts.nobody, true);
      return;
    }
    let quota: number;
    try {
      quota = await server('mailQuota');
    } catch {
      tell(failed, true);
      return;
    }
    const yes = element(
      'button',
      { type: 'button', class: 'main', onclick: () => void send(list) },
      texts.yes,
    );
    const no = element('button', { type: 'button', onclick: () => close() }, texts.no);
    const question = element('h3', { tabindex: -1 }, texts.sure(list.length));
    sure.replaceChildren(
      question,
      element(
        'ul',
        {},
        ...late
          .filter(({ code }) => list.includes(code))
          .map(({ name, mailboxes }) => element('li', {}, `${name}: ${mailboxes.join(', ')}`)),
      ),
      element('p', { class: 'hint' }, texts.quota(quota)),
      yes,
      no,
    );
    question.focus();
  }

  function close(): void {
    sure.replaceChildren();
    check.focus();
  }

  async function send(list: readonly string[]): Promise<void> {
    for (const button of sure.querySelectorAll('button')) button.disabled = true;
    tell(texts.sending);
    try {
      const answer = await server('remindOrganisations', {
        organisations: list,
        subject: subject.value,
        text: text.value,
      });
      if (answer.kind === 'sent') {
        const { sent, already, failed: unsent, rest } = answer;
        tell(
          [
            texts.sent(sent),
            ...(already > 0 ? [texts.already(already)] : []),
            ...(unsent > 0 ? [texts.failed(unsent)] : []),
            ...(rest > 0 ? [texts.rest(rest)] : []),
          ].join(' '),
          unsent + rest > 0,
        );
        if (rest === 0) for (const box of boxes) if (list.includes(box.value)) box.checked = false;
      } else
        tell(
          answer.kind === 'tooMany'
            ? texts.tooMany(answer.left)
            : answer.kind === 'busy'
              ? decision.busy
              : districtTexts[answer.kind],
          true,
        );
    } catch {
      tell(failed, true);
    }
    close();
  }

  return element(
    'details',
    {},
    element('summary', {}, texts.heading),
    element(
      'form',
      {
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          void confirm();
        },
      },
      reachable.length === 0 ? element('p', {}, texts.nobody) : undefined,
      ...boxes.map((box, i) =>
        element('p', {}, element('label', { class: 'box' }, box, ` ${reachable[i]!.name}`)),
      ),
      silent.length === 0
        ? undefined
        : element('p', { class: 'hint' }, texts.noMailbox(silent.map(({ name }) => name).join('; '))),
      element('p', { class: 'hint', id: 'mailboxes' }, texts.mailboxes),
      ...(reachable.length === 0
        ? []
        : [
            element('label', { for: 'subject' }, texts.subject),
            subject,
            element('label', { for: 'letter' }, texts.text),
            element('p', { id: 'letter-help', class: 'hint' }, texts.textHelp),
            text,
            check,
          ]),
    ),
    sure,
  );
}
