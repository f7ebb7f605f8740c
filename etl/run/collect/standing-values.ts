import type { Catalog } from '../../../shared/catalog/types.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { underPresentNames } from '../../../shared/observation/present-names.ts';
import type { SourceContent, Store, StoredSource } from '../../store/store.ts';
import { type Standing, withholdClosed } from '../closed-years.ts';
import { recordsOnce, withholdClosedRecords } from '../withhold-records.ts';

/**
 * What the store held before this run's sources: read at the first need, and once however many sources ask. Places name
 * paths, so after a move everything is read again.
 */
export class StandingValues {
  readonly #store: Store;
  readonly #catalog: Catalog;
  readonly #closedYears: ReadonlySet<string>;
  #values: Standing;
  #records: ReturnType<typeof recordsOnce>;

  constructor(store: Store, catalog: Catalog, closedYears: ReadonlySet<string>) {
    this.#store = store;
    this.#catalog = catalog;
    this.#closedYears = closedYears;
    this.#values = onceRead(store, catalog);
    this.#records = recordsOnce(store);
  }

  /** To be called when a source was moved. */
  forget(): void {
    this.#values = onceRead(this.#store, this.#catalog);
    this.#records = recordsOnce(this.#store);
  }

  /** The content without what would change a closed school year. */
  async withhold(content: SourceContent, known: StoredSource | undefined): Promise<SourceContent> {
    const open = await withholdClosed(content, known, this.#values, this.#closedYears);
    return withholdClosedRecords(open, known, this.#records, this.#closedYears);
  }
}

/** By source, under the elements' present names. */
function onceRead(store: Store, catalog: Catalog): Standing {
  let reading: Promise<ReadonlyMap<number, readonly Observation[]>> | undefined;
  return () => {
    reading ??= store.observations().then((all) => {
      const renamed = underPresentNames<Observation>(catalog);
      return new Map(all.map((s) => [s.sourceId, renamed(s.observations)]));
    });
    return reading;
  };
}
