import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { areaOf, rangeOf } from '../cells.ts';
import { type Handler, tabOf } from './batch.ts';

export const setBasicFilter: Handler<sheets_v4.Schema$SetBasicFilterRequest> = (batch, request) => {
  const tab = tabOf(batch, request.filter?.range?.sheetId);
  const range = rangeOf(tab, areaOf(tab, request.filter?.range ?? {}));
  tab.basicFilter = { ...structuredClone(request.filter), range };
  return undefined;
};

export const clearBasicFilter: Handler<sheets_v4.Schema$ClearBasicFilterRequest> = (batch, request) => {
  tabOf(batch, request.sheetId).basicFilter = undefined;
  return undefined;
};
