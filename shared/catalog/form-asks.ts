import { type Period, periodsOfSchoolYear } from '../period/period.ts';
import type { Form } from './types.ts';

/** Stands in the list of `due` for a period in which the form asks nothing. */
const nothing = /(?:^|\s)-(?:\s|$)/;

/**
 * Whether a form asks anything in a period. A `-` in the list of its deadlines (one per period of the school year)
 * says no: monthly attendance is owed from September to June, textbooks in the first and the last school quarter
 * (domain §4: monthly duties owe nothing in July and August).
 */
export function formAsks(form: Pick<Form, 'frequency' | 'due'> | undefined, period: Period): boolean {
  if (form === undefined || form.frequency !== period.frequency || !nothing.test(form.due)) return true;
  const parts = form.due.split(/\s+/).filter((part) => part !== '');
  const periods = periodsOfSchoolYear(period.frequency, period.schoolYear);
  return parts.length !== periods.length || parts[periods.findIndex(({ key }) => key === period.key)] !== '-';
}
