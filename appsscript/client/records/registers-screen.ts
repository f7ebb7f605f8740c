import type { RecordKind } from '../../../shared/catalog/types.ts';
import { addonRecordTexts as texts } from '../../../shared/texts/addon-records.ts';
import { hasKept } from '../editing/draft.ts';
import type { FormsBook } from '../forms/book.ts';
import { element } from '../kit/element.ts';
import { heading, showScreen } from '../kit/screen.ts';
import { newDraftKey } from './registers.ts';

/** The registers of a workbook in printing order. */
export function showRegisters(
  book: FormsBook,
  kinds: readonly RecordKind[],
  open: (kind: RecordKind) => void,
): void {
  if (kinds.length === 0) {
    showScreen([heading(texts.title), element('p', {}, texts.none)]);
    return;
  }
  showScreen([
    heading(texts.title),
    element(
      'ul',
      { class: 'cards' },
      ...kinds.map((kind) =>
        element(
          'li',
          {},
          card(book, kind, () => open(kind)),
        ),
      ),
    ),
  ]);
}

function card(book: FormsBook, kind: RecordKind, onclick: () => void): HTMLElement {
  const filled = book.filled.get(`record/${kind.code}`);
  const isGiven = kind.rows === 0;
  const facts = [
    ...(filled === undefined ? [] : [isGiven ? texts.answered(filled) : texts.filled(filled)]),
    ...(isGiven ? [] : [kind.isStanding ? texts.standing : texts.yearly]),
  ];
  const hasDraft = hasKept(newDraftKey(book, kind));
  return element(
    'button',
    { type: 'button', class: 'card', onclick },
    element('span', { class: 'name' }, kind.title),
    element('span', { class: 'facts' }, facts.join(' · ')),
    hasDraft ? element('span', { class: 'facts draft' }, texts.draft) : undefined,
  );
}
