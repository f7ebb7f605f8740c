import { choicesOf } from '../../catalog/choices.ts';
import type { RecordField } from '../../catalog/types.ts';
import type { PlanSheet } from '../../plan/plan.ts';
import { sheetName } from '../../template/sheet-name.ts';
import type { SummaryInput } from '../input.ts';
import { coursesSheet } from './courses-sheet.ts';
import type { TabContext } from './head.ts';
import { recordTableSheet } from './record-table-sheet.ts';
import { recordsIndexSheet } from './records-index-sheet.ts';
import { surveysSheet } from './surveys-sheet.ts';

/**
 * «Опросы и НОК», «Заявка на курсы», «Реестры» with a tab for every register that has rows. `taken`: names of the other
 * tabs. Nothing where the catalogue has no registers.
 */
export function recordSheets(
  context: TabContext,
  input: SummaryInput,
  taken: readonly string[],
): { readonly main: readonly PlanSheet[]; readonly tables: readonly PlanSheet[] } {
  const { records: tables } = context.model;
  if (tables.length === 0) return { main: [], tables: [] };
  const surveys = surveysSheet(context);
  const courses = coursesSheet(context);
  const used = new Set([...taken, surveys.name, courses.name].map((name) => name.toLowerCase()));
  const names = new Map(input.register.organisations.map((o) => [o.code, o.name]));
  const lists = new Map<string, ReadonlyMap<string, string>>();
  const titles = (field: RecordField): ReadonlyMap<string, string> => {
    const known =
      lists.get(field.list) ??
      new Map(choicesOf(input.catalog, field).map(({ code, title }) => [code, title]));
    lists.set(field.list, known);
    return known;
  };
  const words = {
    shown: (field: RecordField, value: string) =>
      (field.type === 'organisation' ? names : titles(field)).get(value) ?? value,
    inbox: input.links.inbox,
  };
  const tabs = new Map<string, string>();
  const sheets: PlanSheet[] = [];
  for (const table of tables) {
    if (table.rows.length === 0) continue;
    const name = sheetName(table.kind.tab || table.kind.title, used);
    tabs.set(table.kind.code, name);
    sheets.push(recordTableSheet(context, name, table, words));
  }
  return { main: [surveys, courses, recordsIndexSheet(context, tables, tabs)], tables: sheets };
}
