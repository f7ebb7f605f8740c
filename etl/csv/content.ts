import type { SourceContent } from '../store/store.ts';

/** A SourceContent that says nothing yet. */
export const emptyContent = (kind: SourceContent['kind']): SourceContent => ({
  kind,
  observations: [],
  results: [],
  markers: [],
  registerRows: [],
  records: [],
  issues: [],
});
