import { compareText } from '../../../shared/number/compare-text.ts';
import { absoluteRange, columnLetters, quoteSheet } from '../../../shared/plan/address.ts';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { attributes, escapeXml } from './xml.ts';

export interface DefinedName {
  readonly name: string;
  /** A reference with quoted tab and `$`. */
  readonly reference: string;
  /** 0-based position of the tab it belongs to; undefined for the whole workbook. */
  readonly tab?: number;
  readonly hidden?: boolean;
}

/** Names a tab needs for its filter and its repeated rows and columns. */
export function sheetNames(sheet: PlanSheet, tab: number): DefinedName[] {
  const names: DefinedName[] = [];
  const quoted = quoteSheet(sheet.name);
  // without this hidden name Excel drops the filter's arrows when it sorts
  if (sheet.autoFilter) {
    const reference = `${quoted}!${absoluteRange(sheet.autoFilter)}`;
    names.push({ name: '_xlnm._FilterDatabase', reference, tab, hidden: true });
  }
  if (sheet.print.repeatRows) {
    const [first, last] = sheet.print.repeatRows;
    const [from, to] = (sheet.print.repeatColumns ?? []).map(columnLetters);
    const columns = from === undefined ? '' : `${quoted}!$${from}:$${to},`;
    names.push({ name: '_xlnm.Print_Titles', reference: `${columns}${quoted}!$${first}:$${last}`, tab });
  }
  return names;
}

/** Puts the names, sorted, into the workbook part, before `calcPr` as the schema wants. */
export function insertDefinedNames(workbookXml: string, names: readonly DefinedName[]): string {
  if (names.length === 0) return workbookXml;
  const sorted = [...names].sort((a, b) => compareText(a.name, b.name) || (a.tab ?? -1) - (b.tab ?? -1));
  const items = sorted.map(
    ({ name, reference, tab, hidden }) =>
      `<definedName${attributes({ name, localSheetId: tab, hidden: hidden ? 1 : undefined })}>${escapeXml(reference)}</definedName>`,
  );
  return workbookXml.replace('</sheets>', `</sheets><definedNames>${items.join('')}</definedNames>`);
}
