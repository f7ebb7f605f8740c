import type { EditField } from '../../../shared/form-view/edit-field.ts';
import { cellAddress } from '../../../shared/plan/address.ts';
import { mergedPlaces } from '../../../shared/record/merged-places.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import type { OpenedTab } from '../../calls/form.ts';
import { element } from '../kit/element.ts';
import { button } from '../kit/screen.ts';
import { server } from '../kit/server.ts';
import { messageView } from './answer-messages.ts';

/** Why a field can only be looked at: a formula gives its answer, or its cell is merged with others. */
export type Fixed = keyof typeof addonFormTexts.fixed;

/** Told of the cell as it was when the tab was read; saving asks again. */
export function fixedBy(
  { row, column, isMerged }: Pick<EditField, 'row' | 'column'> & { readonly isMerged?: boolean },
  { formulas }: Pick<OpenedTab, 'formulas'>,
): Fixed | undefined {
  if (isMerged) return 'merged';
  return formulas.some(([r, c]) => r === row && c === column) ? 'formula' : undefined;
}

/** The same of the cells in a tab of registers. */
export function fixedRows({
  sheet,
  formulas,
}: OpenedTab): (field: Pick<EditField, 'row' | 'column'>) => Fixed | undefined {
  const isMerged = mergedPlaces(sheet);
  return (field) => fixedBy({ ...field, isMerged: isMerged(field.row, field.column) }, { formulas });
}

/** Says why, and leads to the cell. */
export const fixedView = (
  why: Fixed,
  { row, column }: Pick<EditField, 'row' | 'column'>,
  { tab, label, id }: { readonly tab: number; readonly label: string; readonly id?: string },
): HTMLElement =>
  element(
    'div',
    { class: 'fixed', id },
    messageView({
      severity: why === 'merged' ? 'error' : 'info',
      text: addonFormTexts.fixed[why],
      todo: '',
    }),
    button(
      addonFormTexts.saved.show,
      () => void server('goTo', { tab, cell: cellAddress(row, column) }),
      'link',
      { 'aria-label': `${addonFormTexts.saved.show}: ${label}` },
    ),
  );

/** Makes what a person would type into or press something to be looked at. */
export function lockInputs(root: HTMLElement): void {
  root.classList.add('locked');
  for (const one of root.querySelectorAll<HTMLInputElement>('input, select, textarea, button'))
    if (one.type === 'text' || one.tagName === 'TEXTAREA') one.readOnly = true;
    else one.disabled = true;
}
