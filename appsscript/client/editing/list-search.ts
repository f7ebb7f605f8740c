import { element } from '../kit/element.ts';
import { announce } from '../kit/live.ts';

const pause = 500;

export interface ListSearchOptions {
  readonly list: HTMLElement;
  readonly hint: string;
  /** Words to begin with. */
  readonly value?: string;
  readonly typed: (words: string) => void;
}

/** What narrows a list down by words, and how many were found. */
export interface ListSearch {
  /** Enter leads to the first of the list. */
  readonly words: HTMLInputElement;
  readonly count: HTMLElement;
  /** Shows how many were found; said too, once the person pauses. */
  tell(found: string, says: boolean): void;
}

export function listSearch({ list, hint, value, typed }: ListSearchOptions): ListSearch {
  let timer = 0;
  const count = element('p', { class: 'facts' });
  const words: HTMLInputElement = element('input', {
    type: 'search',
    id: 'words',
    autocomplete: 'off',
    placeholder: hint,
    value,
    oninput: () => typed(words.value),
    onkeydown: (event) => {
      if ((event as KeyboardEvent).key !== 'Enter') return;
      event.preventDefault();
      list.querySelector<HTMLElement>('button')?.focus();
    },
  });
  return {
    words,
    count,
    tell(found, says) {
      count.textContent = found;
      clearTimeout(timer);
      if (says) timer = window.setTimeout(() => announce(count.textContent ?? ''), pause);
    },
  };
}
