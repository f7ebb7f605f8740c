import { parseNumberText } from '../parse/number-text.ts';

/** What a fact cell says: numbers, or «да» and «нет». */
export interface FactCell {
  readonly numbers: readonly number[];
  readonly answer?: boolean;
}

const yes = new Set(['да', 'есть', 'выполнено', '+']);
const no = new Set(['нет', 'не выполнено', '-']);

/**
 * Reads a fact as people write it: `14`, `29,97 %`, `4; 5` for a target of two parts, `да`, `нет`. Undefined where it is
 * neither; an empty text has no numbers.
 */
export function readFact(text: string): FactCell | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === '') return { numbers: [] };
  if (yes.has(plain)) return { numbers: [], answer: true };
  if (no.has(plain)) return { numbers: [], answer: false };
  const numbers: number[] = [];
  for (const part of plain.split(';')) {
    const number = parseNumberText(part.trim());
    if (!number) return undefined;
    numbers.push(number.value);
  }
  return { numbers };
}
