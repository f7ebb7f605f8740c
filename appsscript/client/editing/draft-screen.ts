import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { element } from '../kit/element.ts';
import { button, heading, showScreen } from '../kit/screen.ts';

/** What was typed another time and not saved is offered, never put in by itself. */
export function showDraft(
  count: number,
  choose: (choice: 'restore' | 'drop') => void,
  back: () => void,
): void {
  const { draft: texts } = addonFormTexts;
  const restore = button(texts.restore, () => choose('restore'), 'main');
  showScreen(
    [
      heading(texts.title),
      element('p', {}, texts.text(count)),
      element(
        'div',
        { class: 'actions column' },
        restore,
        button(texts.drop, () => choose('drop')),
        button(addonFormTexts.back, back, 'link'),
      ),
    ],
    { back },
  );
}
