import type { DataElement } from '../catalog/types.ts';
import type { Formula } from '../plan/plan.ts';
import { templateTexts } from '../texts/template.ts';
import type { Calculation } from './calculation.ts';
import { binary, call, cell, literal } from './formula.ts';
import { typedText, without } from './typed-text.ts';

const rejected = literal('rejected');

const isOneOf = (text: Formula, words: readonly string[]): Formula =>
  call('OR', ...words.map((word) => binary('=', text, literal(word))));

/** The number where it obeys the rule of the cell, which pasting gets around, else `rejected`. */
function accepted(element: DataElement, number: Formula): Formula {
  const conditions: Formula[] = [];
  if (element.type === 'integer') conditions.push(binary('=', call('ROUND', number, literal(0)), number));
  if (element.min !== undefined) conditions.push(binary('>=', number, literal(element.min)));
  if (element.max !== undefined) conditions.push(binary('<=', number, literal(element.max)));
  const [only] = conditions;
  if (only === undefined) return number;
  return call('IF', conditions.length === 1 ? only : call('AND', ...conditions), number, rejected);
}

/** A text in an entry cell by the words of contracts §2: the reason why there is no value. */
function reasonOf(word: Formula, noData: readonly string[]): Formula {
  const { words } = templateTexts;
  const isDash = binary('=', without(word, words.dashes), literal(''));
  const known = call('IF', isOneOf(word, words.notApplicable), literal('not_applicable'), rejected);
  const given = call('IF', call('OR', isDash, isOneOf(word, noData)), literal('no_data'), known);
  return call('IF', binary('=', word, literal('')), literal('not_reported'), given);
}

/** 1 for «да», 0 for «нет», by words or by the digits themselves. */
function knownAnswer(calculation: Calculation, entry: string): Formula {
  const { words } = templateTexts;
  const typed = cell(entry);
  const { word } = typedText(calculation, entry);
  const isBit = isOneOfNumbers(typed, [0, 1]);
  const no = call('IF', isOneOf(word, words.no), literal(0), reasonOf(word, words.noData));
  const fromText = call('IF', isOneOf(word, words.yes), literal(1), no);
  return call('IF', call('ISNUMBER', typed), call('IF', isBit, call('N', typed), rejected), fromText);
}

const isOneOfNumbers = (typed: Formula, values: readonly number[]): Formula =>
  call('OR', ...values.map((value) => binary('=', typed, literal(value))));

/**
 * A typed number as it stands; where the unit is percent, 0.85 under a percent format is 85. Only there is CELL asked:
 * it is worked out anew at every change.
 */
function typedNumber(element: DataElement, typed: Formula): Formula {
  if (element.unit.trim() !== '%') return typed;
  const format = call('IFERROR', call('CELL', literal('format'), typed), literal('G'));
  const isPercent = binary('=', call('LEFT', format, literal(1)), literal('P'));
  return call('IF', isPercent, call('ROUND', binary('*', typed, literal(100)), literal(9)), typed);
}

/**
 * The value typed into an entry cell as a number, or the reason why there is none (contracts §2), as the reader will
 * see it: `да` = 1, `нет` = 0 in a yes/no cell; numbers pasted as text count. For elements that hold numbers.
 */
export function knownValue(calculation: Calculation, element: DataElement, entry: string): Formula {
  if (element.type === 'yes_no') return knownAnswer(calculation, entry);
  const { words } = templateTexts;
  const typed = cell(entry);
  const { word, number, isPercent } = typedText(calculation, entry);
  const isAllowed = element.unit.trim() === '%' ? undefined : call('NOT', isPercent);
  const fromText = accepted(element, number);
  const read = isAllowed ? call('IF', isAllowed, fromText, rejected) : fromText;
  const none = reasonOf(word, [...words.noData, words.no[0]!]);
  const text = call('IF', call('ISNUMBER', number), read, none);
  return call('IF', call('ISNUMBER', typed), accepted(element, typedNumber(element, typed)), text);
}
