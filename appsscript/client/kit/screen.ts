import { element } from './element.ts';

export interface ScreenOptions {
  /** Where the focus goes; the heading by default. */
  readonly focus?: HTMLElement | undefined;
  /** What Esc does. */
  readonly back?: (() => void) | undefined;
}

let back: (() => void) | undefined;

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !back) return;
  event.preventDefault();
  back();
});

/**
 * Puts a screen in place of the one before. The focus goes to its beginning, so that those who hear the page or use the
 * keyboard begin where the others look.
 */
export function showScreen(
  content: readonly (Node | string | undefined)[],
  options: ScreenOptions = {},
): void {
  const page = document.getElementById('page')!;
  page.replaceChildren(...content.filter((one) => one !== undefined));
  window.scrollTo(0, 0);
  back = options.back;
  const target = options.focus ?? page.querySelector<HTMLElement>('h1');
  target?.focus({ preventScroll: target.tagName === 'H1' });
}

/** The heading of a screen; it takes the focus without being a stop of the Tab key. */
export const heading = (text: string): HTMLElement => element('h1', { tabindex: '-1' }, text);

/** A button; `kind` is how it looks. */
export const button = (
  text: string,
  onclick: () => void,
  kind: 'main' | 'plain' | 'link' = 'plain',
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
): HTMLButtonElement => element('button', { type: 'button', class: kind, onclick, ...attributes }, text);
