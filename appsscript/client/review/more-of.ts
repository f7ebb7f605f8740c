import { addonReviewTexts as texts } from '../../../shared/texts/addon-review.ts';
import { element } from '../kit/element.ts';

const page = 100;

/** A list that begins with its first hundred rows: thousands at once would freeze the page. */
export function moreOf<T>(
  rows: readonly T[],
  view: (row: T) => HTMLElement,
  tag: 'ul' | 'div' = 'ul',
): HTMLElement {
  const list = element(tag, { class: 'list' });
  let shown = 0;
  const add = (): HTMLElement | undefined => {
    const made = rows.slice(shown, shown + page).map(view);
    shown += made.length;
    list.append(...made);
    return made[0];
  };
  add();
  if (shown >= rows.length) return list;
  const more = element(
    'button',
    {
      type: 'button',
      onclick: () => {
        const first = add();
        more.textContent = texts.more(rows.length - shown);
        // the button may be gone now, and the focus with it
        first?.querySelector<HTMLElement>('button, summary')?.focus();
        if (shown >= rows.length) more.remove();
      },
    },
    texts.more(rows.length - shown),
  );
  return element('div', {}, list, more);
}
