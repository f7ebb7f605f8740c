import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { badRequest } from '../../errors.ts';
import { applyMask, parseMask } from '../../mask.ts';
import { parseA1 } from '../a1.ts';
import { type Batch, freshId, type Handler, requireFields, tabOf } from './batch.ts';
import { withoutNulls } from './tabs.ts';

export const addNamedRange: Handler<sheets_v4.Schema$AddNamedRangeRequest> = (batch, request) => {
  const wanted = withoutNulls(request.namedRange ?? {});
  const namedRangeId = wanted.namedRangeId ?? `named.${freshId(batch)}`;
  if (batch.book.namedRanges.some((item) => item.namedRangeId === namedRangeId))
    throw badRequest(`A named range with id ${namedRangeId} already exists.`);
  requireName(batch, wanted.name);
  tabOf(batch, wanted.range?.sheetId);
  const namedRange = { ...wanted, namedRangeId };
  batch.book.namedRanges.push(namedRange);
  return { namedRange };
};

export const updateNamedRange: Handler<sheets_v4.Schema$UpdateNamedRangeRequest> = (batch, request) => {
  const mask = parseMask(requireFields(request.fields));
  const at = indexOf(batch, request.namedRange?.namedRangeId);
  const old = batch.book.namedRanges[at]!;
  const next = applyMask(old, request.namedRange, mask);
  if (next.name !== old.name) requireName(batch, next.name);
  tabOf(batch, next.range?.sheetId);
  batch.book.namedRanges[at] = next;
  return undefined;
};

export const deleteNamedRange: Handler<sheets_v4.Schema$DeleteNamedRangeRequest> = (batch, request) => {
  batch.book.namedRanges.splice(indexOf(batch, request.namedRangeId), 1);
  return undefined;
};

function indexOf(batch: Batch, id: string | null | undefined): number {
  const at = batch.book.namedRanges.findIndex((item) => item.namedRangeId === id);
  if (at < 0) throw badRequest(`No named range with id: ${id}`);
  return at;
}

/** Letters, digits and underscores, 1–250 of them, no digit first, not like A1 or R1C1, unlike every other name. */
function requireName(batch: Batch, name: string | null | undefined): void {
  const bad =
    !name ||
    name.length > 250 ||
    !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ||
    /^(true|false)$/i.test(name) ||
    /^r\d+c\d+$/i.test(name) ||
    parseA1(name, () => false)?.single;
  if (bad) throw badRequest(`The name you provided is invalid: ${name}`);
  if (batch.book.namedRanges.some((item) => item.name?.toLowerCase() === name.toLowerCase()))
    throw badRequest(
      `Cannot add named range with name ${name}, a named range with that name already exists.`,
    );
}
