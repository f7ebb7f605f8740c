import { districtTexts } from '../../../shared/texts/addon-district.ts';
import { periodText } from '../../../shared/texts/period-text.ts';
import type { DistrictView } from '../../calls/district.ts';
import { element } from '../kit/element.ts';

const { reports: texts } = districtTexts;

/** Who has not filled in which form, by due date. */
export function missingBlock({ organisations, today }: DistrictView): HTMLElement {
  const forms = new Map<string, { title: string; lastDay: string | undefined; names: string[] }>();
  for (const { name, missing } of organisations) {
    for (const { form, period, title, lastDay } of missing) {
      const key = `${lastDay ?? '9999'} ${form} ${period}`;
      const known = forms.get(key) ?? { title: `${title}, ${periodText(period)}`, lastDay, names: [] };
      known.names.push(name);
      forms.set(key, known);
    }
  }
  const sorted = [...forms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, form]) => form);
  return element(
    'details',
    {},
    element('summary', {}, texts.byForm(sorted.length)),
    element(
      'ul',
      {},
      ...sorted.map(({ title, lastDay, names }) =>
        element('li', {}, element('strong', {}, title), ` (${dueOf(lastDay, today)}): ${names.join('; ')}`),
      ),
    ),
  );
}

/** When a form is due, and whether that is past. */
export function dueOf(lastDay: string | undefined, today: string): string {
  if (lastDay === undefined) return texts.noDue;
  return lastDay < today ? `${texts.due(lastDay)}, ${texts.overdue}` : texts.due(lastDay);
}
