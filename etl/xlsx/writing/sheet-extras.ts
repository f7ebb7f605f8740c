import type { Layout } from '../../../shared/plan/layout.ts';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import type { Parts } from '../normalise.ts';
import { linksXml } from './links.ts';
import { commentsXml, notesDrawing, sheetNotes } from './notes.ts';
import {
  addContentTypes,
  createRelationships,
  defaultType,
  overrideType,
  readPart,
  writePart,
} from './package-parts.ts';
import { addExtension, insertElement } from './sheet-elements.ts';
import { sparklinesXml } from './sparklines.ts';

export interface SheetExtras {
  readonly sheet: PlanSheet;
  /** 1-based number of the worksheet part. */
  readonly number: number;
  readonly layout: Layout;
  /** XML of the bars that `writeConditions` left. */
  readonly bars: string;
  /** Adds drawing parts and returns the id of the relationship; undefined without charts. */
  readonly addDrawing: (add: (type: string, target: string) => string) => string | undefined;
}

/** Adds to a finished worksheet what exceljs lacks or writes wrongly: bars, links, notes, the drawing with charts. */
export function addSheetExtras(parts: Parts, { sheet, number, layout, bars, addDrawing }: SheetExtras): void {
  const path = `xl/worksheets/sheet${number}.xml`;
  const relationships = createRelationships();
  // exceljs writes these two in an order that the standard refuses
  let xml = readPart(parts, path).replace(/(<pageSetUpPr [^>]*\/>)(<outlinePr [^>]*\/>)/, '$2$1');
  if (bars) xml = insertElement(xml, 'conditionalFormatting', bars);
  const links = linksXml(sheet, relationships);
  if (links) xml = insertElement(xml, 'hyperlinks', links);
  const drawing = addDrawing((type, target) => relationships.add(type, target));
  const sparklines = sparklinesXml(sheet, layout);
  if (sparklines) xml = addExtension(xml, sparklines);
  if (drawing) xml = insertElement(xml, 'drawing', `<drawing r:id="${drawing}"/>`);
  const notes = sheetNotes(sheet);
  if (notes.length > 0) {
    const id = relationships.add('vmlDrawing', `../drawings/vmlDrawing${number}.vml`);
    relationships.add('comments', `../comments${number}.xml`);
    xml = insertElement(xml, 'legacyDrawing', `<legacyDrawing r:id="${id}"/>`);
    writePart(parts, `xl/comments${number}.xml`, commentsXml(notes));
    writePart(parts, `xl/drawings/vmlDrawing${number}.vml`, notesDrawing(notes, number));
    addContentTypes(parts, [
      defaultType('vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing'),
      overrideType(
        `xl/comments${number}.xml`,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
      ),
    ]);
  }
  writePart(parts, path, xml);
  if (relationships.xml) writePart(parts, `xl/worksheets/_rels/sheet${number}.xml.rels`, relationships.xml);
}
