import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { element } from '../kit/element.ts';
import { announce } from '../kit/live.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { answerText } from './answer-text.ts';

/** A change that met somebody else's, in words. */
export interface Conflict {
  readonly name: string;
  /** Empty texts are empty cells. */
  readonly theirs: string;
  readonly own: string;
  settle(keepsOwn: boolean): void;
}

const texts = addonFormTexts.conflict;
const quoted = (text: string): string => `«${answerText(text)}»`;

/** Offers both values of each cell that somebody else has changed; `settled` follows when all are decided. */
export function showConflicts(conflicts: readonly Conflict[], settled: () => void): void {
  let left = conflicts.length;
  const cards = conflicts.map(({ name, theirs, own, settle }) => {
    const decide = (keepsOwn: boolean): void => {
      settle(keepsOwn);
      left--;
      card.remove();
      if (left === 0) {
        settled();
        return;
      }
      announce(texts.left(left));
      document.querySelector<HTMLElement>('.conflict button')?.focus();
    };
    const choice = (text: string, keepsOwn: boolean): HTMLElement =>
      button(text, () => decide(keepsOwn), 'plain', { 'aria-label': `${text}: ${name}` });
    const card: HTMLElement = element(
      'li',
      { class: 'conflict' },
      element('span', { class: 'name' }, name),
      element('span', { class: 'facts' }, texts.now(quoted(theirs))),
      element('span', { class: 'facts' }, texts.own(quoted(own))),
      element(
        'div',
        { class: 'actions' },
        choice(texts.theirs(quoted(theirs)), false),
        choice(texts.mine(quoted(own)), true),
      ),
    );
    return card;
  });
  showScreen([
    heading(texts.title),
    element('p', {}, texts.text),
    element('ul', { class: 'cards' }, ...cards),
  ]);
}
