import { element } from '../kit/element.ts';

/** What a page of this room says whatever it shows. */
interface FrameTexts {
  readonly page: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  /** Of the link that a copy shows. */
  readonly openOriginal: string;
}

/** What the server answers to a page that opens: the view, or why there is none. */
type Opened<View, Reason extends string> =
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'copy'; readonly original: string }
  | { readonly kind: Reason };

/** A page with a heading, a line that says what happened, and a body that is shown anew. */
export function officeFrame<Reason extends string>(
  texts: FrameTexts & Readonly<Record<Reason | 'copy', string>>,
  scrolls = false,
) {
  const status = element('div', { role: 'status', 'aria-live': 'polite', class: 'status' });
  const body = element('div', {});
  document.getElementById('page')!.append(element('h1', {}, texts.page), status, body);
  const tell = (text: string, isFault = false): void => {
    status.textContent = text;
    status.classList.toggle('bad', isFault);
    if (scrolls && text !== '') status.scrollIntoView({ block: 'nearest' });
  };
  /** Asks and shows the view, or says why there is none; where nobody answers, offers to ask again. */
  const open = async <View>(
    ask: () => Promise<Opened<View, Reason>>,
    show: (view: View) => void,
  ): Promise<void> => {
    tell(texts.loading);
    body.replaceChildren();
    try {
      const answer = await ask();
      tell('view' in answer ? '' : texts[answer.kind], !('view' in answer));
      if ('view' in answer) show(answer.view);
      if ('original' in answer) body.replaceChildren(originalLink(answer.original));
    } catch {
      tell(texts.failed, true);
      const retry = element('button', { type: 'button', onclick: () => void open(ask, show) }, texts.retry);
      body.replaceChildren(retry);
      retry.focus();
    }
  };
  const originalLink = (href: string): HTMLElement =>
    element('p', {}, element('a', { href, target: '_blank', rel: 'noopener' }, texts.openOriginal));
  return { body, status, tell, open };
}
