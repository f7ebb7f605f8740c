import { formDay } from '../catalog/form-day.ts';
import type { Catalog } from '../catalog/types.ts';
import { WorkingCalendar } from '../period/working-calendar.ts';
import type { OwedForm } from './owed.ts';

/** By period: the last day on which a form is in time, as the calendar of forms of the region has it (domain §4). */
export function lastDaysOf(
  { calendar }: Pick<Catalog, 'calendar'>,
  { form, periods }: Pick<OwedForm, 'form' | 'periods'>,
  region: string,
): Record<string, string> {
  const working = new WorkingCalendar(calendar, region);
  const found: Record<string, string> = {};
  for (const period of periods) {
    const due = formDay(form.due, period);
    if (due !== undefined) found[period.key] = working.onOrAfter(due).day;
  }
  return found;
}
