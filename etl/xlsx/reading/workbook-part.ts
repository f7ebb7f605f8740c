import type { Archive } from './archive.ts';
import { localName, readPart } from './read-part.ts';
import { Unreadable } from './unreadable.ts';

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relationship: string;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly system1904: boolean;
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

/** The list of tabs in their order. */
export function readWorkbookPart(archive: Archive, part: string, maxSheets: number): WorkbookPart {
  const sheets: SheetEntry[] = [];
  let system1904 = false;
  readPart(archive, part, {
    open(name, attributes) {
      const local = localName(name);
      if (local === 'workbookPr') system1904 = isTrue(attributes.get('date1904'));
      if (local !== 'sheet') return;
      const state = attributes.get('state');
      sheets.push({
        name: attributes.get('name') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
        relationship: attributes.getPrefixed('id') ?? '',
      });
      if (sheets.length > maxSheets)
        throw new Unreadable('file.too_large', { limit: 'sheets', most: maxSheets });
    },
    close() {},
    text() {},
  });
  return { sheets, system1904 };
}

/** `dcterms:modified` of the core properties, as written (ISO 8601). */
export function readModified(archive: Archive, part: string): string | undefined {
  let inside = false;
  let modified = '';
  readPart(archive, part, {
    open(name) {
      inside = localName(name) === 'modified';
    },
    close() {
      inside = false;
    },
    text(text) {
      if (inside) modified += text;
    },
  });
  return modified.trim() || undefined;
}
