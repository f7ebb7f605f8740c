import type { CatalogFaultCode } from '../texts/catalog.ts';

/** What is wrong with a catalogue, and where. The Russian text is made by `catalogFaultText`. */
export interface CatalogFault {
  readonly file: string;
  /** 1 = the header. */
  readonly line: number;
  readonly code: CatalogFaultCode;
  /** Column concerned, where there is one. */
  readonly column?: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Where faults are gathered: every check adds its own, nothing stops at the first. */
export type FaultList = CatalogFault[];
