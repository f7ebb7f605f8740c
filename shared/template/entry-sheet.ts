import type { Catalog, DataElement } from '../catalog/types.ts';
import type { Formula, PlanCell, PlanColumn, PlanCondition, PlanSheet } from '../plan/plan.ts';
import { templateTexts } from '../texts/template.ts';
import { type Block, type BlockColumn, blocksOf, membersOf } from './blocks.ts';
import type { Calculation } from './calculation.ts';
import type { CheckFlag } from './check-flags.ts';
import { concreteCode } from './concrete.ts';
import { dueText } from './due-text.ts';
import { entryHeading, lastYear } from './entry-heading.ts';
import { entryId } from './entry-id.ts';
import { entryRule, writtenNumber } from './entry-rule.ts';
import type { Fill, PreviousValues } from './fill.ts';
import { added, binary, call, cell, literal, range } from './formula.ts';
import { samePeriodLastYear } from './moment.ts';
import type { OwedElement, OwedForm } from './owed.ts';
import { flagsOfRow, longestMessage, type RowCell, rowMessage } from './row-message.ts';
import { Rows } from './rows.ts';

/** Where the fixed columns of an entry tab stand; entry cells begin at `first`. */
const at = { key: 1, no: 2, name: 3, unit: 4, first: 5 } as const;

/** Width of the column of live messages, in characters. */
const checkWidth = 34;

/** What an entry tab needs of its workbook. */
export interface EntryContext {
  readonly catalog: Catalog;
  readonly schoolYear: string;
  readonly unitName: string;
  readonly flags: readonly CheckFlag[];
  readonly calculation: Calculation;
  readonly previous?: PreviousValues;
  readonly fill?: Fill;
  /** Name of the title tab, to go back to. */
  readonly titleTab: string;
}

/** An entry tab and what the title page says of it. */
export interface EntrySheet {
  readonly form: OwedForm;
  readonly sheet: PlanSheet;
  /** Number of cells to fill. */
  readonly cells: number;
  /** How many are filled, and in how many rows there is a remark. */
  readonly filled: Formula;
  readonly remarks: Formula;
}

/** Ids of corners, for counting. */
interface Corners {
  from: string;
  to: string;
}

class EntryTab {
  private readonly rows = new Rows();
  private readonly conditions: PlanCondition[] = [];
  private readonly entries: Corners[] = [];
  private readonly messages: Corners[] = [];
  private readonly blocks: readonly Block[];
  private readonly check: number;
  private readonly hasHelp: boolean;
  /** The last visible column: help, or the check where no element has help. */
  private readonly last: number;
  private headings = 0;
  private cells = 0;
  private line = 0;
  private readonly form: OwedForm;
  private readonly context: EntryContext;

  constructor(form: OwedForm, context: EntryContext) {
    this.form = form;
    this.context = context;
    this.blocks = blocksOf(context.catalog, form);
    const widths = this.blocks.map((block) => block.columns.length * (this.isBeside(block) ? 2 : 1));
    this.check = at.first + Math.max(1, ...widths);
    this.hasHelp = form.elements.some(({ element }) => element.help !== '');
    this.last = this.check + (this.hasHelp ? 1 : 0);
  }

  build(name: string): EntrySheet {
    const { entry } = templateTexts;
    const { form } = this.form;
    this.rows.add([{ column: at.key, value: 'msoko:keys:1', style: 'key' }], { hidden: true });
    this.rows.wide({ column: at.no, value: form.title, style: 'title' }, this.last);
    this.rows.wide({ column: at.no, value: this.subtitle(), style: 'subtitle' }, this.last);
    if (form.help !== '') this.rows.wide({ column: at.no, value: form.help, style: 'help' }, this.last);
    const progressAt = this.rows.add([]);
    for (const block of this.blocks) this.block(block);
    const filled = added(this.entries.map(({ from, to }) => call('COUNTA', range(from, to))));
    const remarks = added(
      this.messages.map(({ from, to }) => call('COUNTIF', range(from, to), literal('?*'))),
    );
    this.rows.rows[progressAt - 1] = {
      cells: [
        {
          column: at.no,
          value: entry.back,
          style: 'link',
          link: { sheet: this.context.titleTab, cell: 'A1' },
        },
        { column: at.unit, formula: progress(filled, this.cells), style: 'help' },
      ],
    };
    this.rows.merge(progressAt, at.no, progressAt, at.name);
    this.rows.merge(progressAt, at.unit, progressAt, this.last);
    const single = this.blocks.length === 1;
    const sheet: PlanSheet = {
      name,
      tabColour: 'green',
      protect: true,
      columns: this.columns(),
      rows: this.rows.rows,
      merges: this.rows.merges,
      conditions: this.conditions,
      freeze: { rows: single ? this.headings : 3, columns: at.unit },
      print: {
        orientation: 'landscape',
        repeatRows: single ? [2, this.headings] : [2, 3],
        fitWidth: true,
        footer: entry.footer(form.title, this.context.unitName),
      },
    };
    return { form: this.form, sheet, cells: this.cells, filled, remarks };
  }

  private subtitle(): string {
    const { entry } = templateTexts;
    const { due, asOf } = this.form.form;
    const parts = [this.context.unitName, `${this.context.schoolYear}`];
    if (due !== '') parts.push(entry.due(dueText(due, this.form.periods)));
    if (asOf !== '') parts.push(entry.asOf(dueText(asOf, this.form.periods)));
    return parts.join(' · ');
  }

  private columns(): PlanColumn[] {
    const entries = this.check - at.first;
    const width = entries <= 2 ? 16 : entries <= 6 ? 13 : 9.5;
    return [
      { width: 10, hidden: true },
      { width: 5 },
      { width: entries > 6 ? 36 : 48 },
      { width: 12 },
      ...Array.from({ length: entries }, () => ({ width })),
      { width: checkWidth },
      ...(this.hasHelp ? [{ width: entries > 6 ? 32 : 44 }] : []),
    ];
  }

  private hasPrevious(block: Block): boolean {
    const { previous } = this.context;
    if (!previous) return false;
    return block.elements.some(({ element }) =>
      block.columns.some((column) => previousOf(previous, element.code, column) !== undefined),
    );
  }

  /** Few columns: last year's stand beside them. Many: they would not fit the page and stand in a row below. */
  private isBeside(block: Block): boolean {
    return block.columns.length <= 4 && this.hasPrevious(block);
  }

  private block(block: Block): void {
    const withPrevious = this.isBeside(block);
    const withRow = !withPrevious && this.hasPrevious(block);
    this.rows.add([], { height: 9 });
    this.rows.add(
      [
        { column: at.key, value: '#cols', style: 'key' },
        ...block.columns.map(
          (column, i): PlanCell => ({ column: at.first + i, value: column.key, style: 'key' }),
        ),
      ],
      { hidden: true },
    );
    if (block.title !== '')
      this.rows.wide({ column: at.no, value: block.title, style: 'section' }, this.last);
    this.heading(block, withPrevious);
    const firstRow = this.rows.next;
    for (const owed of block.elements) {
      this.element(block, owed, withPrevious);
      if (withRow) this.previousRow(block, owed);
    }
    const lastRow = this.rows.next - (withRow ? 2 : 1);
    const [first, last] = [block.elements[0]!, block.elements[block.elements.length - 1]!];
    const [left, right] = [block.columns[0]!, block.columns[block.columns.length - 1]!];
    if (withRow)
      this.entries.push(...block.elements.map((e) => ({ from: idOf(e, left), to: idOf(e, right) })));
    else this.entries.push({ from: idOf(first, left), to: idOf(last, right) });
    this.messages.push({ from: this.messageId(firstRow), to: this.messageId(lastRow) });
  }

  private messageId(row: number): string {
    return `message ${this.form.form.code} ${row}`;
  }

  private heading(block: Block, withPrevious: boolean): void {
    const { entry } = templateTexts;
    const fixed: readonly (readonly [number, string])[] = [
      [at.no, entry.columns.no],
      [at.name, entry.columns.name],
      [at.unit, entry.columns.unit],
      [this.check, entry.columns.check],
      ...(this.hasHelp ? [[this.last, entry.columns.help] as const] : []),
    ];
    const groups = [{ start: at.first, columns: block.columns }];
    const beside = at.first + block.columns.length;
    const all = withPrevious ? [...groups, { start: beside, columns: lastYear(block.columns) }] : groups;
    this.headings = entryHeading(this.rows, fixed, all);
  }

  private element(block: Block, owed: OwedElement, withPrevious: boolean): void {
    const { element } = owed;
    const row = this.rows.next;
    const rule = entryRule(element);
    this.line++;
    const cells: PlanCell[] = [
      { column: at.key, value: element.code, style: 'key' },
      { column: at.no, value: this.line, style: 'unit' },
      { column: at.name, value: element.name, style: 'label' },
      { column: at.unit, value: unitOf(owed), style: 'unit' },
    ];
    for (const [i, column] of block.columns.entries()) {
      const concrete = concreteCode(element.code, column.members);
      const typed = this.context.fill?.value?.(concrete, column.moment.key);
      cells.push({
        column: at.first + i,
        id: entryId(concrete, column.moment.key),
        style: 'entry',
        entry: rule,
        ...(typed === undefined ? {} : { value: typed }),
      });
      this.cells++;
      if (withPrevious)
        cells.push(this.previousCell(at.first + block.columns.length + i, element.code, column));
    }
    cells.push({
      column: this.check,
      id: this.messageId(row),
      style: 'text',
      formula: this.message(block, owed, row),
    });
    if (this.hasHelp) cells.push({ column: this.last, value: element.help, style: 'text' });
    this.conditions.push({
      range: { firstRow: row, lastRow: row, firstColumn: this.check, lastColumn: this.check },
      rule: {
        type: 'formula',
        formula: binary('>', call('LEN', cell(this.messageId(row))), literal(0)),
        style: 'bad',
      },
    });
    const height = this.heightOf(block, owed);
    this.rows.add(cells, height === undefined ? {} : { height });
  }

  /** A message is a formula, whose text no renderer measures: room is kept for it where a check may speak. */
  private heightOf(block: Block, { element }: OwedElement): number | undefined {
    const message = longestMessage(flagsOfRow(this.context.flags, element, this.cellsOf(block, element)));
    if (message === 0) return undefined;
    const [, , name, , ...rest] = this.columns();
    const helpWidth = this.hasHelp ? rest[rest.length - 1]!.width : 1000;
    const lines = [
      [message, checkWidth],
      [element.name.length, name!.width],
      [element.help.length, helpWidth],
    ].map(([length = 0, width = 1]) => Math.ceil((length * 1.1) / width));
    return Math.max(...lines) * 13.5 + 4;
  }

  /** Without a key in column A the reader passes over it. */
  private previousRow(block: Block, { element }: OwedElement): void {
    const values = block.columns.map((column, i) => this.previousCell(at.first + i, element.code, column));
    this.rows.add([{ column: at.name, value: templateTexts.entry.previousRow, style: 'muted' }, ...values]);
  }

  /** As text: a number in a keyed column of a row without a key would look like one typed into the wrong row. */
  private previousCell(column: number, code: string, of: BlockColumn): PlanCell {
    const value = this.context.previous && previousOf(this.context.previous, code, of);
    if (value === undefined) return { column, style: 'locked' };
    return { column, style: 'locked', value: typeof value === 'number' ? writtenNumber(value) : value };
  }

  private cellsOf(block: Block, element: DataElement): RowCell[] {
    return block.columns.map((column) => ({
      concrete: concreteCode(element.code, column.members),
      members: membersOf(block, column),
      period: column.moment.key,
    }));
  }

  private message(block: Block, { element }: OwedElement, row: number): Formula {
    const { catalog, flags, calculation } = this.context;
    const cells = this.cellsOf(block, element);
    return rowMessage({ catalog, element, cells, flags, calculation }, `row ${this.form.form.code} ${row}`);
  }
}

const idOf = (owed: OwedElement, column: BlockColumn): string =>
  entryId(concreteCode(owed.element.code, column.members), column.moment.key);

const unitOf = ({ element }: OwedElement): string =>
  element.unit === '' && element.type === 'yes_no' ? templateTexts.entry.yesNoUnit : element.unit;

const previousOf = (
  previous: PreviousValues,
  code: string,
  column: BlockColumn,
): number | string | undefined =>
  previous(concreteCode(code, column.members), samePeriodLastYear(column.moment.period).key);

/** «заполнено X из Y» as a live text. */
export const progress = (filled: Formula, cells: number): Formula => {
  const { before, between } = templateTexts.progress;
  return binary('&', binary('&', literal(before), filled), literal(`${between}${cells}`));
};

/** The tab of one form, by contracts §5: hidden keys, visible headings, entry cells, live checks. */
export const entrySheet = (form: OwedForm, name: string, context: EntryContext): EntrySheet =>
  new EntryTab(form, context).build(name);
