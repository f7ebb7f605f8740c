/** Words before which a long number belongs to an organisation or a paper, not to a person. */
const official =
  /(?:инн|кпп|огрн(?:ип)?|октмо|окпо|окато|оквэд|бик|кбк|уин|икз|кадастр[а-яё]*|лиценз[а-яё]*|реестр[а-яё]*|р\/?сч?|к\/?сч?|л\/?сч?|счет[а-яё]*|сч[её]т|контракт[а-яё]*|договор[а-яё]*|закупк[а-яё]*)[^а-яё]{0,24}$/i;

/** 123-456-789 00 by its shape; eleven bare digits beside the word or, where they are no phone, by their control sum. */
export function hasSnils(text: string): boolean {
  if (
    /(?<![\d-])\d{3}-\d{3}-\d{3}[- ]{0,3}\d{2}(?![\d-])|(?<![\d ])\d{3} \d{3} \d{3} \d{2}(?! ?\d)/.test(text)
  )
    return true;
  const word = /снилс|страхов[а-яё]+ (?:номер|свидетельств)/i.exec(text);
  if (word && /\d(?:[ -]?\d){10}(?!\d)/.test(text)) return true;
  return someMatch(/(?<![\d.,№-])\d{11}(?![\d.,]\d|\d)/g, text, (digits, at) => {
    return !/^[78]/.test(digits) && hasControlSum(digits) && !isOfficial(text, at);
  });
}

/** Digits 1–9 weighted 9…1, modulo 101 (100 counts as 0), equal the last two: rule of the Pension Fund. */
export function hasControlSum(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (9 - i);
  return (sum % 101) % 100 === Number(digits.slice(9));
}

const gap = '[ ().-]{0,3}';
/** +7 or 8, a three-digit code and seven digits; inside longer numbers there is no phone. */
const federal = new RegExp(
  `(?<![\\d№.,-])(?:\\+ ?7|00 ?7|[78])${gap}[3489]\\d\\d${gap}(?:\\d${gap}){6}\\d(?!\\d|[.,-]\\d)`,
  'g',
);
/** A mobile without its 8: (928) 123-45-67, 928 123 45 67, 9281234567. */
const short = /(?<![\d№.,+-] ?)\(?9\d\d\)?[ -]?\d{3}[ -]?\d\d[ -]?\d\d(?!\d|[.,-]\d)/g;
const local =
  /(?:^|[^а-яё])(?:тел|моб|сот|факс|whats ?app|ватсап|вацап|viber|вайбер|telegram|телеграм)(?:[.:]|\.:|ефон[а-я]*:?| |:)[^а-яё\d]{0,6}(?:\(\d{3,6}\) ?)?\d[\d -]{3,14}\d/i;

/** A phone by its shape, or a number beside «тел.», «WhatsApp» and their kin. */
export const hasPhone = (text: string): boolean =>
  local.test(text) ||
  [federal, short].some((shape) => someMatch(shape, text, (_, at) => !isOfficial(text, at)));

/** Passports, birth certificates and insurance policies: by a shape of their own, or by their word before digits. */
const documents: readonly RegExp[] = [
  /(?<![\d.,/-]|[\d.,/-] )\d{2} \d{2} (?:№ ?)?\d{6}(?![\d-])/,
  /(?:паспорт|удостоверени[ея] личности)[^\d]{0,40}\d{2} ?\d{2}[^\d]{0,12}\d{6}(?!\d)/i,
  /сери[яию][^\d]{0,5}\d{2} ?\d{2}[^\d]{0,10}\d{6}(?!\d)/i,
  /(?<![A-ZА-Яa-zа-я])[IVXХӀ1]{1,5} ?- ?[А-ЯЁ]{2} ?(?:№|N)? ?\d{6}(?!\d)/,
  /(?:свидетельств[а-яё]* о (?:рожд|брак|смерт|расторж)[а-яё]*|св-в[оа] о рожд[а-яё]*|загранпаспорт[а-яё]*|военн[а-яё]+ билет[а-яё]*|водительск[а-яё]+ удостоверени[а-яё]*)[^\d]{0,30}\d{6,}/i,
  /(?:аттестат(?![а-яё]* аккред)|диплом)[а-яё]*[^\d;]{0,30}(?:сери|№)[^\d]{0,4}\d{4,}[^\d]{0,6}\d{4,}/i,
  /полис[^\d]{0,20}\d{4} ?\d{4} ?\d{4} ?\d{4}(?!\d)/i,
];
/** 8205 № 123456, unless it is a year and the number of an order. */
const passport = /(?<![\d.,/-])(\d{4}) № ?\d{6}(?!\d)/g;

export const hasDocument = (text: string): boolean =>
  documents.some((shape) => shape.test(text)) ||
  someMatch(passport, text, (found, at) => {
    const paper = /(?:приказ|распоряж|постановл|протокол|письм|закон|от|г\.?)[^.;]{0,40}$/i;
    return !(/^(?:19|20)\d\d/.test(found) && paper.test(text.slice(Math.max(0, at - 60), at)));
  });

const isOfficial = (text: string, at: number): boolean => official.test(text.slice(Math.max(0, at - 40), at));

function someMatch(shape: RegExp, text: string, is: (found: string, at: number) => boolean): boolean {
  shape.lastIndex = 0;
  for (let found = shape.exec(text); found; found = shape.exec(text)) {
    if (is(found[0], found.index)) {
      shape.lastIndex = 0;
      return true;
    }
  }
  return false;
}
