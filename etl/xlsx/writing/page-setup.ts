import type { HeaderFooter, PageSetup } from 'exceljs';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { workbookTexts } from '../../../shared/texts/spreadsheet.ts';
import { legalText } from '../../drawing/legal-text.ts';
import type { PageLayout } from './page-layout.ts';

/** Excel's limit of a header or footer with all its codes. */
const maxFooter = 255;

/** Inches. */
export const margins = { left: 0.6, right: 0.4, top: 0.6, bottom: 0.7 } as const;

/** A4, margins of an official paper, width fitted to the page unless the plan says no or a scale is laid down. */
export function pageSetup(sheet: PlanSheet, pages: PageLayout | undefined): Partial<PageSetup> {
  const fit = sheet.print.fitWidth ?? !pages;
  return {
    paperSize: 9,
    orientation: sheet.print.orientation,
    margins: { ...margins, header: 0.3, footer: 0.3 },
    horizontalDpi: 600,
    verticalDpi: 600,
    ...(fit ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : {}),
    ...(pages && { scale: pages.scale }),
  };
}

/** Points between the margins of A4. */
const printed = { landscape: 770, portrait: 523 };
/** Points per character of column width: 5.25 in Excel (7 pixels), LibreOffice takes a digit of Arial 10 for one. */
const pointsPerCharacter = 5.6;

/** Percent at which all columns stand on one page, a little to spare for printers that measure otherwise. */
export function scaleToWidth(sheet: PlanSheet): number {
  const width = sheet.columns.reduce((sum, c) => sum + (c.hidden ? 0 : c.width * pointsPerCharacter), 0);
  return Math.max(10, Math.min(100, Math.floor((98 * printed[sheet.print.orientation]) / width)));
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
