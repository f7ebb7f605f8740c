import * as spreadsheet from '@e965/xlsx';
import type { Row } from '../reference/workspace.ts';
import type { Dice } from './disk-workspace.ts';

const { utils } = spreadsheet;

/**
 * Fills a workbook that was handed out, as a tool of somebody else would that knows contracts §5 alone: the marker
 * within the first 50 rows and columns, codes below it, periods and members in rows `#cols`. Tabs are renamed and
 * reordered, rows and columns inserted above and before. Gives the rows for which there is no cell.
 */
export function fillByKeys(bytes: Uint8Array, rows: readonly Row[], d: Dice) {
  const book = spreadsheet.read(bytes, { cellStyles: false });
  const meta = book.Sheets._meta!;
  const metaRow = new Map<string, number>();
  for (let r = 0; r < 30; r++) {
    const key = meta[utils.encode_cell({ r, c: 0 })]?.v;
    if (typeof key === 'string') metaRow.set(key, r);
  }
  const unit = String(meta[utils.encode_cell({ r: metaRow.get('unit')!, c: 1 })].v);
  meta[utils.encode_cell({ r: metaRow.get('status')!, c: 1 })] = { t: 's', v: 'submitted' };
  const mine = new Map(
    rows.filter((row) => row.organisation === unit).map((row) => [`${row.element}\n${row.period}`, row]),
  );
  const used = new Set<Row>();
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name]!;
    const range = utils.decode_range(sheet['!ref'] ?? 'A1');
    const text = (r: number, c: number): string => String(sheet[utils.encode_cell({ r, c })]?.v ?? '').trim();
    let marker: { r: number; c: number } | undefined;
    for (let r = 0; r < 50 && !marker; r++)
      for (let c = 0; c < 50 && !marker; c++) if (text(r, c) === 'msoko:keys:1') marker = { r, c };
    if (!marker) continue;
    let keys: { c: number; key: string }[] = [];
    for (let r = marker.r + 1; r <= range.e.r; r++) {
      const code = text(r, marker.c);
      if (code === '#cols') {
        keys = [];
        for (let c = marker.c + 1; c <= range.e.c; c++) if (text(r, c)) keys.push({ c, key: text(r, c) });
      } else if (code !== '') {
        for (const { c, key } of keys) {
          const [period, ...members] = key.split('|');
          const row = mine.get(`${[code, ...members].join('.')}\n${period}`);
          if (!row) continue;
          used.add(row);
          const cell = cellOf(row.value ?? '', d);
          if (cell) sheet[utils.encode_cell({ r, c })] = cell;
        }
      }
    }
    shift(sheet, d.throw(4), d.throw(3));
  }
  rearrange(book, d);
  const written = spreadsheet.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: d.throw(2) === 0 });
  return { bytes: new Uint8Array(written), rest: rows.filter((row) => !used.has(row)) };
}

function cellOf(value: string, d: Dice): spreadsheet.CellObject | undefined {
  if (value === '') return undefined;
  const number = Number(value.replace(',', '.'));
  return Number.isNaN(number) || d.throw(3) === 0 ? { t: 's', v: value } : { t: 'n', v: number };
}

/** Inserts rows above and columns before everything. */
function shift(sheet: spreadsheet.WorkSheet, down: number, right: number): void {
  if (down === 0 && right === 0) return;
  const cells = Object.entries(sheet).filter(([at]) => !at.startsWith('!'));
  for (const [at] of cells) delete sheet[at];
  const move = ({ r, c }: spreadsheet.CellAddress) => ({ r: r + down, c: c + right });
  for (const [at, cell] of cells) {
    sheet[utils.encode_cell(move(utils.decode_cell(at)))] = cell;
  }
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  sheet['!ref'] = utils.encode_range({ s: range.s, e: move(range.e) });
  sheet['!merges'] = (sheet['!merges'] ?? []).map(({ s, e }) => ({ s: move(s), e: move(e) }));
}

function rearrange(book: spreadsheet.WorkBook, d: Dice): void {
  const renamed = new Map(
    book.SheetNames.map((name, i) => [name, name.startsWith('_') || d.throw(2) ? name : `Лист ${i}`]),
  );
  book.Sheets = Object.fromEntries(
    Object.entries(book.Sheets).map(([name, sheet]) => [renamed.get(name) ?? name, sheet]),
  );
  const order = book.SheetNames.map((name, i) => ({ name, i, at: d.throw(1000) })).sort(
    (a, b) => a.at - b.at,
  );
  const props = book.Workbook?.Sheets ?? [];
  book.Workbook = {
    ...book.Workbook,
    Names: [],
    Sheets: order.map(({ i, name }) => ({ ...props[i], name: renamed.get(name)! })),
  };
  book.SheetNames = order.map(({ name }) => renamed.get(name)!);
}
