import type { DataElement } from '../catalog/types.ts';
import type { Formula } from '../plan/plan.ts';
import { templateTexts } from '../texts/template.ts';
import { binary, call, cell, literal } from './formula.ts';

const isOneOf = (text: Formula, words: readonly string[]): Formula =>
  words.length === 1
    ? binary('=', text, literal(words[0]!))
    : call('OR', ...words.map((word) => binary('=', text, literal(word))));

/** What may be wrong with a number typed past the rule of the cell, e.g. by pasting. */
function isAccepted(element: DataElement, number: Formula): Formula | undefined {
  const conditions: Formula[] = [];
  if (element.type === 'integer') conditions.push(binary('=', call('ROUND', number, literal(0)), number));
  if (element.min !== undefined) conditions.push(binary('>=', number, literal(element.min)));
  if (element.max !== undefined) conditions.push(binary('<=', number, literal(element.max)));
  if (conditions.length === 0) return undefined;
  return conditions.length === 1 ? conditions[0] : call('AND', ...conditions);
}

/** A text in an entry cell by the words of contracts §2: the reason why there is no value. */
function reasonOf(text: Formula, noData: readonly string[]): Formula {
  const { words } = templateTexts;
  return call(
    'IF',
    binary('=', text, literal('')),
    literal('not_reported'),
    call(
      'IF',
      isOneOf(text, noData),
      literal('no_data'),
      call('IF', isOneOf(text, words.notApplicable), literal('not_applicable'), literal('rejected')),
    ),
  );
}

/**
 * The value typed into an entry cell as a number, or the reason why there is none (contracts §2); `да` = 1, `нет` = 0
 * in a yes/no cell. For elements that hold numbers.
 */
export function knownValue(element: DataElement, entry: string): Formula {
  const { words, yes, no } = templateTexts;
  const typed = cell(entry);
  const text = call('TRIM', typed);
  if (element.type === 'yes_no') {
    const isBit = call('OR', binary('=', typed, literal(0)), binary('=', typed, literal(1)));
    const fromText = call(
      'IF',
      binary('=', text, literal(yes)),
      literal(1),
      call('IF', binary('=', text, literal(no)), literal(0), reasonOf(text, words.noData)),
    );
    return call(
      'IF',
      call('ISNUMBER', typed),
      call('IF', isBit, call('N', typed), literal('rejected')),
      fromText,
    );
  }
  const accepted = isAccepted(element, typed);
  const number = accepted === undefined ? typed : call('IF', accepted, typed, literal('rejected'));
  return call('IF', call('ISNUMBER', typed), number, reasonOf(text, [...words.noData, ...words.ambiguous]));
}
