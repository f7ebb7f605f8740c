import { beginningsOf } from '../../../shared/catalog/beginnings.ts';
import type { RecordField } from '../../../shared/catalog/types.ts';
import { keyedCells } from '../../../shared/parse/keyed-cells.ts';
import {
  type CellIssue,
  type ParsedCell,
  parseCell,
  type ValueRules,
} from '../../../shared/parse/scalar-to-value.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { choiceWords, parseField } from '../../../shared/record/parse-field.ts';
import { recordCells } from '../../../shared/record/record-cells.ts';
import { cellIssueTexts } from '../../../shared/texts/cell-issues.ts';
import { type Entry, spoken } from '../../../shared/texts/issue-words.ts';
import type { CellRules } from '../definitions/cell-rules.ts';
import type { EditedTab } from './read-edited.ts';

/** An entry cell that was edited, and what defines it, most exact first. */
export interface Target {
  readonly row: number;
  readonly column: number;
  readonly codes: readonly string[];
  readonly scalar: CellScalar;
}

/** The entry cells of a tab as far as it was read. */
export function targetsOf({ sheet, kind }: EditedTab): Target[] {
  if (kind === 'records') {
    return recordCells(sheet).lines.flatMap(({ cells }) =>
      cells.map(({ row, column, field, scalar }) => ({ row, column, scalar, codes: [field] })),
    );
  }
  return keyedCells(sheet).cells.map(({ row, column, rows, rowKey, columnKey, scalar }) => {
    const code = rows === 'elements' ? rowKey : (columnKey.split('|')[0] ?? '');
    return { row, column, scalar, codes: beginningsOf(code.trim()) };
  });
}

/** What is wrong with a cell and what to do, in Russian; several sentences as one text. */
export interface Remark {
  readonly text: string;
  /** What was typed must not stay in the sheet. */
  readonly isPersonal: boolean;
}

/** Holds a cell against its rules as the nightly run does; undefined where nothing is to be said. */
export function remarkOn(scalar: CellScalar, rules: CellRules): Remark | undefined {
  const parsed = read(scalar, rules);
  const issues = parsed.issues.filter(({ code }) => code in cellIssueTexts);
  if (issues.length === 0) return undefined;
  return {
    text: issues.map((issue) => sentence(issue, parsed.raw)).join('\n'),
    isPersonal: issues.some(({ code }) => code === 'cell.personal_data'),
  };
}

function read(scalar: CellScalar, rules: CellRules): ParsedCell {
  if (rules.kind === 'element') return parseCell(scalar, rules as ValueRules);
  const field = { ...rules, type: rules.type as RecordField['type'] } as unknown as RecordField;
  const choices = (rules.list ?? []).map(([code, title]) => ({ code, title }));
  return parseField(scalar, { field, choices: choiceWords(choices, []) });
}

function sentence({ code, params }: CellIssue, raw: string | undefined): string {
  const entry = (cellIssueTexts as Partial<Record<string, Entry>>)[code]!;
  const { text, todo } = spoken(entry, {
    place: { file: '' },
    ...(params && { params }),
    ...(raw !== undefined && { raw }),
  });
  return `${text} ${todo}`;
}
