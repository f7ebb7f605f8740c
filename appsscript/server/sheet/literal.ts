/** Texts that Sheets leaves alone when a script writes them: words without digits that name no truth value. */
const plainWords = /^[«"(№A-Za-zА-Яа-яЁё][^\d]*$/;
const truth = /^(?:true|false|истина|ложь)$/i;

/** Whether Sheets takes a text for nothing but a text, and there is nothing in it to lose. */
export const isPlainText = (text: string): boolean => plainWords.test(text) && !truth.test(text);

/** A word of some length that is not the beginning of a month, of a day of the week or of money: «Приказ № 5». */
const word = /^[«"(]?[A-Za-zА-Яа-яЁё]{4}/;
const speaking = new RegExp(
  `^[«"(]?(?:${[
    'янв|фев|мар|апр|май|мая|июн|июл|авг|сен|окт|ноя|дек|пон|вто|сре|чет|пят|суб|вос|руб|дол|евр',
    'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|rub|usd|eur',
  ].join('|')})`,
  'i',
);

const staysText = (text: string): boolean =>
  isPlainText(text) || /^№/.test(text) || (word.test(text) && !speaking.test(text) && !truth.test(text));

/**
 * A text as a script has to write it. What Sheets would read as a formula, a number or a day gets the apostrophe by which
 * people mark texts; Sheets does not keep it. As few texts as may be get one: in cells of the format «plain text» it may
 * stay visible (decision 036).
 */
export const literal = (text: string): string => (text === '' || staysText(text) ? text : `'${text}`);
