import type { DataValidation, Worksheet } from 'exceljs';
import { cellAddress, rangeAddress } from '../../../shared/plan/address.ts';
import type { EntryRule, PlanSheet } from '../../../shared/plan/plan.ts';
import { workbookTexts, yesNoAnswers } from '../../../shared/texts/spreadsheet.ts';
import { entryAreas } from '../../drawing/entry-areas.ts';
import { entryFormula, linkFormula } from '../../drawing/entry-formula.ts';
import { legalText } from '../../drawing/legal-text.ts';
import type { ListTab } from './list-tab.ts';

/** Excel calls a file damaged that goes over these. */
const maxTitle = 32;
const maxPrompt = 255;
const maxError = 225;
const maxText = 32_767;

/** Writes the rules of all entry cells on bounded ranges, so that a wrong value is refused and the reason shown. */
export function writeEntryRules(worksheet: Worksheet, sheet: PlanSheet, lists: ListTab): void {
  for (const { range, rule: entry } of entryAreas(sheet)) {
    const rule = validation(entry, cellAddress(range.firstRow, range.firstColumn), lists);
    // exceljs types know single cells only, its writer takes ranges
    const target = worksheet as unknown as { dataValidations: { add(address: string, rule: object): void } };
    target.dataValidations.add(rangeAddress(range), rule);
  }
}

function validation(rule: EntryRule, address: string, lists: ListTab): object {
  const common = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: cut(rule.promptTitle, maxTitle),
    prompt: cut(rule.prompt, maxPrompt),
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: cut(workbookTexts.refused, maxTitle),
    error: cut(rule.error, maxError),
  } satisfies Partial<DataValidation>;
  switch (rule.type) {
    case 'yes_no':
      return { ...common, type: 'list', formulae: [lists.reference(yesNoAnswers)] };
    case 'list':
      return { ...common, type: 'list', formulae: [lists.reference(rule.list ?? [])] };
    case 'text':
      return {
        ...common,
        type: 'textLength',
        operator: 'lessThanOrEqual',
        formulae: [Math.min(rule.max ?? maxText, maxText)],
      };
    case 'link':
      return { ...common, type: 'custom', formulae: [linkFormula(address)] };
    default:
      return { ...common, type: 'custom', formulae: [entryFormula(rule, address)] };
  }
}

function cut(text: string, length: number): string {
  const legal = legalText(text);
  return legal.length <= length ? legal : `${legal.slice(0, length - 1)}…`;
}
