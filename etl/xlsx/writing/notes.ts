import { cellAddress } from '../../../shared/plan/address.ts';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { workbookTexts } from '../../../shared/texts/spreadsheet.ts';
import { fontName } from '../../drawing/looks.ts';
import { wrappedLines } from '../../drawing/text-width.ts';
import { cellText, escapeXml, xmlDeclaration } from './xml.ts';

export interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export function sheetNotes(sheet: PlanSheet): Note[] {
  return sheet.rows.flatMap((row, index) =>
    row.cells.flatMap((cell) =>
      cell.note ? [{ row: index + 1, column: cell.column, text: cell.note }] : [],
    ),
  );
}

/** The comments part. exceljs would write one too, but with boxes too small for the text. */
export function commentsXml(notes: readonly Note[]): string {
  const items = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${cellAddress(row, column)}" authorId="0"><text><r><rPr><sz val="9"/><rFont val="${fontName}"/><family val="2"/></rPr><t xml:space="preserve">${escapeXml(cellText(text))}</t></r></text></comment>`,
  );
  return `${xmlDeclaration}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${escapeXml(workbookTexts.author)}</author></authors><commentList>${items.join('')}</commentList></comments>`;
}

/** Width of a note's box in points, and what surrounds its text. */
const width = 220;
const inset = 14;

/** The drawing that shows the notes: a box each, as high as its text, opening to the right of its cell. */
export function notesDrawing(notes: readonly Note[], sheetNumber: number): string {
  const shapes = notes.map(({ row, column, text }, index) => {
    const height = Math.min(400, wrappedLines(text, width - inset, 9, false) * 12 + inset);
    // anchor: left column, offset, top row, offset, right column, offset, bottom row, offset (pixels)
    const rows = Math.max(1, Math.ceil(height / 15.75));
    const anchor = [column, 12, Math.max(0, row - 2), 4, column + 3, 40, Math.max(0, row - 2) + rows, 10];
    return `<v:shape id="_x0000_s${sheetNumber * 1024 + 1 + index}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:${width}pt;height:${height}pt;z-index:${index + 1};visibility:hidden" fillcolor="#fffbe6" strokecolor="#8ea9c8" o:insetmode="auto"><v:fill color2="#fffbe6"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheetNumber}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`;
}
