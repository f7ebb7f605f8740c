import type { Catalog } from '../catalog/types.ts';
import type { Issue, Place } from '../issue/issue.ts';
import type { Observation } from '../observation/observation.ts';
import { rangeAddress } from '../plan/address.ts';
import { isBlank } from './blank-mark.ts';
import { type BlockedCells, blockedCells } from './blocked-cells.ts';
import { type CollectedValue, collectValues } from './collect-values.ts';
import { maxEntryCells, tooManyCells } from './entry-budget.ts';
import { faultyMerges } from './faulty-merges.ts';
import { type KeyedCell, type KeyedSheet, keyedCells, targetOfKeys } from './keyed-cells.ts';
import { limitIssues } from './limit-issues.ts';
import { owesNothing } from './owes-nothing.ts';
import { type DocumentName, placeIn } from './place-in.ts';
import { keptKey, scalarText, typedIn } from './scalar-text.ts';
import { type ParsedCell, parseCell } from './scalar-to-value.ts';
import { submissionIssues } from './submission.ts';
import { isFault, type ValueKey, valueKeys } from './value-key.ts';
import type { CellRange, CellScalar, SheetData, WorkbookData } from './workbook.ts';
import { readMeta, type WorkbookMeta, workbookSchema } from './workbook-meta.ts';

export interface EntryReading {
  /** Undefined with the issue workbook.no_meta. */
  readonly meta?: WorkbookMeta;
  /**
   * One per keyed cell, empty ones as `not_reported`; none where the workbook is foreign or has no `_meta`. Where rows
   * are organisations, the filled ones only: what a district does not enter, it does not say.
   */
  readonly observations: readonly Observation[];
  /** At most 5,000. */
  readonly issues: readonly Issue[];
}

/** The document's name, for places. */
export interface EntryOptions extends DocumentName {
  /** What `_meta` may name as its `workspace`; undefined = anything. */
  readonly workspaces?: readonly string[];
}

/** Reads the entry tabs of a filled workbook by their keys (contracts §5), whoever moved, renamed or copied them. */
export function readEntryTabs(workbook: WorkbookData, catalog: Catalog, options: EntryOptions): EntryReading {
  const meta = readMeta(workbook);
  const place = placeIn(options);
  if (!meta) {
    const params = isBlank(workbook) ? { params: { kind: 'blank' } } : {};
    return { observations: [], issues: [{ code: 'workbook.no_meta', place, ...params }] };
  }
  if (options.workspaces !== undefined && !options.workspaces.includes(meta.workspace)) {
    const params = { workspace: meta.workspace, expected: options.workspaces.join(', ') };
    return {
      meta,
      observations: [],
      issues: [{ code: 'workbook.foreign', place, organisation: meta.unit, params }],
    };
  }
  const issues: Issue[] = [...workbookIssues(meta, place), ...submissionIssues(workbook, meta, options)];
  const values: CollectedValue[] = [];
  let readTabs = 0;
  const reader = new TabReader(catalog, options, meta.unit, blockedCells(workbook));
  const budget = { left: maxEntryCells };
  for (const sheet of workbook.sheets) {
    const keyed = keyedCells(sheet, budget);
    if (budget.left < 0) return { observations: [], issues: [tooManyCells(options)] };
    if (keyed.version > 1) {
      const params = { schema: keyed.version, known: 1 };
      issues.push({
        code: 'workbook.newer',
        place: placeIn(options, sheet),
        organisation: meta.unit,
        params,
      });
    } else if (keyed.hasColumns !== (keyed.version === 1)) {
      issues.push({ code: 'key.missing', place: placeIn(options, sheet), organisation: meta.unit });
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

function workbookIssues(meta: WorkbookMeta, place: Place): Issue[] {
  const issues: Issue[] = [];
  const params = { schema: meta.schema, known: workbookSchema };
  const of = { place, organisation: meta.unit };
  if (meta.schema < workbookSchema) issues.push({ code: 'workbook.older', ...of, params });
  if (meta.schema > workbookSchema) issues.push({ code: 'workbook.newer', ...of, params });
  if (meta.status === 'draft') issues.push({ code: 'workbook.draft', ...of });
  return issues;
}

/** Which value stands in a cell. */
interface Target {
  readonly unit: string;
  readonly key: ValueKey;
  readonly place: Place;
}

class TabReader {
  private readonly find: ReturnType<typeof valueKeys>;
  private readonly document: DocumentName;
  private readonly unit: string;
  private readonly blocked: BlockedCells;

  constructor(catalog: Catalog, document: DocumentName, unit: string, blocked: BlockedCells) {
    this.find = valueKeys(catalog);
    this.document = document;
    this.unit = unit;
    this.blocked = blocked;
  }

  read(sheet: SheetData, keyed: KeyedSheet, issues: Issue[]): CollectedValue[] {
    const place = (cell: { readonly row: number; readonly column: number }): Place =>
      placeIn(this.document, sheet, cell);
    for (const cell of keyed.stray) {
      const typed = typedIn(cell.scalar);
      issues.push({ code: 'key.missing', place: place(cell), organisation: this.unit, ...typed });
    }
    const merged = faultyMerges(sheet, keyed.cells);
    const reported = new Set<CellRange>();
    const values: CollectedValue[] = [];
    // lines of one element of which no cell was understood or even filled
    const unknown = new Map<string, KeyedCell>();
    const known = new Set<string>();
    for (const cell of keyed.cells) {
      const line = cell.rows === 'elements' ? `row ${cell.row}` : `column ${cell.column}`;
      const { unit, element, period } = this.target(cell);
      const key = this.find(element, period);
      if (isFault(key)) {
        const filled = isFilled(cell.scalar);
        if (filled) known.add(line);
        else if (!unknown.has(line)) unknown.set(line, cell);
        if (!filled) continue;
        const { raw, params } = typedIn(cell.scalar);
        issues.push({
          ...key,
          place: place(cell),
          ...(unit !== '' && { organisation: unit }),
          period: keptKey(period),
          ...(raw && { raw }),
          ...(params && { params: { ...key.params, ...params } }),
        });
        continue;
      }
      known.add(line);
      const range = cell.merge;
      const content = range && merged.get(range);
      if (cell.rows === 'organisations') {
        const own = content ?? cell.scalar;
        if (!isFilled(own) || this.blocked(unit, key.code, key.period, own)) continue;
        if (unit === '') {
          issues.push({ code: 'organisation.unknown', place: place(cell) });
          continue;
        }
      }
      const of = { unit, key, place: place(cell) };
      if (range && content) {
        values.push(this.merged(of, content, reported.has(range) ? undefined : range));
        reported.add(range);
      } else values.push(this.value(of, parseCell(cell.scalar, key.element)));
    }
    for (const [line, cell] of unknown) {
      if (known.has(line)) continue;
      const params = { written: keptKey(cell.rowKey), column: keptKey(cell.columnKey) };
      issues.push({ code: 'key.unknown', place: place(cell), organisation: this.unit, params });
    }
    return values;
  }

  /** Whose value of what a cell is. A person's name where a code belongs is no unit, and is not repeated anywhere. */
  private target(cell: KeyedCell) {
    const target = targetOfKeys(cell);
    return { ...target, unit: cell.rows === 'elements' ? this.unit : keptKey(target.unit) };
  }

  private value({ unit, key, place }: Target, parsed: ParsedCell): CollectedValue {
    const { status, value, raw } = parsed;
    const of = { place, organisation: unit, element: key.code, period: key.period };
    const issues: Issue[] = parsed.issues.map((issue) => ({
      ...issue,
      ...of,
      ...(raw !== undefined && { raw }),
    }));
    if (key.element.required && (status === 'not_reported' || status === 'no_data')) {
      issues.push({ code: 'cell.required', ...of });
    }
    const observation: Observation = {
      unit,
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
  private merged(target: Target, content: CellScalar, range: CellRange | undefined): CollectedValue {
    const { raw, params: typed } = typedIn(content);
    const status = isFilled(content) ? 'rejected' : 'not_reported';
    const { observation } = this.value(target, { status, ...(raw !== undefined && { raw }), issues: [] });
    const { element, period } = observation;
    const of = {
      place: target.place,
      organisation: target.unit,
      element,
      period,
      ...(raw !== undefined && { raw }),
    };
    const params = { range: range ? rangeAddress(range) : '', ...typed };
    return { observation, issues: range ? [{ code: 'cell.merged', ...of, params }] : [] };
  }
}

const isFilled = (scalar: CellScalar): boolean => scalar.type !== 'empty' && scalarText(scalar).trim() !== '';
