import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { element } from '../kit/element.ts';

const texts = addonFormTexts.list;

export interface CardOptions {
  readonly name: string;
  readonly filled: number;
  readonly total: number;
  /** The figures in words. */
  readonly words?: (filled: number, total: number) => string;
  /** Lines below the figures. */
  readonly facts?: readonly string[];
  readonly hasDraft: boolean;
  readonly open: () => void;
}

/** Something to fill in, with how far it is: in figures, the bar beside them is for the eye alone. */
export function progressCard(options: CardOptions): HTMLElement {
  const { name, filled, total, words = texts.filled, facts = [], hasDraft, open } = options;
  return element(
    'button',
    { type: 'button', class: 'card', onclick: open },
    element('span', { class: 'name' }, name),
    element('span', { class: 'bar', 'aria-hidden': 'true' }, bar(filled, total)),
    element('span', { class: 'facts' }, words(filled, total)),
    ...facts.map((fact) => element('span', { class: 'facts' }, fact)),
    hasDraft ? element('span', { class: 'facts draft' }, texts.draft) : undefined,
  );
}

function bar(filled: number, total: number): HTMLElement {
  const made = element('span', {});
  made.style.width = `${total === 0 ? 0 : Math.min(100, (100 * filled) / total)}%`;
  return made;
}
