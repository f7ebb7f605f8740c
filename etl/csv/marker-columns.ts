import { comparableText } from '../../shared/parse/spaces.ts';

/** A work as the header of a published list names it: «4 РУ» → grade 4, subject word «РУ». */
export interface MarkerWork {
  readonly at: number;
  readonly grade: string;
  readonly subject: string;
}

export interface MarkerColumns {
  readonly year: number;
  readonly login?: number;
  readonly name?: number;
  readonly municipality?: number;
  readonly works: readonly MarkerWork[];
}

/**
 * Finds the columns of a list of objectivity markers by meaning, in Russian or English: a year, a login or a name,
 * and at least one column per work. Undefined where the header is no such list.
 */
export function markerColumns(header: readonly string[]): MarkerColumns | undefined {
  const names = header.map(comparableText);
  const find = (meaning: RegExp): number | undefined => {
    const at = names.findIndex((name) => meaning.test(name));
    return at < 0 ? undefined : at;
  };
  const year = find(/^(?:учебный )?год(?: |$)|^(?:school[ _])?year$/);
  const login = find(/^логин|^login|^код оо$/);
  const municipality = find(/муниципал|^мо$|^район|^district$|^ате$/);
  const name = find(/наименование|название|^оо$|^школа|организаци|^name$|^organisation$|^school$/);
  const works = header.flatMap((cell, at) => {
    const work = workOf(cell);
    return work && ![year, login, municipality, name].includes(at) ? [{ at, ...work }] : [];
  });
  if (year === undefined || (login === undefined && name === undefined) || works.length === 0)
    return undefined;
  return {
    year,
    ...(login !== undefined && { login }),
    ...(name !== undefined && { name }),
    ...(municipality !== undefined && { municipality }),
    works,
  };
}

/** «4 РУ», «РУ4», «РУ 4», «4 класс РУ», «ВПР Русский язык, 4 класс». */
function workOf(cell: string): { readonly grade: string; readonly subject: string } | undefined {
  const text = cell.trim().replace(/^впр[\s:.-]*/i, '');
  const before =
    /^(\d{1,2})[\s._-]*(?:класс[ыа]?|кл\.?)?[\s._,-]*([A-Za-zА-Яа-яЁё][A-Za-zА-Яа-яЁё .()-]*)$/.exec(text);
  if (before) return work(before[1], before[2]);
  const after =
    /^([A-Za-zА-Яа-яЁё][A-Za-zА-Яа-яЁё .()-]*?)[\s._,-]*(\d{1,2})[\s._-]*(?:класс[ыа]?|кл\.?)?$/.exec(text);
  return after ? work(after[2], after[1]) : undefined;
}

const work = (grade = '', subject = '') => {
  const number = Number(grade);
  return number >= 1 && number <= 12 ? { grade: String(number), subject: subject.trim() } : undefined;
};
