import type { BinaryOperator, SyntaxFault } from '../expression/ast.ts';
import type { Expected } from '../expression/parse.ts';

const expectedWords: Readonly<Record<Expected, string>> = {
  operand: 'ожидается показатель, число или скобка',
  operator: 'ожидается знак действия, сравнения или конец формулы',
  closing: 'не хватает закрывающей скобки',
  arguments: 'неверное число аргументов функции',
  word: 'ожидается имя признака',
  text: 'ожидается слово или текст в кавычках',
  shallower: 'формула слишком длинная или вложена слишком глубоко',
};

const isExpected = (key: string): key is Expected => key in expectedWords;

/** Why a formula was not understood, with the position counted from 1. */
export function syntaxFaultText({ at, found, expected }: SyntaxFault): string {
  const what = isExpected(expected) ? expectedWords[expected] : expected;
  const where = found === '' ? 'в конце' : `у «${found}»`;
  return `позиция ${at + 1}, ${where}: ${what}`;
}

/** Words of a formula for people. Names of elements come in quotation marks. */
export const expressionWords = {
  operators: {
    '+': '+',
    '-': '−',
    '*': '×',
    '/': '÷',
    '<': 'меньше',
    '<=': 'не больше',
    '>': 'больше',
    '>=': 'не меньше',
    '=': 'равно',
    '<>': 'не равно',
    and: 'и',
    or: 'или',
  } satisfies Readonly<Record<BinaryOperator, string>>,
  not: (of: string) => `неверно, что ${of}`,
  minus: (of: string) => `−${of}`,
  named: (name: string) => `«${name}»`,
  group: (of: string) => `(${of})`,
  if: (condition: string, yes: string, no: string) => `если ${condition}, то ${yes}, иначе ${no}`,
  sum: (parts: string) => `сумма: ${parts}`,
  min: (parts: string) => `наименьшее из: ${parts}`,
  max: (parts: string) => `наибольшее из: ${parts}`,
  anyOf: (parts: string) => `наибольшее из известных: ${parts}`,
  previous: (of: string) => `${of} за предыдущий период`,
  flag: (name: string) => `установлен признак «${name}»`,
  has: (column: string, word: string) => `в графе «${column}» есть «${word}»`,
  between: '; ',
} as const;
