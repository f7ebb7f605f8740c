import { shownText } from '../../../shared/form-view/shown-text.ts';
import { cellAddress } from '../../../shared/plan/address.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { element } from '../kit/element.ts';
import { announce } from '../kit/live.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { server } from '../kit/server.ts';
import { fieldName } from './field-name.ts';
import type { FieldChange, Filling } from './filling.ts';

/** Why a change was not written. */
export type Failure = keyof typeof addonFormTexts.saved.reasons;

export interface SavedOptions {
  readonly filling: Filling;
  readonly saved: readonly FieldChange[];
  readonly failed: readonly { readonly change: FieldChange; readonly why: Failure }[];
  readonly again: () => void;
  readonly toList: () => void;
}

/** Says what was saved, and what was not and why. */
export function showSaved({ filling, saved, failed, again, toList }: SavedOptions): void {
  const { saved: texts, review } = addonFormTexts;
  const said = saved.length === 0 ? texts.nothing : texts.count(saved.length);
  const total = filling.fields.length;
  showScreen(
    [
      heading(saved.length > 0 ? texts.title : texts.failed(failed.length)),
      element('p', { class: 'good' }, said),
      element(
        'ul',
        { class: 'changes' },
        ...saved.map(({ field, value }) =>
          element(
            'li',
            {},
            element('span', {}, fieldName(field)),
            element('strong', { class: 'value' }, shownText(value, field.element) || review.empty),
          ),
        ),
      ),
      failed.length === 0 ? undefined : element('h2', {}, texts.failed(failed.length)),
      failed.length === 0
        ? undefined
        : element(
            'ul',
            { class: 'changes' },
            ...failed.map(({ change: { field }, why }) =>
              element(
                'li',
                {},
                element('span', {}, fieldName(field)),
                element('span', { class: 'message error' }, texts.reasons[why]),
                button(
                  texts.show,
                  () => {
                    const cell = cellAddress(field.row, field.column);
                    void server('goTo', { tab: filling.options.tab, cell });
                  },
                  'link',
                ),
              ),
            ),
          ),
      element('p', {}, texts.filled(total - filling.open().length, total)),
      element(
        'div',
        { class: 'actions' },
        button(texts.again, again),
        button(addonFormTexts.toList, toList, 'main'),
      ),
    ],
    { back: again },
  );
  announce(said);
}
