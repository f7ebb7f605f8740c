import { templateTexts } from '../texts/template.ts';

const limit = 31;
/** Small words that must not end a shortened name. */
const dangling = /[\s,;:.–—-]+(?:и|в|во|о|об|к|с|со|на|по|для|из|от|при|за|у|или|их|его)$/iu;
const trimEnd = (text: string): string => text.replace(/[\s,;:.('«–—-]+$/u, '');

/** Abbreviations of the field, no remarks in brackets, and of a long title what stands before the colon. */
function essence(title: string): string {
  let text = title;
  for (const [long, short] of templateTexts.abbreviations) text = text.split(long).join(short);
  text = text.replace(/\s*\([^)]*\)/g, '');
  const head = text.split(':')[0] ?? '';
  return text.length > limit && head.length >= 5 ? head : text;
}

function shortened(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = text.slice(0, room + 1);
  const space = cut.lastIndexOf(' ');
  let short = trimEnd(space > room / 2 ? cut.slice(0, space) : text.slice(0, room));
  while (dangling.test(short)) short = trimEnd(short.replace(dangling, ''));
  return short;
}

/**
 * A sheet name of at most 31 characters without `\ / ? * [ ] :` and without apostrophes at its ends, shortened at a
 * word. Names in `taken` (lower case) are avoided by a number; the new name is added to it.
 */
export function sheetName(title: string, taken: Set<string>): string {
  const clean = essence(title)
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^['\s]+|['\s]+$/g, '');
  const base = clean === '' ? '1' : clean;
  let name = shortened(base, limit);
  for (let n = 2; taken.has(name.toLowerCase()); n++) {
    const tail = ` ${n}`;
    name = `${shortened(base, limit - tail.length)}${tail}`;
  }
  taken.add(name.toLowerCase());
  return name;
}
