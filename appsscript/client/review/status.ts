import { element } from '../kit/element.ts';

/** One line that a screen reader reads out whenever it changes. */
export class Status {
  readonly view = element('p', { class: 'status', role: 'status', 'aria-live': 'polite' });

  say(text: string): void {
    this.view.classList.remove('failed');
    this.view.textContent = text;
  }

  fail(text: string): void {
    this.view.classList.add('failed');
    this.view.textContent = `⚠ ${text}`;
  }
}
