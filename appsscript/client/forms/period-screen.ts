import { formDay } from '../../../shared/catalog/form-day.ts';
import type { Form } from '../../../shared/catalog/types.ts';
import type { FormField } from '../../../shared/form-view/fields.ts';
import type { Period } from '../../../shared/period/period.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { entryWords } from '../../../shared/texts/entry-words.ts';
import { dayText } from '../../../shared/texts/summary.ts';
import { element } from '../kit/element.ts';
import { button, heading, showScreen } from '../kit/screen.ts';

export interface PeriodOptions {
  readonly form: Form;
  readonly periods: readonly Period[];
  readonly fields: readonly FormField[];
  readonly hasDraft: (period: Period) => boolean;
  readonly choose: (period: Period) => void;
  readonly back: () => void;
}

/** Which period a form is filled in for, where it asks for several. */
export function showPeriods({ form, periods, fields, hasDraft, choose, back }: PeriodOptions): void {
  const { list, period: texts } = addonFormTexts;
  const cards = periods.map((period) => {
    const own = fields.filter((field) => field.period === period.key);
    const filled = own.filter(({ scalar }) => scalar.type !== 'empty').length;
    const [due, asOf] = [form.due, form.asOf].map((text) => formDay(text, period));
    return element(
      'li',
      {},
      element(
        'button',
        { type: 'button', class: 'card', onclick: () => choose(period) },
        element('span', { class: 'name' }, entryWords.periodTitle(period)),
        element('span', { class: 'facts' }, list.filled(filled, own.length)),
        asOf && element('span', { class: 'facts' }, texts.asOf(dayText(asOf))),
        due && element('span', { class: 'facts' }, list.due(dayText(due))),
        hasDraft(period) ? element('span', { class: 'facts draft' }, list.draft) : undefined,
      ),
    );
  });
  showScreen(
    [
      heading(form.title),
      element('h2', {}, texts.title),
      element('ul', { class: 'cards' }, ...cards),
      element('div', { class: 'actions' }, button(addonFormTexts.toList, back)),
    ],
    { back },
  );
}
