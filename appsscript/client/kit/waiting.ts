import { addonFormTexts as texts } from '../../../shared/texts/addon-forms.ts';
import { element } from './element.ts';
import { button, heading, showScreen } from './screen.ts';

/** Waits for the script; a lost connection offers to repeat. */
export async function waiting<T>(what: () => Promise<T>, then: (answer: T) => void): Promise<void> {
  showScreen([element('p', { class: 'waiting', role: 'status' }, texts.loading)]);
  let answer: T;
  try {
    answer = await what();
  } catch {
    showScreen([
      heading(texts.lost),
      element(
        'div',
        { class: 'actions' },
        button(texts.retry, () => void waiting(what, then), 'main'),
      ),
    ]);
    return;
  }
  then(answer);
}
