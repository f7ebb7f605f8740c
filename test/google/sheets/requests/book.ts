import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { badRequest } from '../../errors.ts';
import { applyMask, parseMask } from '../../mask.ts';
import { type Handler, requireFields } from './batch.ts';

export const updateSpreadsheetProperties: Handler<sheets_v4.Schema$UpdateSpreadsheetPropertiesRequest> = (
  batch,
  request,
) => {
  const mask = parseMask(requireFields(request.fields));
  const next = applyMask(batch.book.properties, request.properties, mask);
  if (next.locale && !/^[a-z]{2,3}(_[A-Z]{2})?$/.test(next.locale))
    throw badRequest(`Unsupported locale: ${next.locale}`);
  batch.book.properties = next;
  return undefined;
};
