import type { Catalog, DataElement } from '../catalog/types.ts';
import type { Expression } from '../expression/ast.ts';
import { blankMark } from '../parse/blank-mark.ts';
import type { PlanCell, PlanSheet } from '../plan/plan.ts';
import { blankTexts } from '../texts/blank.ts';
import { templateTexts } from '../texts/template.ts';
import { type Block, blocksOf } from './blocks.ts';
import { dueText } from './due-text.ts';
import { entryHeading } from './entry-heading.ts';
import type { OwedForm } from './owed.ts';
import { Rows } from './rows.ts';

export interface BlankSheetInput {
  readonly catalog: Catalog;
  readonly schoolYear: string;
  /** Type of organisation, or `district`. */
  readonly kind: string;
  readonly owed: OwedForm;
}

/** Columns of the table; boxes to write in begin at `first`. */
const at = { no: 1, name: 2, unit: 3, first: 4 } as const;
/** Characters of an A4 page that is printed unscaled. */
const page = { portrait: 90, landscape: 133 } as const;
const widths = { no: 5, unit: 12, box: 11, name: 36 } as const;
/** More boxes than this do not fit beside a name that can be read. */
const widest = { portrait: 3, all: 7 } as const;
/** Points of a line or box that takes handwriting. */
const line = 25;

/** Words of the programmes that a condition asks for, if it asks for nothing else. */
function programmesOf(condition: Expression): string[] | undefined {
  if (condition.type === 'has' && condition.column === 'programmes') return [condition.word];
  if (condition.type !== 'binary' || condition.op !== 'or') return undefined;
  const [left, right] = [programmesOf(condition.left), programmesOf(condition.right)];
  return left && right ? [...left, ...right] : undefined;
}

/** Whom to count, and who is asked at all. */
function helpOf({ help, appliesIf }: DataElement): string {
  if (!appliesIf) return help;
  const programmes = programmesOf(appliesIf);
  const who = programmes ? blankTexts.ifProgrammes(programmes) : blankTexts.ifApplies;
  return help === '' ? who : `${help} ${who}`;
}

function head(rows: Rows, { schoolYear, kind, owed }: BlankSheetInput, last: number): void {
  const { form, periods } = owed;
  const { entry, periodShort } = templateTexts;
  const parts = [blankTexts.kinds[kind] ?? kind, entry.year(schoolYear)];
  if (form.due !== '') parts.push(entry.due(dueText(form.due, periods)));
  if (form.asOf !== '') parts.push(entry.asOf(dueText(form.asOf, periods)));
  rows.add([{ column: at.no, value: blankMark, style: 'key' }], { hidden: true });
  rows.wide({ column: at.no, value: form.title, style: 'title' }, last);
  rows.wide({ column: at.no, value: parts.join(' · '), style: 'subtitle' }, last);
  if (form.help !== '') rows.wide({ column: at.no, value: form.help, style: 'help' }, last);
  if (form.programmes.length > 0) {
    rows.wide({ column: at.no, value: blankTexts.programmes(form.programmes), style: 'help' }, last);
  }
  rows.wide({ column: at.no, value: blankTexts.note, style: 'help' }, last);
  rows.wide({ column: at.no, value: blankTexts.answers, style: 'help' }, last);
  const write = (left: string, right?: string): void => {
    const middle = right === undefined ? last : at.name;
    const cells: PlanCell[] = [];
    for (let column = at.no as number; column <= last; column++) cells.push({ column, style: 'line' });
    cells[0] = { ...cells[0]!, value: left };
    if (right !== undefined) cells[middle] = { ...cells[middle]!, value: right };
    const row = rows.add(cells, { least: line });
    rows.merge(row, at.no, row, middle);
    if (right !== undefined) rows.merge(row, middle + 1, row, last);
  };
  const names = periods.map(periodShort);
  write(kind === 'district' ? blankTexts.district : blankTexts.organisation);
  if (names.length === 1) write(`${blankTexts.period} ${names[0] ?? ''}`);
  else write(names.length <= 4 ? blankTexts.periods(names) : blankTexts.period);
  write(blankTexts.post, blankTexts.date);
  rows.add([], { height: 9 });
}

/** The rows of one table; returns the first and the last row of its headings. */
function table(rows: Rows, block: Block, number: number, last: number): readonly [number, number] {
  const { columns } = templateTexts.entry;
  if (block.title !== '') rows.wide({ column: at.no, value: block.title, style: 'section' }, last);
  const fixed = [
    [at.no, columns.no],
    [at.name, columns.name],
    [at.unit, columns.unit],
  ] as const;
  const top = rows.next;
  const bottom = entryHeading(rows, fixed, [{ start: at.first, columns: block.columns }]);
  for (const [i, { element }] of block.elements.entries()) {
    const help = helpOf(element);
    const unit =
      element.unit === '' && element.type === 'yes_no' ? templateTexts.entry.yesNoUnit : element.unit;
    rows.add(
      [
        { column: at.no, value: number + i + 1, style: 'unit' },
        { column: at.name, value: element.name, style: 'label', ...(help !== '' && { detail: help }) },
        { column: at.unit, value: unit, style: 'unit' },
        ...block.columns.map((_, j): PlanCell => ({ column: at.first + j, style: 'value' })),
      ],
      { least: line },
    );
  }
  return [top, bottom];
}

/** So that no word of the headings is broken. */
function boxWidth(blocks: readonly Block[]): number {
  const words = blocks.flatMap(({ columns }) =>
    columns.flatMap(({ headings }) => headings.join(' ').split(/[ -]/)),
  );
  return Math.max(widths.box, Math.max(...words.map((word) => word.length)) * 1.2 + 1.5);
}

/** One form on paper: A4, lines and boxes to write in, headings on each page. */
export function blankSheet(name: string, input: BlankSheetInput): PlanSheet {
  const { catalog, kind, owed } = input;
  const first = { ...owed, periods: owed.periods.slice(0, 1) };
  const look = { widest: widest.all, value: blankTexts.value };
  const least = boxWidth(blocksOf(catalog, first, look));
  const fitting = Math.floor((page.landscape - widths.no - widths.unit - widths.name) / least);
  const blocks = blocksOf(catalog, first, { ...look, widest: Math.min(widest.all, fitting) });
  const boxes = Math.max(...blocks.map(({ columns }) => columns.length));
  const orientation = boxes <= widest.portrait ? 'portrait' : 'landscape';
  const last = at.first + boxes - 1;
  const rows = new Rows();
  head(rows, input, last);
  let number = 0;
  let headings: readonly [number, number] | undefined;
  for (const [i, block] of blocks.entries()) {
    if (i > 0) rows.add([], { height: 9 });
    headings = table(rows, block, number, last);
    // the parts of a wide table repeat its rows
    if (blocks[i + 1]?.elements !== block.elements) number += block.elements.length;
  }
  const room = page[orientation] - widths.no - widths.unit;
  const box = boxes === 1 ? Math.max(18, least) : Math.max(least, Math.floor((room - 52) / boxes));
  const isOne = blocks.length === 1;
  return {
    name,
    columns: [
      { width: widths.no },
      { width: Math.max(widths.name, room - box * boxes) },
      { width: widths.unit },
      ...Array.from({ length: boxes }, () => ({ width: box })),
    ],
    rows: rows.rows,
    merges: rows.merges,
    print: {
      orientation,
      keep: [],
      repeatRows: isOne && headings ? headings : [2, 2],
      footer: blankTexts.footer(owed.form.title, blankTexts.kinds[kind] ?? kind),
    },
  };
}
