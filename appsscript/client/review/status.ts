import { element } from '../kit/element.ts';

/** One line that a screen reader reads out whenever it changes. */
export class Status {
  readonly view = element('p', { class: 'status', role: 'status', 'aria-live': 'polite' });

  say(text: string): void {
    this.show('', text);
  }

  /** For what can be read on the page anyway: only screen readers need to be told. */
  tell(text: string): void {
    this.show('unseen', text);
  }

  fail(text: string): void {
    this.show('failed', `⚠ ${text}`);
  }

  private show(look: string, text: string): void {
    this.view.className = `status ${look}`;
    this.view.textContent = text;
  }
}
