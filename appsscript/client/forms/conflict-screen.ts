import { shownText } from '../../../shared/form-view/shown-text.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { element } from '../kit/element.ts';
import { announce } from '../kit/live.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { fieldName } from './field-name.ts';
import type { FieldChange } from './filling.ts';

/** A change that met somebody else's. */
export interface Conflict {
  readonly change: FieldChange;
  readonly theirs: CellScalar;
}

const texts = addonFormTexts.conflict;

/** Offers both values of each cell that somebody else has changed; `settled` follows when all are decided. */
export function showConflicts(
  conflicts: readonly Conflict[],
  settle: (conflict: Conflict, keepsOwn: boolean) => void,
  settled: () => void,
): void {
  let left = conflicts.length;
  const cards = conflicts.map((conflict) => {
    const { field, value } = conflict.change;
    const [theirs, own] = [conflict.theirs, value].map((scalar) => {
      const text = shownText(scalar, field.element);
      return text === '' ? addonFormTexts.review.empty : `«${text}»`;
    });
    const decide = (keepsOwn: boolean): void => {
      settle(conflict, keepsOwn);
      left--;
      card.remove();
      if (left === 0) settled();
      else {
        announce(texts.left(left));
        document.querySelector<HTMLElement>('.conflict button')?.focus();
      }
    };
    const card: HTMLElement = element(
      'li',
      { class: 'conflict' },
      element('span', { class: 'name' }, fieldName(field)),
      element('span', { class: 'facts' }, texts.now(theirs!)),
      element('span', { class: 'facts' }, texts.own(own!)),
      element(
        'div',
        { class: 'actions' },
        button(texts.theirs(theirs!), () => decide(false)),
        button(texts.mine(own!), () => decide(true)),
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
