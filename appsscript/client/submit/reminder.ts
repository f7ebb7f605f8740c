import { submissionTexts } from '../../../shared/texts/addon-submission.ts';
import { element } from '../kit/element.ts';
import { server } from '../kit/server.ts';

const { reminder: texts, failed } = submissionTexts;

/** Switches the daily look at due dates on and off, for the person who reads this and nobody else. */
export function reminderBlock(tell: (text: string, isFault?: boolean) => void): HTMLElement {
  const box = element('input', {
    type: 'checkbox',
    id: 'remind',
    disabled: true,
    'aria-describedby': 'remind-help',
  });
  const block = element(
    'section',
    { 'aria-labelledby': 'reminders' },
    element('h2', { id: 'reminders' }, texts.heading),
    element('label', { class: 'box', for: 'remind' }, box, ` ${texts.label}`),
    element('p', { id: 'remind-help', class: 'hint' }, texts.help),
  );
  server('reminderState').then(
    ({ isOn }) => {
      box.checked = isOn;
      box.disabled = false;
    },
    () => tell(failed, true),
  );
  box.addEventListener('change', () => {
    const wanted = box.checked;
    box.disabled = true;
    server('switchReminder', wanted)
      .then(
        ({ kind }) => {
          box.checked = kind === 'on';
          tell(texts[kind], kind === 'tooMany');
        },
        () => {
          box.checked = !wanted;
          tell(failed, true);
        },
      )
      .finally(() => {
        box.disabled = false;
        box.focus();
      });
  });
  return block;
}
