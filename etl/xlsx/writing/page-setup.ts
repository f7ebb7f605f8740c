import type { HeaderFooter, PageSetup } from 'exceljs';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { workbookTexts } from '../../../shared/texts/spreadsheet.ts';
import { legalText } from './xml.ts';

/** Excel's limit of a header or footer with all its codes. */
const maxFooter = 255;

/** A4, margins of an official paper, width fitted to the page unless the plan says no. */
export function pageSetup(sheet: PlanSheet): Partial<PageSetup> {
  const fit = sheet.print.fitWidth ?? true;
  return {
    paperSize: 9,
    orientation: sheet.print.orientation,
    margins: { left: 0.6, right: 0.4, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
    horizontalDpi: 600,
    verticalDpi: 600,
    ...(fit ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : {}),
  };
}

/** The tab's name at the top right; footer text on the left, page numbers on the right. */
export function headerFooter(sheet: PlanSheet, title: string): Partial<HeaderFooter> {
  const pages = workbookTexts.page('&P', '&N');
  const room = maxFooter - pages.length - 16;
  const left = literal(sheet.print.footer ?? title).slice(0, room);
  return {
    // a figure right after the size code would be read as part of the size: hence the blanks
    oddHeader: `&R&8 ${literal(sheet.name)}`,
    oddFooter: `&L&8 ${/(^|[^&])(&&)*&$/.test(left) ? left.slice(0, -1) : left}&R&8 ${pages}`,
  };
}

/** `&` begins a code in headers and footers. */
function literal(text: string): string {
  return legalText(text).replace(/\n/g, ' ').replace(/&/g, '&&');
}
