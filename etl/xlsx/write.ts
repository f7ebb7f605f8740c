import type { Workbook } from 'exceljs';
import { calculate } from '../../shared/plan/calculate.ts';
import { withChartData } from '../../shared/plan/chart-data.ts';
import { layout } from '../../shared/plan/layout.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { workbookTexts } from '../../shared/texts/spreadsheet.ts';
import { legalText } from '../drawing/legal-text.ts';
import { fontName, fontSize } from '../drawing/looks.ts';
import { createChartWriter } from './charts.ts';
import { pack, unpack } from './normalise.ts';
import { writeConditions } from './writing/conditions.ts';
import { insertDefinedNames, sheetNames } from './writing/defined-names.ts';
import { writeEntryRules } from './writing/entry-rules.ts';
import { createListTab } from './writing/list-tab.ts';
import { readPart, writePart } from './writing/package-parts.ts';
import { addSheetExtras } from './writing/sheet-extras.ts';
import { writeSheet } from './writing/write-sheet.ts';
import { cellText } from './writing/xml.ts';

export interface WriteOptions {
  /** Day `YYYY-MM-DD` for the document's own dates; 1980-01-01 otherwise, never the clock. */
  readonly day?: string;
}

/** Wrong use: a day that is none. */
export class InvalidDay extends Error {
  override readonly name = 'InvalidDay';
}

/**
 * Renders a plan as an .xlsx file: values, formulas with their results, looks, rules, notes, links, native charts.
 * Hidden tabs come last. The same plan and options give the same bytes on any machine (contracts §8).
 * Throws a PlanError for a plan that no spreadsheet could hold.
 */
export async function writeWorkbook(plan: Plan, options: WriteOptions = {}): Promise<Uint8Array> {
  const ordered = withChartData(hiddenLast(plan));
  const places = layout(ordered);
  const calculated = calculate(ordered, places);
  const lists = createListTab(ordered.sheets.map((sheet) => sheet.name));
  const workbook = await createWorkbook(ordered, options);
  const bars: string[] = [];
  for (const [sheetIndex, sheet] of ordered.sheets.entries()) {
    const context = { title: ordered.title, layout: places, calculated, sheetIndex };
    const worksheet = writeSheet(workbook, sheet, context);
    writeEntryRules(worksheet, sheet, lists);
    bars.push(writeConditions(worksheet, sheet, places));
  }
  if (lists.columns.length > 0) {
    const worksheet = workbook.addWorksheet(lists.name, { state: 'hidden' });
    for (const [column, items] of lists.columns.entries()) {
      for (const [row, item] of items.entries())
        worksheet.getCell(row + 1, column + 1).value = cellText(item);
    }
  }
  // stored, not deflated: the zip is taken apart again at once
  const buffer = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as never);
  const parts = unpack(new Uint8Array(buffer));
  const charts = createChartWriter(parts, places, calculated);
  for (const [index, sheet] of ordered.sheets.entries()) {
    const number = index + 1;
    addSheetExtras(parts, {
      sheet,
      number,
      layout: places,
      bars: bars[index] as string,
      addDrawing: (add) => charts.addDrawing(sheet, add),
    });
  }
  const names = [...ordered.sheets.flatMap((sheet, tab) => sheetNames(sheet, tab)), ...lists.names];
  writePart(parts, 'xl/workbook.xml', insertDefinedNames(readPart(parts, 'xl/workbook.xml'), names));
  writePart(parts, 'xl/styles.xml', ownDefaultFont(readPart(parts, 'xl/styles.xml')));
  return pack(parts);
}

function hiddenLast(plan: Plan): Plan {
  const visible = plan.sheets.filter((sheet) => !sheet.hidden);
  return { ...plan, sheets: [...visible, ...plan.sheets.filter((sheet) => sheet.hidden)] };
}

async function createWorkbook(plan: Plan, { day = '1980-01-01' }: WriteOptions): Promise<Workbook> {
  // a night that rewrites nothing, and every question to the store, does without it
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const [year, month, date] = /^\d{4}-\d{2}-\d{2}$/.test(day) ? day.split('-').map(Number) : [];
  const moment = new Date(Date.UTC(year ?? Number.NaN, (month ?? 0) - 1, date));
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== day) throw new InvalidDay(day);
  workbook.created = moment;
  workbook.modified = moment;
  workbook.creator = workbookTexts.author;
  workbook.lastModifiedBy = workbookTexts.author;
  workbook.title = legalText(plan.title);
  workbook.views = [
    { x: 0, y: 0, width: 28_000, height: 16_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  return workbook;
}

/** Column widths count digits of the default font, and empty cells show it: it must be ours, not Calibri. */
function ownDefaultFont(stylesXml: string): string {
  const font = `<font><sz val="${fontSize}"/><color theme="1"/><name val="${fontName}"/><family val="2"/></font>`;
  return stylesXml.replace(/<font>(?:(?!<\/font>).)*<name val="Calibri"\/>.*?<\/font>/s, font);
}
