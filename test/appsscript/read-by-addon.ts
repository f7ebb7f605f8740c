import { type Snapshot, unpackTab } from '../../appsscript/calls/review.ts';
import type { SheetData } from '../../shared/parse/workbook.ts';
import type { Realm } from './realm.ts';

/** All tabs of a workbook as the add-on reads them for a page. */
export const readByAddon = (realm: Realm): SheetData[] =>
  (realm.call('snapshot') as Snapshot).tabs.map(unpackTab);
