import type { EditField } from '../../../shared/form-view/edit-field.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { announce } from '../kit/live.ts';
import { readDraft } from './draft.ts';
import { showDraft } from './draft-screen.ts';
import type { Edits } from './edits.ts';

export interface OfferOptions<Field extends EditField> {
  readonly edits: Edits<Field>;
  /** Goes on with the page itself. */
  readonly begin: () => void;
  readonly back: () => void;
  /** Called when the draft is dropped, for what was kept beside it. */
  readonly dropped?: () => void;
}

/** Begins a page; what was typed into its fields another time and not saved is offered first. */
export function offerDraft<Field extends EditField>(options: OfferOptions<Field>): void {
  const { edits, begin, back, dropped } = options;
  const draft = readDraft(edits.rules.draftKey);
  const kept = edits.fields.filter(({ id }) => draft[id] !== undefined).length;
  if (kept === 0) {
    begin();
    return;
  }
  showDraft(
    kept,
    (choice) => {
      if (choice === 'restore') edits.restore(draft);
      else {
        edits.dropDraft();
        dropped?.();
      }
      begin();
      if (choice === 'restore') announce(addonFormTexts.draft.restored);
    },
    back,
  );
}
