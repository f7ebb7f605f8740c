import type { CellRange, SheetCell } from '../../../shared/parse/workbook.ts';
import { maxColumn, maxRow } from '../../../shared/plan/address.ts';
import type { Archive } from './archive.ts';
import { packReference, parseRange } from './cell-reference.ts';
import { type CellContext, cellScalar } from './cell-scalar.ts';
import { hideCovered } from './hide-covered.ts';
import { readPart } from './read-part.ts';
import { RichText } from './shared-strings.ts';
import { Unreadable } from './unreadable.ts';
import type { XmlAttributes, XmlHandler } from './xml-scanner.ts';

/** How many cells the workbook may still have; shared by its sheets. */
export interface CellBudget {
  left: number;
  readonly most: number;
}

export interface SheetContent {
  readonly cells: readonly SheetCell[];
  readonly merges: readonly CellRange[];
}

/** Reads the cells of one sheet: sparse, in reading order, empty ones left out. Throws Unreadable. */
export function readSheetPart(
  archive: Archive,
  part: string,
  context: CellContext,
  budget: CellBudget,
): SheetContent {
  const reader = new SheetReader(context, budget);
  if (!readPart(archive, part, reader)) throw new Unreadable('file.broken_xml', { part });
  return reader.finish();
}

class SheetReader implements XmlHandler {
  readonly #context: CellContext;
  readonly #budget: CellBudget;
  readonly #cells: SheetCell[] = [];
  readonly #merges: CellRange[] = [];
  readonly #rich = new RichText();
  #prefix: string | undefined;
  #inData = false;
  #row = 0;
  #column = 0;
  #inOrder = true;
  #type = '';
  #style = 0;
  #value: string | undefined;
  #inline: string | undefined;
  #formula = false;
  #inCell = false;
  #inValue = false;
  #inInline = false;

  constructor(context: CellContext, budget: CellBudget) {
    this.#context = context;
    this.#budget = budget;
  }

  get wantsText(): boolean {
    return this.#inValue || this.#inInline;
  }

  open(name: string, attributes: XmlAttributes): void {
    // the prefix of the root is the prefix of every tag of the main namespace
    this.#prefix ??= name.slice(0, name.indexOf(':') + 1);
    const local = this.#local(name);
    if (local === undefined) return;
    if (this.#inInline) this.#rich.open(local);
    else if (this.#inCell) this.#openInCell(local);
    else if (this.#inData) {
      if (local === 'c') this.#openCell(attributes);
      else if (local === 'row') this.#openRow(attributes.get('r'));
    } else if (local === 'sheetData') this.#inData = true;
    else if (local === 'mergeCell') this.#merge(attributes.get('ref') ?? '');
  }

  close(name: string): void {
    const local = this.#local(name);
    if (local === undefined) return;
    if (this.#inInline) {
      this.#rich.close(local);
      if (local === 'is') {
        this.#inInline = false;
        this.#inline = this.#rich.finish(this.#context.maxLength);
      }
    } else if (this.#inCell) {
      if (local === 'v') this.#inValue = false;
      else if (local === 'c') this.#closeCell();
    } else if (local === 'sheetData') this.#inData = false;
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else if (this.#inInline) this.#rich.add(text);
  }

  finish(): SheetContent {
    const cells = this.#inOrder ? this.#cells : inReadingOrder(this.#cells);
    return { cells: hideCovered(cells, this.#merges), merges: this.#merges };
  }

  #local(name: string): string | undefined {
    const prefix = this.#prefix as string;
    if (prefix === '') return name;
    return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
  }

  #openRow(reference: string | undefined): void {
    const row = reference === undefined ? this.#row + 1 : Number(reference);
    this.#row = Number.isInteger(row) && row >= 1 ? row : this.#row + 1;
    this.#column = 0;
  }

  #openCell(attributes: XmlAttributes): void {
    this.#spend();
    const reference = attributes.get('r');
    if (reference === undefined) this.#column++;
    else {
      const packed = packReference(reference);
      // outside the sheet: counted, read over, not kept
      this.#column = packed < 0 ? maxColumn + 1 : (packed % maxColumn) + 1;
      if (packed >= 0) this.#row = Math.floor(packed / maxColumn);
    }
    this.#type = attributes.get('t') ?? '';
    this.#style = Number(attributes.get('s') ?? -1);
    this.#value = undefined;
    this.#inline = undefined;
    this.#formula = false;
    this.#inValue = false;
    this.#inCell = true;
  }

  #openInCell(local: string): void {
    if (local === 'v') {
      this.#value = '';
      this.#inValue = true;
    } else if (local === 'f') this.#formula = true;
    else if (local === 'is') {
      this.#inInline = true;
      this.#rich.start();
    }
  }

  #closeCell(): void {
    this.#inCell = false;
    if (this.#column > maxColumn || this.#row > maxRow) return;
    const scalar = cellScalar(
      {
        type: this.#type,
        style: this.#style,
        value: this.#value,
        inline: this.#inline,
        formula: this.#formula,
      },
      this.#context,
    );
    if (scalar.type === 'empty') return;
    const before = this.#cells[this.#cells.length - 1];
    if (before && (before.row > this.#row || (before.row === this.#row && before.column >= this.#column))) {
      this.#inOrder = false;
    }
    const cell = { row: this.#row, column: this.#column, scalar };
    this.#cells.push(this.#formula ? { ...cell, formula: true } : cell);
  }

  #merge(reference: string): void {
    this.#spend();
    const range = parseRange(reference);
    if (range) this.#merges.push(range);
  }

  #spend(): void {
    if (--this.#budget.left < 0) {
      throw new Unreadable('file.too_large', { limit: 'cells', most: this.#budget.most });
    }
  }
}

/** Of several cells with one address the last counts, as in spreadsheet programs. */
function inReadingOrder(cells: readonly SheetCell[]): SheetCell[] {
  const byPlace = new Map<number, SheetCell>();
  for (const cell of cells) byPlace.set(cell.row * maxColumn + cell.column - 1, cell);
  return [...byPlace.entries()].sort(([a], [b]) => a - b).map(([, cell]) => cell);
}
