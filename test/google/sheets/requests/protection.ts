import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { badRequest } from '../../errors.ts';
import { applyMask, parseMask } from '../../mask.ts';
import type { Tab } from '../model.ts';
import { type Batch, freshId, type Handler, mayEditProtected, requireFields, tabOf } from './batch.ts';
import { withoutNulls } from './tabs.ts';

export const addProtectedRange: Handler<sheets_v4.Schema$AddProtectedRangeRequest> = (batch, request) => {
  const wanted = withoutNulls(request.protectedRange ?? {});
  const id = wanted.protectedRangeId ?? freshId(batch);
  if (find(batch, id)) throw badRequest(`Protected range with id ${id} already exists.`);
  const tab = tabOf(batch, homeOf(batch, wanted));
  const item = settled(batch, { ...wanted, protectedRangeId: id }, undefined);
  tab.protectedRanges.push(item);
  return { protectedRange: item };
};

export const updateProtectedRange: Handler<sheets_v4.Schema$UpdateProtectedRangeRequest> = (
  batch,
  request,
) => {
  const wanted = request.protectedRange ?? {};
  const mask = parseMask(requireFields(request.fields));
  const found = find(batch, wanted.protectedRangeId);
  if (!found) throw badRequest(`No protected range with id: ${wanted.protectedRangeId}`);
  requireEditor(batch, found.item);
  const next = applyMask(found.item, { ...wanted }, mask);
  const home = tabOf(batch, homeOf(batch, next));
  found.tab.protectedRanges = found.tab.protectedRanges.filter((item) => item !== found.item);
  home.protectedRanges.push(settled(batch, next, 'editors' in mask || '*' in mask ? undefined : found.item));
  return undefined;
};

export const deleteProtectedRange: Handler<sheets_v4.Schema$DeleteProtectedRangeRequest> = (
  batch,
  request,
) => {
  const found = find(batch, request.protectedRangeId);
  if (!found) throw badRequest(`No protected range with id: ${request.protectedRangeId}`);
  requireEditor(batch, found.item);
  found.tab.protectedRanges = found.tab.protectedRanges.filter((item) => item !== found.item);
  return undefined;
};

/** A protection that names nobody lets every editor of the file in (as the office's own dialogue starts). */
function settled(
  batch: Batch,
  item: sheets_v4.Schema$ProtectedRange,
  old: sheets_v4.Schema$ProtectedRange | undefined,
): sheets_v4.Schema$ProtectedRange {
  const { requestingUserCanEdit: _, ...rest } = item;
  if (rest.unprotectedRanges?.length && isBounded(rest.range))
    throw badRequest('Unprotected ranges are only supported on protected sheets.');
  if (rest.warningOnly) return { ...rest, editors: undefined };
  if (old) return rest;
  const editors = rest.editors ?? { users: batch.editors() };
  // «You can't remove yourself as an editor.»: seen live by others on protections whose editors lack the caller
  if (!mayEditProtected(batch, { editors })) throw badRequest("You can't remove yourself as an editor.");
  return { ...rest, editors };
}

const isBounded = (range: sheets_v4.Schema$GridRange | undefined): boolean =>
  [range?.startRowIndex, range?.endRowIndex, range?.startColumnIndex, range?.endColumnIndex].some(
    (bound) => bound !== undefined && bound !== null,
  );

function requireEditor(batch: Batch, item: sheets_v4.Schema$ProtectedRange): void {
  if (!mayEditProtected(batch, item))
    throw badRequest(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
}

function homeOf(batch: Batch, item: sheets_v4.Schema$ProtectedRange): number {
  if (item.range) return item.range.sheetId ?? 0;
  const named = batch.book.namedRanges.find(({ namedRangeId }) => namedRangeId === item.namedRangeId);
  if (!named) throw badRequest('A protected range needs a range or the id of a named range.');
  item.range = named.range;
  return named.range?.sheetId ?? 0;
}

function find(
  batch: Batch,
  id: number | null | undefined,
): { tab: Tab; item: sheets_v4.Schema$ProtectedRange } | undefined {
  for (const tab of batch.book.tabs)
    for (const item of tab.protectedRanges) if (item.protectedRangeId === (id ?? 0)) return { tab, item };
  return undefined;
}
