import { detectPersonalData } from '../../../shared/parse/personal-data.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { parseLink } from '../../../shared/record/link.ts';

/** Whether a text must not get into the sheet; digits of an address are no phone. */
export const isPersonal = (value: CellScalar): boolean =>
  value.type === 'text' &&
  parseLink(value.value) === undefined &&
  detectPersonalData(value.value) !== undefined;
