import type { Catalog, Form } from '../catalog/types.ts';
import type { Issue } from '../issue/issue.ts';
import { type Day, parsePeriod } from '../period/period.ts';
import { duePeriods } from '../summary/due-periods.ts';

/**
 * Tells whether an obligatory value that is missing may be claimed on a day: its period has begun and its deadline, if
 * there is one, is past. A school is not told in October that June is not filled in.
 */
export function createClaim(
  catalog: Catalog,
  formOf: (element: string) => Form | undefined,
  today: Day,
): (issue: Issue) => boolean {
  const due = new Map<string, ReadonlySet<string>>();
  const dueOf = (form: Form, schoolYear: string): ReadonlySet<string> => {
    const key = `${form.code}\n${schoolYear}`;
    let periods = due.get(key);
    if (!periods) {
      const nobody = { byUnit: () => false, byAnyone: () => false };
      periods = new Set(duePeriods(form, schoolYear, today, nobody).due.map((p) => p.key));
      due.set(key, periods);
    }
    return periods;
  };
  return ({ code, element, period }) => {
    if (code !== 'cell.required') return true;
    const form = formOf(element ?? '');
    const schoolYear = parsePeriod(period ?? '')?.schoolYear;
    if (!form || !catalog.forms.has(form.code) || schoolYear === undefined) return true;
    return dueOf(form, schoolYear).has(period ?? '');
  };
}

/** Issues that are one remark: a single one, or all obligatory cells of one tab that are empty. */
export function grouped(issues: readonly Issue[]): (readonly [Issue, ...Issue[]])[] {
  const groups: [Issue, ...Issue[]][] = [];
  const ofTab = new Map<string, [Issue, ...Issue[]]>();
  for (const issue of issues) {
    const { file, tab } = issue.place;
    const key = `${file}\n${tab ?? ''}`;
    const open = issue.code === 'cell.required' && tab !== undefined ? ofTab.get(key) : undefined;
    if (open) {
      open.push(issue);
      continue;
    }
    const group: [Issue, ...Issue[]] = [issue];
    groups.push(group);
    if (issue.code === 'cell.required') ofTab.set(key, group);
  }
  return groups;
}
