import type { Catalog } from '../../shared/catalog/types.ts';
import { calculationTab } from '../../shared/parse/calculation-tab.ts';
import { cleanIssues } from '../../shared/parse/clean-issues.ts';
import { forgiveSwitchedOff } from '../../shared/parse/switched-off.ts';
import { emptyContent } from '../csv/content.ts';
import { readCsv } from '../csv/read.ts';
import type { SourceContent } from '../store/store.ts';
import { readWorkbook } from '../xlsx/read.ts';
import { workbookLimits } from '../xlsx/reading/limits.ts';
import type { FileIssue } from '../xlsx/reading/unreadable.ts';
import { workbookContent } from './workbook-content.ts';

export interface SourceContext {
  readonly catalog: Catalog;
  /** What a workbook's `_meta` may name as its `workspace`; undefined = anything. */
  readonly workspaces?: readonly string[];
  /** The current school year: of rows of registers in tables that name none. */
  readonly schoolYear?: string;
}

/**
 * Reads one file of the inbox, whatever it is: content decides before the name does. `path` is the one below the
 * inbox. Never throws on bad data: a file that cannot be read is of kind `unreadable` with the one issue.
 * Closed school years are the caller's concern: it alone knows which values stood before.
 */
export function readSource(path: string, bytes: Uint8Array, context: SourceContext): SourceContent {
  const content = read(path, bytes, context);
  return { ...content, issues: cleanIssues(content.issues) };
}

function read(path: string, bytes: Uint8Array, context: SourceContext): SourceContent {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (isPackage || isCompound || extension === 'xlsx' || extension === 'xlsm')
    return readXlsx(path, bytes, context);
  if (extension === 'xls') return unreadable(path, { code: 'file.xls', params: {} });
  if (extension !== 'csv' && extension !== 'tsv' && extension !== 'txt') {
    return unreadable(path, { code: 'file.unknown_kind', params: { kind: extension } });
  }
  if (bytes.length > workbookLimits.fileBytes) {
    return unreadable(path, {
      code: 'file.too_large',
      params: { megabytes: Math.ceil(bytes.length / 1048576) },
    });
  }
  const content = readCsv(bytes, path, context.catalog, context.schoolYear);
  return { ...content, issues: forgiveSwitchedOff(content.issues, context.catalog.retired) };
}

const unreadable = (file: string, issue: FileIssue): SourceContent => ({
  ...emptyContent('unreadable'),
  issues: [{ ...issue, place: { file } }],
});

function readXlsx(path: string, bytes: Uint8Array, context: SourceContext): SourceContent {
  // intermediate results of our own formulas, a good half of a workbook's cells: nobody types there
  const reading = readWorkbook(bytes, { select: ({ name, hidden }) => !(hidden && name === calculationTab) });
  if (!reading.ok) {
    // a damaged workbook of old Excel is told by its name
    const isOld = reading.issue.code === 'file.not_zip' && /\.xls$/i.test(path);
    return unreadable(path, isOld ? { code: 'file.xls', params: {} } : reading.issue);
  }
  return workbookContent(reading.workbook, { file: path }, context);
}
