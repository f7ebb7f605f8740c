import { cellAddress } from '../../../shared/plan/address.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { element } from '../kit/element.ts';
import { button } from '../kit/screen.ts';
import { server } from '../kit/server.ts';
import { messageView } from './answer-messages.ts';
import type { EditField } from './edits.ts';

/** Why a field can only be looked at. */
export type Fixed = keyof typeof addonFormTexts.fixed;

/** A formula gives its answer, or its cell is merged with others; told of the cell, while saving asks again. */
export function whyFixed(
  { row, column, isMerged = false }: EditField & { readonly isMerged?: boolean },
  formulas: readonly (readonly [number, number])[],
): Fixed | undefined {
  if (isMerged) return 'merged';
  return formulas.some(([r, c]) => r === row && c === column) ? 'formula' : undefined;
}

/** Why a field can only be looked at, in words, and the way to its cell. */
export const fixedView = (why: Fixed, tab: number, { row, column }: EditField, label: string): HTMLElement =>
  element(
    'div',
    {},
    messageView({ severity: why === 'merged' ? 'error' : 'info', text: addonFormTexts.fixed[why], todo: '' }),
    button(
      addonFormTexts.saved.show,
      () => void server('goTo', { tab, cell: cellAddress(row, column) }),
      'link',
      { 'aria-label': `${addonFormTexts.saved.show}: ${label}` },
    ),
  );

/** Texts can still be read and copied. */
export function lockField(root: HTMLElement): void {
  for (const one of root.querySelectorAll<HTMLInputElement>('input, select, textarea, button'))
    if (one.type === 'text' || one.type === 'textarea') one.readOnly = true;
    else one.disabled = true;
}
