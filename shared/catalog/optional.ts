import type { DataElement } from './types.ts';

/**
 * True for a value of a breakdown that need not be filled in: no school writes every subject in every grade, so it
 * counts once it is given and is never missing.
 */
export const isOptional = ({ required, dims }: Pick<DataElement, 'required' | 'dims'>): boolean =>
  !required && dims.length > 0;
