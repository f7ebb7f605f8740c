import { element } from './element.ts';

let region: HTMLElement | undefined;

/** Says a sentence to those who hear the page; the same one again is said again. */
export function announce(text: string): void {
  if (!region) {
    region = element('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
    document.body.append(region);
  }
  // a no-break space makes a repeated sentence a new one
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}
