import type { Catalog } from '../catalog/types.ts';
import type { Issue, Place } from '../issue/issue.ts';
import type { Observation } from '../observation/observation.ts';
import { columnLetters, rangeAddress } from '../plan/address.ts';
import { type CollectedValue, collectValues } from './collect-values.ts';
import { type KeyedCell, type KeyedSheet, keyedCells, maxEntryCells } from './keyed-cells.ts';
import { limitIssues } from './limit-issues.ts';
import { owesNothing } from './owes-nothing.ts';
import { keptKey, keptRaw, scalarText } from './scalar-text.ts';
import { type ParsedCell, parseCell } from './scalar-to-value.ts';
import { isFault, type ValueKey, valueKeys } from './value-key.ts';
import type { CellRange, CellScalar, SheetData, WorkbookData } from './workbook.ts';
import { readMeta, type WorkbookMeta, workbookSchema } from './workbook-meta.ts';

export interface EntryReading {
  /** Undefined with the issue workbook.no_meta. */
  readonly meta?: WorkbookMeta;
  /** One per keyed cell, empty ones as `not_reported`; none where the workbook is foreign or has no `_meta`. */
  readonly observations: readonly Observation[];
  /** At most 5,000. */
  readonly issues: readonly Issue[];
}

export interface EntryOptions {
  /** Path below the inbox, for places. */
  readonly file: string;
  /** What `_meta` may name as its `workspace`; undefined = anything. */
  readonly workspaces?: readonly string[];
}

/** Reads the entry tabs of a filled workbook by their keys (contracts §5), whoever moved, renamed or copied them. */
export function readEntryTabs(workbook: WorkbookData, catalog: Catalog, options: EntryOptions): EntryReading {
  const meta = readMeta(workbook);
  const place = { file: options.file };
  if (!meta) return { observations: [], issues: [{ code: 'workbook.no_meta', place }] };
  if (options.workspaces !== undefined && !options.workspaces.includes(meta.workspace)) {
    const params = { workspace: meta.workspace, expected: options.workspaces.join(', ') };
    return {
      meta,
      observations: [],
      issues: [{ code: 'workbook.foreign', place, organisation: meta.unit, params }],
    };
  }
  const issues: Issue[] = workbookIssues(meta, place);
  const values: CollectedValue[] = [];
  let readTabs = 0;
  const reader = new TabReader(catalog, options.file, meta.unit);
  const budget = { left: maxEntryCells };
  for (const sheet of workbook.sheets) {
    const keyed = keyedCells(sheet, budget);
    if (budget.left < 0) return tooManyCells(place);
    if (keyed.version > 1) {
      const params = { schema: keyed.version, known: 1 };
      issues.push({
        code: 'workbook.newer',
        place: { ...place, tab: sheet.name },
        organisation: meta.unit,
        params,
      });
    } else if (keyed.hasColumns !== (keyed.version === 1)) {
      issues.push({ code: 'key.missing', place: { ...place, tab: sheet.name }, organisation: meta.unit });
    }
    if (keyed.cells.length > 0) readTabs++;
    values.push(...reader.read(sheet, keyed, issues));
  }
  if (readTabs === 0 && !owesNothing(workbook))
    issues.push({ code: 'key.missing', place, organisation: meta.unit });
  const collected = collectValues(values, 'key.duplicate');
  return {
    meta,
    observations: collected.observations,
    issues: limitIssues([...issues, ...collected.issues]),
  };
}

/** Nothing is read of a workbook that cannot be read whole; no `meta`, so that it is nobody's. */
const tooManyCells = (place: Place): EntryReading => ({
  observations: [],
  issues: [{ code: 'file.too_large', place, params: { limit: 'entries', most: maxEntryCells } }],
});

function workbookIssues(meta: WorkbookMeta, place: Place): Issue[] {
  const issues: Issue[] = [];
  const params = { schema: meta.schema, known: workbookSchema };
  const of = { place, organisation: meta.unit };
  if (meta.schema < workbookSchema) issues.push({ code: 'workbook.older', ...of, params });
  if (meta.schema > workbookSchema) issues.push({ code: 'workbook.newer', ...of, params });
  if (meta.status === 'draft') issues.push({ code: 'workbook.draft', ...of });
  return issues;
}

class TabReader {
  private readonly find: ReturnType<typeof valueKeys>;
  private readonly file: string;
  private readonly unit: string;

  constructor(catalog: Catalog, file: string, unit: string) {
    this.find = valueKeys(catalog);
    this.file = file;
    this.unit = unit;
  }

  read(sheet: SheetData, keyed: KeyedSheet, issues: Issue[]): CollectedValue[] {
    const place = (cell: { readonly row: number; readonly column: number }): Place => ({
      file: this.file,
      tab: sheet.name,
      cell: `${columnLetters(cell.column)}${cell.row}`,
    });
    for (const cell of keyed.stray) {
      const raw = keptRaw(scalarText(cell.scalar));
      issues.push({ code: 'key.missing', place: place(cell), organisation: this.unit, ...(raw && { raw }) });
    }
    const merged = faultyMerges(sheet, keyed.cells);
    const reported = new Set<CellRange>();
    const values: CollectedValue[] = [];
    // rows of which no cell was understood or even filled
    const unknown = new Map<number, KeyedCell>();
    const known = new Set<number>();
    for (const cell of keyed.cells) {
      const [period = '', ...members] = cell.columnKey.split('|').map((word) => word.trim());
      const key = this.find([cell.rowKey, ...members].join('.'), period);
      if (isFault(key)) {
        const filled = isFilled(cell.scalar);
        if (filled) known.add(cell.row);
        else if (!unknown.has(cell.row)) unknown.set(cell.row, cell);
        if (!filled) continue;
        const raw = keptRaw(scalarText(cell.scalar));
        issues.push({
          ...key,
          place: place(cell),
          organisation: this.unit,
          period: keptKey(period),
          ...(raw && { raw }),
        });
        continue;
      }
      known.add(cell.row);
      const range = cell.merge;
      const content = range && merged.get(range);
      if (range && content) {
        values.push(this.merged(key, place(cell), content, reported.has(range) ? undefined : range));
        reported.add(range);
      } else values.push(this.value(key, place(cell), parseCell(cell.scalar, key.element)));
    }
    for (const row of unknown.values()) {
      if (known.has(row.row)) continue;
      const params = { written: keptKey(row.rowKey), column: keptKey(row.columnKey) };
      issues.push({ code: 'key.unknown', place: place(row), organisation: this.unit, params });
    }
    return values;
  }

  private value(key: ValueKey, place: Place, parsed: ParsedCell): CollectedValue {
    const { status, value, raw } = parsed;
    const of = { place, organisation: this.unit, element: key.code, period: key.period };
    const issues: Issue[] = parsed.issues.map((issue) => ({
      ...issue,
      ...of,
      ...(raw !== undefined && { raw }),
    }));
    if (key.element.required && (status === 'not_reported' || status === 'no_data')) {
      issues.push({ code: 'cell.required', ...of });
    }
    const observation: Observation = {
      unit: this.unit,
      element: key.code,
      period: key.period,
      status,
      ...(value !== undefined && { value }),
      ...(raw !== undefined && { raw }),
      place,
    };
    return { observation, issues };
  }

  /** Several entry cells under one merge: whose the value is, nobody knows. */
  private merged(
    key: ValueKey,
    place: Place,
    content: CellScalar,
    range: CellRange | undefined,
  ): CollectedValue {
    const raw = keptRaw(scalarText(content));
    const status = isFilled(content) ? 'rejected' : 'not_reported';
    const { observation } = this.value(key, place, { status, ...(raw !== undefined && { raw }), issues: [] });
    const { element, period } = observation;
    const of = { place, organisation: this.unit, element, period, ...(raw !== undefined && { raw }) };
    const params = { range: range ? rangeAddress(range) : '' };
    return { observation, issues: range ? [{ code: 'cell.merged', ...of, params }] : [] };
  }
}

const isFilled = (scalar: CellScalar): boolean => scalar.type !== 'empty' && scalarText(scalar).trim() !== '';

/** Merges over several entry cells, or over one that is not their first cell, with the content of the first cell. */
function faultyMerges(sheet: SheetData, cells: readonly KeyedCell[]): Map<CellRange, CellScalar> {
  const covered = new Map<CellRange, KeyedCell[]>();
  for (const cell of cells) {
    if (!cell.merge) continue;
    const under = covered.get(cell.merge);
    if (under) under.push(cell);
    else covered.set(cell.merge, [cell]);
  }
  const faulty = new Map<CellRange, CellScalar>();
  for (const [range, under] of covered) {
    const only = under.length === 1 ? under[0] : undefined;
    if (only && only.row === range.firstRow && only.column === range.firstColumn) continue;
    faulty.set(range, { type: 'empty' });
  }
  if (faulty.size === 0) return faulty;
  const byPlace = new Map(sheet.cells.map((cell) => [`${cell.row} ${cell.column}`, cell.scalar]));
  for (const range of faulty.keys()) {
    const first = byPlace.get(`${range.firstRow} ${range.firstColumn}`);
    if (first) faulty.set(range, first);
  }
  return faulty;
}
