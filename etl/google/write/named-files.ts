import type { Plan, PlanCell, PlanSheet } from '../../../shared/plan/plan.ts';
import { googleWriteTexts } from '../../../shared/texts/google-write.ts';
import { managementTexts } from '../../../shared/texts/management.ts';
import { recordViewTexts } from '../../../shared/texts/record-views.ts';
import { summaryTexts } from '../../../shared/texts/summary.ts';

const open: ReadonlySet<unknown> = new Set([
  summaryTexts.quality.open,
  managementTexts.open,
  recordViewTexts.table.open,
]);

/** From a browser a file of the inbox cannot be opened: where the summary says «открыть», its name is said instead. */
export const namedFiles = (plan: Plan): Plan => ({ ...plan, sheets: plan.sheets.map(ofSheet) });

const isOpen = ({ link, value }: PlanCell): boolean =>
  link !== undefined && 'file' in link && open.has(value);

function ofSheet(sheet: PlanSheet): PlanSheet {
  if (!sheet.rows.some(({ cells }) => cells.some(isOpen))) return sheet;
  return {
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.cells.some(isOpen)
        ? { ...row, cells: row.cells.map((cell) => (isOpen(cell) ? named(cell) : cell)) }
        : row,
    ),
  };
}

function named({ link, ...cell }: PlanCell): PlanCell {
  if (link === undefined || !('file' in link)) return cell;
  const file = link.file.slice(link.file.lastIndexOf('/') + 1);
  return { ...cell, value: googleWriteTexts.place(file, link.cell) };
}
