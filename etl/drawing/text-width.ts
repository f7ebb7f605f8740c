/**
 * Advance widths of Arial in thousandths of the font size (the same in its metric twin Liberation Sans).
 * Only an estimate is needed; letters not listed count as wide ones.
 */
const widths = new Map<string, number>();
for (const [width, letters] of [
  [200, "'ijl|"],
  [278, ' !,./:;I[]\\ft\u00a0\u202f'],
  [335, '()-`r·{}"'],
  [370, 'г*°'],
  [450, 'кзт^'],
  [500, 'Jcksvxyzсухэ'],
  [525, 'чьвГпян'],
  [556, '#$0123456789?L_abdeghnopqu«»–аеорё'],
  [570, 'ийбцКдл+<=>~−×'],
  [615, 'FTZТЗъУ'],
  [660, '&ABEKPSVXYАВЕРХЧЁБЛЬжД'],
  [700, 'мИЙПЭыCDHNRUwНСЯ'],
  [750, 'ЦюФ'],
  [790, 'GOQОЪш'],
  [830, 'MmМфщ'],
  [900, '%ЫШЖ'],
  [950, 'ЩW'],
  [1020, '—…Ю@№'],
] as const) {
  for (const letter of letters) widths.set(letter, width);
}

/** Width of a text without line breaks, in points. Bold Arial is about 7 % wider. */
export function textWidth(text: string, size: number, bold: boolean): number {
  let total = 0;
  for (const letter of text) total += widths.get(letter) ?? 700;
  return (total * size * (bold ? 1.07 : 1)) / 1000;
}

/** Lines that a text takes when wrapped by words into `width` points; longer words break anywhere. */
export function wrappedLines(text: string, width: number, size: number, bold: boolean): number {
  const space = textWidth(' ', size, bold);
  const room = Math.max(width, size);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines++;
    for (const word of paragraph.split(' ')) {
      const wordWidth = textWidth(word, size, bold);
      if (used > 0 && used + space + wordWidth > room) {
        lines++;
        used = 0;
      }
      used += (used > 0 ? space : 0) + wordWidth;
      while (used > room) {
        lines++;
        used -= room;
      }
    }
  }
  return lines;
}
