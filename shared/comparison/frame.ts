import type { Colour, PlanPrint } from '../plan/plan.ts';
import type { SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { comparisonTexts as texts } from '../texts/comparison.ts';
import type { ComparisonFacts } from './facts.ts';

/** In the order of the districts; after the last the first again. */
export const districtColours: readonly Colour[] = ['blue', 'amber', 'green', 'violet', 'teal', 'red', 'grey'];

/** Title, day of the data and the workspace's own label. */
export function writeTop(
  sheet: SheetDraft,
  { date, schoolYear }: ComparisonFacts,
  title: string,
  across: number,
  label?: string,
): void {
  sheet.wide({ value: title, style: 'title' }, across);
  sheet.wide({ value: texts.subtitle(date, schoolYear), style: 'subtitle' }, across);
  if (label !== undefined) sheet.wide({ value: label, style: 'attention' }, across);
}

export const footerPrint = ({ date }: ComparisonFacts): PlanPrint => ({
  orientation: 'landscape',
  footer: texts.footer(date),
});
