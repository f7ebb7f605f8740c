import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { ApiError, badRequest } from '../../errors.ts';
import type { Batch, Handler } from './batch.ts';
import { updateSpreadsheetProperties } from './book.ts';
import { updateBorders } from './borders.ts';
import { appendCells, repeatCell, setDataValidation, updateCells } from './cells.ts';
import { addChart, deleteEmbeddedObject, updateChartSpec, updateEmbeddedObjectPosition } from './charts.ts';
import {
  addConditionalFormatRule,
  deleteConditionalFormatRule,
  updateConditionalFormatRule,
} from './conditions.ts';
import {
  addDimensionGroup,
  appendDimension,
  autoResizeDimensions,
  deleteDimension,
  deleteDimensionGroup,
  insertDimension,
  moveDimension,
  updateDimensionProperties,
} from './dimensions.ts';
import { clearBasicFilter, setBasicFilter } from './filter.ts';
import { mergeCells, unmergeCells } from './merges.ts';
import { createDeveloperMetadata, deleteDeveloperMetadata, updateDeveloperMetadata } from './metadata.ts';
import { addNamedRange, deleteNamedRange, updateNamedRange } from './names.ts';
import { copyPaste, cutPaste } from './paste.ts';
import { addProtectedRange, deleteProtectedRange, updateProtectedRange } from './protection.ts';
import { addSheet, deleteSheet, duplicateSheet, updateSheetProperties } from './tabs.ts';

const handlers = {
  addChart,
  addConditionalFormatRule,
  addDimensionGroup,
  addNamedRange,
  addProtectedRange,
  addSheet,
  appendCells,
  appendDimension,
  autoResizeDimensions,
  clearBasicFilter,
  copyPaste,
  createDeveloperMetadata,
  cutPaste,
  deleteConditionalFormatRule,
  deleteDeveloperMetadata,
  deleteDimension,
  deleteDimensionGroup,
  deleteEmbeddedObject,
  deleteNamedRange,
  deleteProtectedRange,
  deleteSheet,
  duplicateSheet,
  insertDimension,
  mergeCells,
  moveDimension,
  repeatCell,
  setBasicFilter,
  setDataValidation,
  unmergeCells,
  updateBorders,
  updateCells,
  updateChartSpec,
  updateConditionalFormatRule,
  updateDeveloperMetadata,
  updateDimensionProperties,
  updateEmbeddedObjectPosition,
  updateNamedRange,
  updateProtectedRange,
  updateSheetProperties,
  updateSpreadsheetProperties,
} satisfies { [K in keyof sheets_v4.Schema$Request]?: Handler<NonNullable<sheets_v4.Schema$Request[K]>> };

/** The kinds of requests this server imitates. */
export const requestKinds: readonly string[] = Object.keys(handlers);

/** Applies one request; refusals say which one it was, the way Google words it. */
export function applyRequest(batch: Batch, request: sheets_v4.Schema$Request, index: number): object {
  const kinds = Object.keys(request).filter(
    (kind) => request[kind as keyof sheets_v4.Schema$Request] != null,
  );
  const [kind] = kinds;
  if (kinds.length !== 1 || kind === undefined)
    throw badRequest(`Invalid requests[${index}]: exactly one kind of request must be set.`);
  const handler = (handlers as Record<string, Handler<never> | undefined>)[kind];
  if (!handler) throw new ApiError(501, `The test server does not imitate ${kind}.`);
  try {
    const reply = handler(batch, request[kind as keyof sheets_v4.Schema$Request] as never);
    return reply ? { [kind]: reply } : {};
  } catch (error) {
    if (error instanceof ApiError)
      throw new ApiError(error.code, `Invalid requests[${index}].${kind}: ${error.message}`, {
        status: error.status,
      });
    throw error;
  }
}
