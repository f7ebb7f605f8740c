import type { Catalog } from '../../../shared/catalog/types.ts';
import { cataloguePageTexts as texts } from '../../../shared/texts/catalogue-page.ts';
import { noteAnchor } from './indicator-row.ts';
import { head, row } from './names.ts';
import { bySource } from './sections.ts';

interface Note {
  readonly lines: readonly string[];
  readonly nos: readonly string[];
  readonly text: string;
}

/** Every oddity once, by the first source line it is about; what is said of several lines stands there once. */
export function notesOf(catalog: Catalog): Note[] {
  const notes = new Map<string, { lines: string[]; nos: string[]; text: string }>();
  const noted = catalog.indicators.filter((i) => i.note !== '' && i.sourceLine !== '').sort(bySource);
  for (const { note: text, sourceLine, no, code } of noted) {
    const note = notes.get(text) ?? { lines: [], nos: [], text };
    notes.set(text, note);
    if (!note.lines.includes(sourceLine)) note.lines.push(sourceLine);
    note.nos.push(no || `\`${code}\``);
  }
  return [...notes.values()];
}

export function notesPart(catalog: Catalog): string[] {
  const anchored = new Set<string>();
  const anchor = (line: string): string => {
    if (anchored.has(line)) return line;
    anchored.add(line);
    return `<a id="${noteAnchor(line)}"></a>${line}`;
  };
  return [
    `<a id="notes"></a>\n\n## ${texts.notes}\n`,
    `${texts.notesIntro}\n`,
    head(texts.notesHead),
    ...notesOf(catalog).map(({ lines, nos, text }) =>
      row([lines.map(anchor).join(', '), nos.join(', '), text]),
    ),
    '',
  ];
}
