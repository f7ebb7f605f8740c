import type { CycleRule } from '../catalog/types.ts';
import { comparableText } from '../parse/spaces.ts';

/** Whether a text of a criterion or an activity fits a rule; case, ё, quotes and line ends make no difference. */
export function fitsText({ words, without }: Pick<CycleRule, 'words' | 'without'>, text: string): boolean {
  const plain = comparableText(text);
  const occurs = (word: string): boolean =>
    word.startsWith('^')
      ? plain.startsWith(comparableText(word.slice(1)))
      : plain.includes(comparableText(word));
  return words.some(occurs) && !without.some(occurs);
}
