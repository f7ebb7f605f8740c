/** A text as it is: the apostrophe keeps Sheets from taking it for a formula, a date or a number, and is not kept. */
export const literal = (text: string): string => (text === '' ? '' : `'${text}`);
