import type { CatalogFault } from '../../shared/catalog/fault.ts';
import { catalogFaultLine, catalogTexts } from '../../shared/texts/catalog.ts';

/** The catalogue has faults and cannot be used. `faults` holds all of them, the message lists them in Russian. */
export class CatalogError extends Error {
  override readonly name = 'CatalogError';
  readonly faults: readonly CatalogFault[];

  constructor(faults: readonly CatalogFault[]) {
    super(catalogTexts.failed(faults.length, faults.map(catalogFaultLine)));
    this.faults = faults;
  }
}
