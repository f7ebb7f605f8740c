import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { badRequest } from '../../errors.ts';
import { applyMask, parseMask } from '../../mask.ts';
import { type Batch, freshId, type Handler, requireFields, tabOf, wholeArea } from './batch.ts';

type Metadata = sheets_v4.Schema$DeveloperMetadata;

export const createDeveloperMetadata: Handler<sheets_v4.Schema$CreateDeveloperMetadataRequest> = (
  batch,
  request,
) => {
  const wanted = request.developerMetadata ?? {};
  const metadataId = wanted.metadataId ?? freshId(batch);
  if (metadataId <= 0) throw badRequest('Developer metadata ids must be positive.');
  if (batch.book.metadata.some((item) => item.metadataId === metadataId))
    throw badRequest(`Developer metadata with id ${metadataId} already exists.`);
  if (!wanted.metadataKey) throw badRequest('Developer metadata must have a key specified.');
  if (!wanted.visibility) throw badRequest('Developer metadata must have a visibility specified.');
  const developerMetadata = { ...wanted, metadataId, location: located(batch, wanted.location) };
  batch.book.metadata.push(developerMetadata);
  return { developerMetadata };
};

export const updateDeveloperMetadata: Handler<sheets_v4.Schema$UpdateDeveloperMetadataRequest> = (
  batch,
  request,
) => {
  const mask = parseMask(requireFields(request.fields));
  const hits = matching(batch, request.dataFilters ?? []);
  if (hits.length === 0) throw badRequest('No developer metadata matches the data filters.');
  const developerMetadata = hits.map((old) => {
    const next = applyMask(old, request.developerMetadata, mask);
    next.metadataId = old.metadataId;
    next.location = located(batch, next.location);
    batch.book.metadata[batch.book.metadata.indexOf(old)] = next;
    return next;
  });
  return { developerMetadata };
};

export const deleteDeveloperMetadata: Handler<sheets_v4.Schema$DeleteDeveloperMetadataRequest> = (
  batch,
  request,
) => {
  const hits = matching(batch, request.dataFilter ? [request.dataFilter] : []);
  if (hits.length === 0) throw badRequest('No developer metadata matches the data filter.');
  batch.book.metadata = batch.book.metadata.filter((item) => !hits.includes(item));
  return { deletedDeveloperMetadata: hits };
};

/** Only the lookup by id, key, value, visibility and place is imitated, not filters by range. */
export function matching(batch: Pick<Batch, 'book'>, filters: sheets_v4.Schema$DataFilter[]): Metadata[] {
  return batch.book.metadata.filter((item) =>
    filters.some(({ developerMetadataLookup: lookup }) => {
      if (!lookup) throw badRequest('The test server imitates developerMetadataLookup only.');
      const { location = {} } = item;
      return (
        (lookup.metadataId == null || lookup.metadataId === item.metadataId) &&
        (lookup.metadataKey == null || lookup.metadataKey === item.metadataKey) &&
        (lookup.metadataValue == null || lookup.metadataValue === item.metadataValue) &&
        (lookup.visibility == null || lookup.visibility === item.visibility) &&
        (lookup.locationType == null || lookup.locationType === location.locationType) &&
        (lookup.metadataLocation?.sheetId == null ||
          lookup.metadataLocation.sheetId === (location.sheetId ?? location.dimensionRange?.sheetId))
      );
    }),
  );
}

function located(
  batch: Batch,
  location: sheets_v4.Schema$DeveloperMetadataLocation | undefined,
): sheets_v4.Schema$DeveloperMetadataLocation {
  if (location?.spreadsheet) return { locationType: 'SPREADSHEET', spreadsheet: true };
  if (location?.dimensionRange) {
    const { dimensionRange } = location;
    const tab = tabOf(batch, dimensionRange.sheetId);
    const start = dimensionRange.startIndex ?? 0;
    const end = dimensionRange.endIndex ?? 0;
    if (end - start !== 1)
      throw badRequest('Developer metadata may only be associated with a single row or column.');
    const rows = dimensionRange.dimension === 'ROWS';
    if (end > wholeArea(tab)[rows ? 'endRow' : 'endColumn'])
      throw badRequest('The location of the developer metadata is outside of the grid.');
    return {
      locationType: rows ? 'ROW' : 'COLUMN',
      dimensionRange: {
        ...dimensionRange,
        sheetId: tab.properties.sheetId,
        startIndex: start,
        endIndex: end,
      },
    };
  }
  if (location?.sheetId !== undefined && location.sheetId !== null) {
    const { sheetId } = tabOf(batch, location.sheetId).properties;
    return { locationType: 'SHEET', sheetId };
  }
  throw badRequest('Developer metadata must have a location specified.');
}
