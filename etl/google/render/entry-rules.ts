import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { cellAddress } from '../../../shared/plan/address.ts';
import { googleDialect } from '../../../shared/plan/formula-dialect.ts';
import type { EntryRule, PlanRange, PlanSheet } from '../../../shared/plan/plan.ts';
import { yesNoAnswers } from '../../../shared/texts/spreadsheet.ts';
import { entryAreas } from '../../drawing/entry-areas.ts';
import { entryFormula, linkFormula } from '../../drawing/entry-formula.ts';
import { legalText } from '../../drawing/legal-text.ts';
import { gridRange } from './grid.ts';
import type { ListTab } from './list-tab.ts';

/** One strict rule per rectangle of cells that obey the same one, with what to enter as its message. */
export function entryRuleRequests(
  sheet: PlanSheet,
  sheetId: number,
  lists: ListTab,
): sheets_v4.Schema$Request[] {
  return entryAreas(sheet).map(({ range, rule }) => ({
    setDataValidation: { range: gridRange(sheetId, range), rule: validation(rule, range, lists) },
  }));
}

function validation(rule: EntryRule, range: PlanRange, lists: ListTab): sheets_v4.Schema$DataValidationRule {
  const condition = conditionOf(rule, cellAddress(range.firstRow, range.firstColumn), lists);
  const { prompt, error } = rule;
  // Google has one message for both: what to enter, and why it was refused
  const inputMessage = legalText(prompt === error ? prompt : `${prompt}\n${error}`);
  const isList = rule.type === 'yes_no' || rule.type === 'list';
  return { condition, inputMessage, strict: true, ...(isList && { showCustomUi: true }) };
}

function conditionOf(rule: EntryRule, address: string, lists: ListTab): sheets_v4.Schema$BooleanCondition {
  const custom = (formula: string): sheets_v4.Schema$BooleanCondition => ({
    type: 'CUSTOM_FORMULA',
    values: [{ userEnteredValue: `=${formula}` }],
  });
  switch (rule.type) {
    case 'yes_no':
      return lists.condition(yesNoAnswers);
    case 'list':
      return lists.condition(rule.list ?? []);
    case 'text':
      return custom(`LEN(${address})<=${Math.min(rule.max ?? maxText, maxText)}`);
    case 'link':
      return custom(linkFormula(address, googleDialect));
    default:
      return custom(entryFormula(rule, address, googleDialect));
  }
}

/** As in files, so that a value fits wherever it goes. */
const maxText = 32_767;
