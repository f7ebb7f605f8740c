import { addonComparedTexts as texts } from '../../../shared/texts/addon-compared.ts';
import { element } from '../kit/element.ts';
import { announce } from '../kit/live.ts';
import { button } from '../kit/screen.ts';
import type { Filling } from './filling.ts';

/** That other forms could not be read, and the way to try again; nothing while all is well. */
export function unreadPart({ options: { related } }: Filling): HTMLElement[] {
  if (related.state !== 'failed') return [];
  const again = async (): Promise<void> => {
    await related.read();
    announce(related.state === 'failed' ? texts.failed : texts.checked);
    // the button that was pressed is gone
    document.querySelector<HTMLElement>('#unread button, h1')?.focus();
  };
  return [
    element(
      'div',
      { class: 'message', id: 'unread' },
      `${texts.failed} `,
      button(texts.retry, () => void again(), 'link'),
    ),
  ];
}
