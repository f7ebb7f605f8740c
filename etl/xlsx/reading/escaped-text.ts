const escapedUnit = /_x([0-9A-Fa-f]{4})_/g;

/** `_x000D_` and its kin, by which workbooks write characters that XML cannot hold (ISO 29500-1 §22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(escapedUnit, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
