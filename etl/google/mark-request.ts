import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

/** Writes the mark of a tab: over the one of id `there`, else as a new one (`make`: its key, and its id where we choose it). */
export function markRequest(
  sheetId: number,
  metadataValue: string,
  there: number | undefined,
  make: { readonly metadataKey: string; readonly metadataId?: number },
): sheets_v4.Schema$Request {
  if (there !== undefined) {
    return {
      updateDeveloperMetadata: {
        dataFilters: [{ developerMetadataLookup: { metadataId: there } }],
        developerMetadata: { metadataValue },
        fields: 'metadataValue',
      },
    };
  }
  return {
    createDeveloperMetadata: {
      developerMetadata: { ...make, metadataValue, location: { sheetId }, visibility: 'DOCUMENT' },
    },
  };
}
