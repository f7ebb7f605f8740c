/** Children of a worksheet in the order of the schema (ISO/IEC 29500-1, CT_Worksheet). */
const order = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
] as const;

export type SheetElement = (typeof order)[number];

/** Puts an element into a worksheet at the place the schema wants, after its like and before all that follow. */
export function insertElement(sheetXml: string, name: SheetElement, xml: string): string {
  // cell texts cannot be mistaken for elements: `<` is escaped in them; rows are skipped for speed
  const rowsEnd = Math.max(sheetXml.lastIndexOf('</sheetData>'), sheetXml.lastIndexOf('<sheetData/>'), 0);
  const from = order.indexOf(name) > order.indexOf('sheetData') ? rowsEnd : 0;
  const rest = sheetXml.slice(from);
  const later = new Set<string>(order.slice(order.indexOf(name) + 1));
  for (const match of rest.matchAll(/<(\/?)([A-Za-z]+)/g)) {
    const element = match[2] as string;
    if (match[1] === '/' ? element === 'worksheet' : later.has(element)) {
      return sheetXml.slice(0, from) + rest.slice(0, match.index) + xml + rest.slice(match.index);
    }
  }
  return sheetXml;
}

/** Adds an `<ext>` to the worksheet's list of extensions, of which there may be one only. */
export function addExtension(sheetXml: string, ext: string): string {
  const end = sheetXml.lastIndexOf('</extLst></worksheet>');
  if (end < 0) return insertElement(sheetXml, 'extLst', `<extLst>${ext}</extLst>`);
  return sheetXml.slice(0, end) + ext + sheetXml.slice(end);
}
