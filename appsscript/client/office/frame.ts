import { element } from '../kit/element.ts';

/** What a page of this room says whatever it shows. */
interface FrameTexts {
  readonly page: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
}

/** A page says that it stands in a copy, and where the original is. */
export const originalLink = (href: string, label: string): HTMLElement =>
  element('p', {}, element('a', { href, target: '_blank', rel: 'noopener' }, label));

/** A page with a heading, a line that says what happened, and a body that is shown anew. */
export function officeFrame(texts: FrameTexts, scrolls = false) {
  const status = element('div', { role: 'status', 'aria-live': 'polite', class: 'status' });
  const body = element('div', {});
  document.getElementById('page')!.append(element('h1', {}, texts.page), status, body);
  const tell = (text: string, isFault = false): void => {
    status.textContent = text;
    status.classList.toggle('bad', isFault);
    if (scrolls && text !== '') status.scrollIntoView({ block: 'nearest' });
  };
  /** Asks and shows the answer; where nobody answers, offers to ask again. */
  const open = async <Answer>(ask: () => Promise<Answer>, show: (answer: Answer) => void): Promise<void> => {
    tell(texts.loading);
    body.replaceChildren();
    try {
      show(await ask());
    } catch {
      tell(texts.failed, true);
      const retry = element('button', { type: 'button', onclick: () => void open(ask, show) }, texts.retry);
      body.replaceChildren(retry);
      retry.focus();
    }
  };
  return { body, status, tell, open };
}
