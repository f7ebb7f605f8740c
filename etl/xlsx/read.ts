import type { CellScalar, SheetData, WorkbookData } from '../../shared/parse/workbook.ts';
import { type Archive, openArchive } from './reading/archive.ts';
import { readCellFormats } from './reading/cell-formats.ts';
import { compoundFileIssue } from './reading/compound-file.ts';
import { type WorkbookLimits, workbookLimits } from './reading/limits.ts';
import { packageKind } from './reading/package-kind.ts';
import { type Relationship, readRelationships } from './reading/package-parts.ts';
import { readSharedStrings } from './reading/shared-strings.ts';
import { readSheetPart } from './reading/sheet-part.ts';
import { type FileIssue, Unreadable } from './reading/unreadable.ts';
import { readModified, readWorkbookPart } from './reading/workbook-part.ts';

export interface ReadOptions {
  readonly limits?: Partial<WorkbookLimits>;
  /** Tabs to read; the others are not even inflated and are left out of the result. Default: all. */
  readonly select?: (sheet: { readonly name: string; readonly hidden: boolean }) => boolean;
}

export type WorkbookReading =
  | { readonly ok: true; readonly workbook: WorkbookData }
  | { readonly ok: false; readonly issue: FileIssue };

/**
 * Reads an .xlsx or .xlsm within limits. Never throws on bad bytes: a file that cannot be read gives its issue
 * (`file.not_zip`, `file.truncated`, `file.too_large`, `file.bomb`, `file.encrypted`, `file.xls`, `file.broken_xml`,
 * `file.unknown_kind` for a zip that holds no workbook).
 */
export function readWorkbook(bytes: Uint8Array, options: ReadOptions = {}): WorkbookReading {
  const limits = { ...workbookLimits, ...options.limits };
  try {
    return { ok: true, workbook: read(bytes, limits, options.select ?? (() => true)) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, issue: error.issue };
    throw error;
  }
}

function read(
  bytes: Uint8Array,
  limits: WorkbookLimits,
  select: NonNullable<ReadOptions['select']>,
): WorkbookData {
  if (bytes.length > limits.fileBytes) {
    throw new Unreadable('file.too_large', { megabytes: Math.ceil(bytes.length / 1048576) });
  }
  const compound = compoundFileIssue(bytes);
  if (compound) throw new Unreadable(compound);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Unreadable('file.not_zip');

  const archive = openArchive(bytes, limits);
  const root = readRelationships(archive, '');
  const main = existing(archive, target(root, 'officeDocument'), 'xl/workbook.xml');
  if (main === undefined || main.endsWith('.bin')) {
    throw new Unreadable('file.unknown_kind', { kind: packageKind(archive) });
  }
  const related = readRelationships(archive, main);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const { sheets, system1904 } = readWorkbookPart(archive, main, limits.sheets);
  if (sheets.length === 0) throw new Unreadable('file.unknown_kind', { kind: packageKind(archive) });

  const chosen = sheets.filter(select);
  const strings: CellScalar[] = readSharedStrings(
    archive,
    namedPart(archive, target(related, 'sharedStrings'), `${folder}sharedStrings.xml`),
    limits.cellText,
    limits.cells,
  );
  const styles = readCellFormats(
    archive,
    namedPart(archive, target(related, 'styles'), `${folder}styles.xml`),
  );
  const context = { strings, styles, system1904, maxLength: limits.cellText };
  const budget = { left: limits.cells, most: limits.cells };
  const byId = new Map(related.map((relationship) => [relationship.id, relationship]));
  const read: SheetData[] = [];
  for (const sheet of chosen) {
    const relationship = byId.get(sheet.relationship);
    // a sheet of its own kind (chart, dialog, macro) has no cells
    if (relationship && relationship.type !== 'worksheet') continue;
    if (!relationship) throw new Unreadable('file.broken_xml', { part: sheet.name });
    const content = readSheetPart(archive, relationship.target, context, budget);
    read.push({ name: sheet.name, hidden: sheet.hidden, ...content });
  }
  const modified = modifiedOf(archive, root);
  return modified === undefined ? { sheets: read } : { sheets: read, modified };
}

const target = (relationships: readonly Relationship[], type: string): string | undefined =>
  relationships.find((relationship) => relationship.type === type)?.target;

const existing = (archive: Archive, ...names: (string | undefined)[]): string | undefined =>
  names.find((name) => name !== undefined && archive.has(name));

/**
 * The part a relationship names, else the usual one; undefined where there is none and none is named. A named part
 * that is gone would turn every text or date of the workbook into nothing: throws Unreadable.
 */
function namedPart(archive: Archive, named: string | undefined, usual: string): string | undefined {
  const found = existing(archive, named, usual);
  if (found === undefined && named !== undefined) throw new Unreadable('file.broken_xml', { part: named });
  return found;
}

/** Broken properties do not make a workbook unreadable. */
function modifiedOf(archive: Archive, root: readonly Relationship[]): string | undefined {
  const part = existing(archive, target(root, 'core-properties'), 'docProps/core.xml');
  try {
    return part === undefined ? undefined : readModified(archive, part);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
