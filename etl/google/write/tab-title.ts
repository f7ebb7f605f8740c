import { googleWriteTexts } from '../../../shared/texts/google-write.ts';

/** Google's limit. */
const longest = 100;

/**
 * The title of a new tab: the wanted one, or «… (МСОКО)», «… (МСОКО 2)» where a person's tab has it already. Google takes
 * titles that differ only in case for equal.
 */
export function freeTitle(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map((title) => title.toLowerCase()));
  for (let n = 0; ; n++) {
    const suffix = n === 0 ? '' : googleWriteTexts.ours(n);
    const title = wanted.slice(0, longest - suffix.length) + suffix;
    if (!known.has(title.toLowerCase())) return title;
  }
}
