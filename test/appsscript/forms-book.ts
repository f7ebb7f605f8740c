import { loadCatalog } from '../../etl/catalog/load.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import { organisation, register } from '../fixtures/small-register.ts';
import { bookOfPlan } from './fakes/book-of-plan.ts';
import { openRealm, type RealmOptions } from './realm.ts';

/** The workbook of a school by the built-in catalogue, in a realm. */
export async function formsRealm(options: RealmOptions = {}) {
  const catalog = await loadCatalog({});
  const units = register([organisation('s1', { name: 'Школа № 1' })]);
  const plan = templatePlan({
    catalog,
    register: units,
    unit: { level: 'organisation', organisation: units.organisations[0]! },
    schoolYear: '2024/25',
    workspace: 'r1/d1',
    catalogVersion: '1',
  });
  const book = bookOfPlan(plan);
  return { realm: await openRealm(book, options), book, catalog };
}
