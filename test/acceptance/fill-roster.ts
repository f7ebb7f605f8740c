import * as spreadsheet from '@e965/xlsx';

const { utils } = spreadsheet;

/** What a person types for an organisation, by `<concrete element>|<period>`. */
export type RosterRows = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

/**
 * Fills the workbook with rows of organisations as a tool of somebody else would that knows its keys alone
 * (docs/workspace.md): codes in the column of the marker, `#elements` over the columns. A code that no row has is
 * written over the key of the first one. Throws where a column is not there.
 */
export function fillRoster(bytes: Uint8Array, rows: RosterRows, status = 'submitted'): Uint8Array {
  const book = spreadsheet.read(bytes);
  const meta = book.Sheets._meta!;
  for (let r = 0; r < 20; r++) {
    const key = meta[utils.encode_cell({ r, c: 0 })]?.v;
    if (key === 'status') meta[utils.encode_cell({ r, c: 1 })] = { t: 's', v: status };
    if (key === 'submitted_on') meta[utils.encode_cell({ r, c: 1 })] = { t: 's', v: '2024-12-10' };
    if (key === 'submitted_by_post') meta[utils.encode_cell({ r, c: 1 })] = { t: 's', v: 'методист' };
  }
  const used = new Set<string>();
  for (const sheet of Object.values(book.Sheets)) {
    const range = utils.decode_range(sheet['!ref'] ?? 'A1');
    const text = (r: number, c: number): string => String(sheet[utils.encode_cell({ r, c })]?.v ?? '').trim();
    let keys: { c: number; key: string }[] = [];
    let first = true;
    const present = new Set(Array.from({ length: range.e.r + 1 }, (_, r) => text(r, 0)));
    const strangers = Object.keys(rows).filter((code) => !present.has(code));
    for (let r = 0; r <= range.e.r; r++) {
      let code = text(r, 0);
      if (code === '#elements') {
        for (let c = 1; c <= range.e.c; c++) if (text(r, c)) keys.push({ c, key: text(r, c) });
        continue;
      }
      if (keys.length === 0 || code === '') continue;
      if (first && strangers[0] !== undefined && !rows[code]) {
        code = strangers[0];
        sheet[utils.encode_cell({ r, c: 0 })] = { t: 's', v: code };
      }
      first = false;
      for (const { c, key } of keys) {
        const value = rows[code]?.[key];
        if (value === undefined) continue;
        used.add(`${code} ${key}`);
        sheet[utils.encode_cell({ r, c })] = { t: typeof value === 'number' ? 'n' : 's', v: value };
      }
    }
    keys = [];
  }
  for (const [code, cells] of Object.entries(rows)) {
    for (const key of Object.keys(cells)) {
      if (!used.has(`${code} ${key}`)) throw new Error(`no cell for ${code} ${key}`);
    }
  }
  return new Uint8Array(spreadsheet.write(book, { type: 'buffer', bookType: 'xlsx' }));
}
