import { createHash } from 'node:crypto';
import { detectPersonalData, type PersonalDataKind } from '../../shared/parse/personal-data.ts';
import { sourceTexts } from '../../shared/texts/sources.ts';

/** A path below the inbox as it may be stored, logged and shown; `hidden`: what a folder or file was named after. */
export interface ShownPath {
  readonly path: string;
  readonly hidden?: PersonalDataKind;
}

/**
 * Composes letters (NFC: macOS stores them apart) and takes personal data out of names: what is named after a person
 * is shown by six hex digits, the same ones for the same name, so that values keep their source from run to run.
 */
export function shownPath(path: string): ShownPath {
  let hidden: PersonalDataKind | undefined;
  const segments = path
    .normalize('NFC')
    .split('/')
    .map((name) => {
      const kind = detectPersonalData(asText(name));
      if (kind === undefined) return name;
      hidden ??= kind;
      const extension = /\.[A-Za-z]{1,5}$/.exec(name)?.[0] ?? '';
      return `${sourceTexts.hiddenName(createHash('sha256').update(name).digest('hex').slice(0, 6))}${extension}`;
    });
  return { path: segments.join('/'), ...(hidden !== undefined && { hidden }) };
}

/** «Отчёт_ИвановаМП.xlsx» → «Отчёт Иванова МП». */
const asText = (name: string): string =>
  name
    .replace(/\.[A-Za-z]{1,5}$/, '')
    .replace(/[_+]+/g, ' ')
    .replace(/([а-яё])([А-ЯЁ])/g, '$1 $2');
