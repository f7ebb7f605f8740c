import type { EditField } from '../../../shared/form-view/edit-field.ts';
import { cellAddress } from '../../../shared/plan/address.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { element } from '../kit/element.ts';
import { announce } from '../kit/live.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { server } from '../kit/server.ts';
import { answerText } from './answer-text.ts';
import type { Edits } from './edits.ts';
import type { Outcome } from './save.ts';

export interface SavedOptions<Field extends EditField> extends Outcome<Field> {
  readonly edits: Edits<Field>;
  /** Whose it is, where several are filled in. */
  readonly subtitle?: string;
  /** What else is to be said. */
  readonly note?: string;
  readonly again: { readonly title: string; readonly go: () => void };
  /** Comes before the way to the list, where there is something more of the same kind. */
  readonly next?: { readonly title: string; readonly go: () => void };
  readonly toList: { readonly title: string; readonly go: () => void };
}

const texts = addonFormTexts.saved;

/** Says what was saved, and what was not and why. */
export function showSaved<Field extends EditField>(options: SavedOptions<Field>): void {
  const { edits, saved, failed, subtitle, note, again, next, toList } = options;
  const { rules } = edits;
  const said =
    saved.length > 0
      ? texts.count(saved.length)
      : failed.length > 0
        ? texts.failed(failed.length)
        : texts.nothing;
  const unclear = edits.faulty().filter((field) => edits.isChanged(field)).length;
  const [first, ...rest] = [...(next ? [next] : []), toList, again];
  const forward = button(first!.title, first!.go, 'main');
  showScreen(
    [
      heading(saved.length > 0 ? texts.title : failed.length > 0 ? texts.notSaved : texts.title),
      subtitle === undefined ? undefined : element('p', { class: 'subtitle' }, subtitle),
      saved.length > 0 || failed.length === 0 ? element('p', { class: 'good' }, said) : undefined,
      element(
        'ul',
        { class: 'changes' },
        ...saved.map(({ field, value }) =>
          element(
            'li',
            {},
            element('span', {}, rules.name(field)),
            element('strong', { class: 'value' }, answerText(rules.shown(field, value))),
          ),
        ),
      ),
      failed.length === 0 ? undefined : element('h2', {}, texts.failed(failed.length)),
      element(
        'ul',
        { class: 'changes' },
        ...failed.map(({ change: { field }, why }) =>
          element(
            'li',
            {},
            element('span', {}, rules.name(field)),
            element('span', { class: 'message error' }, texts.reasons[why]),
            button(
              texts.show,
              () => void server('goTo', { tab: rules.tab, cell: cellAddress(field.row, field.column) }),
              'link',
              { 'aria-label': `${texts.show}: ${rules.name(field)}` },
            ),
          ),
        ),
      ),
      unclear === 0 ? undefined : element('p', { class: 'message warning' }, texts.unclear(unclear)),
      note === undefined ? undefined : element('p', {}, note),
      element('div', { class: 'actions column' }, forward, ...rest.map(({ title, go }) => button(title, go))),
    ],
    { back: again.go, focus: forward },
  );
  announce(said);
}
