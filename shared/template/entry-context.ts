import type { Catalog } from '../catalog/types.ts';
import type { Calculation } from './calculation.ts';
import type { CheckFlag } from './check-flags.ts';
import type { Fill, PreviousValues } from './fill.ts';

/** What an entry tab needs of its workbook. */
export interface EntryContext {
  readonly catalog: Catalog;
  readonly schoolYear: string;
  readonly unitName: string;
  readonly flags: readonly CheckFlag[];
  readonly calculation: Calculation;
  readonly previous?: PreviousValues;
  readonly fill?: Fill;
  /** Name of the title tab, to go back to. */
  readonly titleTab: string;
}
