import { comparableText } from '../parse/spaces.ts';

const latin: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/**
 * A code made of a word no dictionary knows: `A-level` → `a_level`, «Родной язык» → `rodnoy_yazyk`. At most 40
 * characters; `x` where nothing is left of it.
 */
export function slugOf(word: string): string {
  const slug = [...comparableText(word)]
    .map((letter) => latin[letter] ?? letter)
    .join('')
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 40)
    .replace(/^_+|_+$/g, '');
  return /^[a-z]/.test(slug) ? slug : slug === '' ? 'x' : `x_${slug}`;
}
