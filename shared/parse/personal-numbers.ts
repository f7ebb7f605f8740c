/** 123-456-789 00 by its shape; eleven bare digits beside the word or, where they are no phone, by their control sum. */
export function hasSnils(text: string): boolean {
  if (/(?<!\d)\d{3}-\d{3}-\d{3}[- ]?\d{2}(?!\d)|(?<![\d ])\d{3} \d{3} \d{3} \d{2}(?! ?\d)/.test(text))
    return true;
  const bare = text.match(/(?<!\d)\d{11}(?!\d)/g) ?? [];
  return bare.some((digits) => /снилс/i.test(text) || (!/^[78]/.test(digits) && hasControlSum(digits)));
}

/** Digits 1–9 weighted 9…1, modulo 101 (100 counts as 0), equal the last two: rule of the Pension Fund. */
function hasControlSum(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (9 - i);
  return (sum % 101) % 100 === Number(digits.slice(9));
}

const separator = '[ ().-]{0,3}';
/** +7 or 8, a three-digit code and seven digits, or a local number beside «тел.»; inside longer numbers there is no phone. */
const federal = new RegExp(
  `(?<![\\d№-])(?:\\+ ?7|[78])${separator}[3489]\\d\\d${separator}(?:\\d${separator}){6}\\d(?![\\d])`,
);
const local =
  /(?:^|[^а-яё])(?:тел|моб|сот)(?:[.:]|\.:|ефон[а-я]*:?| )[^а-яё\d]{0,4}(?:\(\d{3,6}\) ?)?\d[\d -]{3,12}\d/i;

export const hasPhone = (text: string): boolean => federal.test(text) || local.test(text);

/** Passports, birth certificates and insurance policies: by a shape of their own, or by their word before digits. */
const documents: readonly RegExp[] = [
  /(?<![\d-])\d{2} \d{2} (?:№ ?)?\d{6}(?![\d-])/,
  /(?<![\d-])\d{4} № ?\d{6}(?![\d-])/,
  /(?:паспорт|удостоверени[ея] личности)[^\d]{0,40}\d{2} ?\d{2}[^\d]{0,12}\d{6}(?!\d)/i,
  /серия[^\d]{0,5}\d{2} ?\d{2}[^\d]{0,10}\d{6}(?!\d)/i,
  /(?<![A-ZА-Я])[IVXХ1]{1,5} ?- ?[А-Я]{2} ?(?:№ ?)?\d{6}(?!\d)/,
  /полис[^\d]{0,20}\d{16}(?!\d)/i,
];

export const hasDocument = (text: string): boolean => documents.some((shape) => shape.test(text));
