import { trackerRegisters } from '../activity/known-registers.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Issue, Place } from '../issue/issue.ts';
import { namedPlace } from '../issue/place.ts';
import { maxEntryCells, tooManyCells } from '../parse/entry-budget.ts';
import { type DocumentName, placeIn } from '../parse/place-in.ts';
import { keptKey, typedIn } from '../parse/scalar-text.ts';
import type { CellRange, SheetData, WorkbookData } from '../parse/workbook.ts';
import { cellAddress, rangeAddress } from '../plan/address.ts';
import { fieldRules, type KnownField } from './field-rules.ts';
import { isTyped, parseField } from './parse-field.ts';
import { type FieldAnswer, type RecordRow, recordsVersion, splitFieldKey } from './record.ts';
import { type RecordCell, type RecordLine, recordCells } from './record-cells.ts';

export interface RecordReading {
  /** In reading order; empty rows are left out. */
  readonly records: readonly RecordRow[];
  readonly issues: readonly Issue[];
}

/** The document's name, for places. */
export interface RecordOptions extends DocumentName {
  /** Whose workbook it is, and of which school year; rows that name an organisation are that one's. */
  readonly unit: string;
  readonly schoolYear: string;
}

/** Reads the registers of a workbook by their keys, whoever moved, sorted or copied rows. */
export function readRecordTabs(
  workbook: WorkbookData,
  catalog: Catalog,
  options: RecordOptions,
): RecordReading {
  const issues: Issue[] = [];
  const reader = new RecordReader(catalog, options, issues);
  const budget = { left: maxEntryCells };
  for (const sheet of workbook.sheets) {
    const { version, hasFields, lines } = recordCells(sheet, budget);
    if (budget.left < 0) return { records: [], issues: [tooManyCells(options)] };
    const at = { place: placeIn(options, sheet), organisation: options.unit };
    if (version > recordsVersion)
      issues.push({ code: 'workbook.newer', ...at, params: { schema: version, known: recordsVersion } });
    else if (hasFields !== (version === recordsVersion)) issues.push({ code: 'key.missing', ...at });
    reader.read(sheet, lines);
  }
  return { records: reader.records, issues };
}

/** Registers whose fields are judged against roadmaps and the day, when all files are read. */
const judgedLater: ReadonlySet<string> = new Set([trackerRegisters.activity, trackerRegisters.amendment]);

const addressesOf = (cells: readonly RecordCell[]): Record<string, string> =>
  Object.fromEntries(
    cells.map((cell) => [splitFieldKey(cell.field)?.field ?? cell.field, cellAddress(cell.row, cell.column)]),
  );

class RecordReader {
  private readonly rows: RecordRow[] = [];
  private readonly known: ReadonlyMap<string, KnownField>;
  private readonly counts = new Map<string, number>();
  /** Rows by register and key or, where there is none, content; with the tab where each was first met. */
  private readonly seen = new Map<string, { readonly sheet: SheetData; readonly content: string }>();
  /** Given rows that stand twice and differ: neither counts. */
  private readonly disputed = new Set<string>();
  private readonly options: RecordOptions;
  private readonly issues: Issue[];

  constructor(catalog: Catalog, options: RecordOptions, issues: Issue[]) {
    this.options = options;
    this.issues = issues;
    this.known = fieldRules(catalog);
  }

  get records(): RecordRow[] {
    return this.rows.filter(
      ({ record, unit, key }) => key === undefined || !this.disputed.has(`${record}\n${unit}\n${key}`),
    );
  }

  read(sheet: SheetData, lines: readonly RecordLine[]): void {
    const merges = new Set<CellRange>();
    for (const line of lines) {
      const byRecord = new Map<string, RecordCell[]>();
      for (const cell of line.cells) {
        const record = splitFieldKey(cell.field)?.record ?? cell.field;
        const found = byRecord.get(record);
        if (found) found.push(cell);
        else byRecord.set(record, [cell]);
      }
      const key = keptKey(line.key);
      const unit = line.unit === undefined ? this.options.unit : keptKey(line.unit);
      for (const [record, cells] of byRecord) this.row(sheet, record, unit, key, cells, merges);
    }
  }

  private row(
    sheet: SheetData,
    record: string,
    unit: string,
    key: string,
    cells: readonly RecordCell[],
    merges: Set<CellRange>,
  ): void {
    const { schoolYear } = this.options;
    const typed = cells.filter(
      (cell) => isTyped(cell.scalar) && !this.known.get(cell.field)?.field.isPrinted,
    );
    const first = typed[0];
    if (first === undefined) return;
    if (unit === '') {
      this.issues.push({ code: 'organisation.unknown', place: this.place(sheet, first), element: record });
      return;
    }
    const found: Issue[] = [];
    const values: Record<string, number | string> = {};
    const answers: Record<string, FieldAnswer> = {};
    for (const cell of cells) {
      const rules = this.known.get(cell.field);
      const of = { place: this.place(sheet, cell), organisation: unit, period: schoolYear };
      if (rules === undefined) {
        if (isTyped(cell.scalar)) found.push(unknownField(cell, of));
        continue;
      }
      const { field } = rules;
      if (field.isPrinted) continue;
      const element = cell.field;
      if (cell.merge) {
        if (!merges.has(cell.merge))
          found.push({ code: 'cell.merged', ...of, element, params: { range: rangeAddress(cell.merge) } });
        merges.add(cell.merge);
        if (isTyped(cell.scalar)) answers[field.code] = 'rejected';
        continue;
      }
      const { status, value, raw, issues } = parseField(cell.scalar, rules);
      if (status === 'value' && value !== undefined) values[field.code] = value;
      else if (status !== 'not_reported' && status !== 'value') answers[field.code] = status;
      for (const issue of issues) found.push({ ...issue, ...of, element, ...(raw !== undefined && { raw }) });
      if (status === 'not_reported' && field.required)
        found.push({ code: 'cell.required', ...of, element, params: { field: field.name } });
    }
    if (this.isRepeated(sheet, record, unit, key, values, first)) return;
    this.issues.push(...found);
    if (Object.keys(values).length === 0 && Object.keys(answers).length === 0) return;
    const table = `${record}\n${unit}`;
    const no = (this.counts.get(table) ?? 0) + 1;
    this.counts.set(table, no);
    this.rows.push({
      record,
      unit,
      schoolYear,
      no,
      ...(key !== '' && { key }),
      values,
      ...(Object.keys(answers).length > 0 && { answers }),
      place: this.place(sheet, first),
      ...(judgedLater.has(record) && { cells: addressesOf(typed) }),
    });
  }

  /** The same row on a copied tab counts once; a given row that stands twice with different content is reported. */
  private isRepeated(
    sheet: SheetData,
    record: string,
    unit: string,
    key: string,
    values: RecordRow['values'],
    first: RecordCell,
  ): boolean {
    const content = JSON.stringify([key, Object.entries(values)]);
    const name = `${record}\n${unit}\n${key === '' ? content : key}`;
    const before = this.seen.get(name);
    if (before === undefined) {
      this.seen.set(name, { sheet, content });
      return false;
    }
    if (key === '' && before.sheet === sheet) return false;
    const of = {
      place: this.place(sheet, first),
      organisation: unit,
      period: this.options.schoolYear,
    };
    const other = { otherSource: namedPlace(placeIn(this.options, before.sheet)) };
    this.issues.push({
      code: 'key.duplicate',
      ...of,
      element: record,
      ...(before.content === content
        ? { severity: 'warning', params: { ...other, count: 1 } }
        : { params: { ...other, row: keptKey(key) } }),
    });
    if (before.content !== content) this.disputed.add(name);
    return true;
  }

  private place(sheet: SheetData, cell: { readonly row: number; readonly column: number }): Place {
    return placeIn(this.options, sheet, cell);
  }
}

function unknownField(cell: RecordCell, of: { readonly place: Place; readonly organisation: string }): Issue {
  const { raw, params } = typedIn(cell.scalar);
  const written = keptKey(cell.field);
  return { code: 'element.unknown', ...of, params: { written, ...params }, ...(raw && { raw }) };
}
