/** A word of a printed date. */
export type Token =
  | { readonly type: 'month'; readonly month: number }
  | { readonly type: 'year'; readonly year: number }
  | { readonly type: 'day'; readonly day: number; readonly month: number; readonly year?: number }
  | { readonly type: 'roman'; readonly value: number }
  | { readonly type: 'quarter' }
  | { readonly type: 'half'; readonly half: number }
  | { readonly type: 'dash' }
  | { readonly type: 'comma' };

const months = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

const monthForms =
  /^(?:январ[ьяе]|феврал[ьяе]|марта?е?|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|августа?е?|сентябр[ьяе]|октябр[ьяе]|ноябр[ьяе]|декабр[ьяе])$/;

/** 1–12 for the name of a month in any case. */
function monthOf(word: string): number | undefined {
  if (!monthForms.test(word)) return undefined;
  // «март» before «май»: the stem of May is two letters
  const order = [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 4];
  const at = order.find((i) => word.startsWith(months[i]!));
  return at === undefined ? undefined : at + 1;
}

const romans: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};
const halves: Readonly<Record<string, number>> = {
  первое: 1,
  второе: 2,
  первом: 1,
  втором: 2,
  i: 1,
  ii: 2,
  '1': 1,
  '2': 2,
};

const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

/** Splits a printed date, already in lower case; undefined where a word belongs to no date. */
export function tokensOf(text: string): Token[] | undefined {
  const words = text
    .replace(/(\d{4})(?=[а-я])/g, '$1 ')
    .replace(/[-–—]/g, ' - ')
    .replace(/[,;()]/g, ' , ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const tokens: Token[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!.replace(/\.+$/, '');
    const next = (words[i + 1] ?? '').replace(/\.+$/, '');
    const month = monthOf(word);
    const date = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(word);
    if (word === '' || /^(?:г|гг|г\.г|год[ауы]?|годах|до|в|к)$/.test(word)) continue;
    if (word === '-') tokens.push({ type: 'dash' });
    else if (word === ',' || word === 'и') tokens.push({ type: 'comma' });
    else if (month !== undefined) tokens.push({ type: 'month', month });
    else if (isYear(word)) tokens.push({ type: 'year', year: Number(word) });
    else if (date)
      tokens.push({ type: 'day', day: Number(date[1]), month: Number(date[2]), year: Number(date[3]) });
    else if (/^\d{1,2}$/.test(word) && monthOf(next) !== undefined) {
      tokens.push({ type: 'day', day: Number(word), month: monthOf(next)! });
      i++;
    } else if (halves[word] !== undefined && /^полугоди[еияю]$/.test(next)) {
      tokens.push({ type: 'half', half: halves[word] });
      i++;
    } else if (/^квартал(?:а|е|ы|ах|ов)?$/.test(word)) tokens.push({ type: 'quarter' });
    else if (romans[word] !== undefined) tokens.push({ type: 'roman', value: romans[word] });
    else return undefined;
  }
  return tokens;
}
