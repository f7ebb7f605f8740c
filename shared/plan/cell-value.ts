import { daySerial } from '../period/day-serial.ts';
import type { PlanCell, Scalar } from './plan.ts';

/** What a cell holds in a spreadsheet: a day string under the `date` format becomes a serial number. */
export function cellValue(cell: PlanCell): Scalar | undefined {
  if (cell.format === 'date' && typeof cell.value === 'string') return daySerial(cell.value) ?? cell.value;
  return cell.value;
}
