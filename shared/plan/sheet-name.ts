import { InvalidSheetName } from './errors.ts';

/**
 * Checks the names of all tabs of one workbook against the rules of Excel: 1–31 UTF-16 units, none of `\ / ? * [ ] :`,
 * no apostrophe at either end, no control characters, not `History`, no two alike but for case.
 * Throws InvalidSheetName.
 */
export function checkSheetNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const fault = nameFault(name);
    if (fault) throw new InvalidSheetName(`«${name}»: ${fault}`);
    const folded = name.toLowerCase();
    if (seen.has(folded)) throw new InvalidSheetName(`«${name}»: another tab has this name`);
    seen.add(folded);
  }
  if (names.length === 0) throw new InvalidSheetName('a workbook needs at least one tab');
}

function nameFault(name: string): string | undefined {
  if (name.trim() === '') return 'empty';
  if (name.length > 31) return `${name.length} characters, at most 31 are allowed`;
  if (/[\\/?*[\]:]/.test(name)) return 'none of \\ / ? * [ ] : is allowed';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f\ufffe\uffff]/.test(name)) return 'control characters are not allowed';
  if (name.startsWith("'") || name.endsWith("'")) return 'an apostrophe may not stand at either end';
  if (name.toLowerCase() === 'history') return 'reserved by Excel';
  return undefined;
}
