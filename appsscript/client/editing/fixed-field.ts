import { cellAddress } from '../../../shared/plan/address.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import type { OpenedTab } from '../../calls/form.ts';
import { element } from '../kit/element.ts';
import { button } from '../kit/screen.ts';
import { server } from '../kit/server.ts';
import { messageView } from './answer-messages.ts';
import type { EditField } from './edits.ts';

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

/** Says why, and leads to the cell. */
export const fixedView = (
  why: Fixed,
  { row, column }: Pick<EditField, 'row' | 'column'>,
  { tab, label }: { readonly tab: number; readonly label: string },
): HTMLElement =>
  element(
    'div',
    { class: 'fixed' },
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
  for (const one of root.querySelectorAll('input')) {
    if (one.type === 'text') one.readOnly = true;
    else one.disabled = true;
  }
  for (const one of root.querySelectorAll('button')) one.disabled = true;
}
