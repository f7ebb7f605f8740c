import { formDay } from '../../../shared/catalog/form-day.ts';
import type { Form } from '../../../shared/catalog/types.ts';
import type { FormField } from '../../../shared/form-view/fields.ts';
import type { Period } from '../../../shared/period/period.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { dayText } from '../../../shared/texts/day-text.ts';
import { entryWords } from '../../../shared/texts/entry-words.ts';
import { element } from '../kit/element.ts';
import { button, heading, showScreen } from '../kit/screen.ts';

export interface PeriodOptions {
  readonly form: Form;
  /** Whose form it is, where several organisations are filled in. */
  readonly subtitle?: string;
  readonly periods: readonly Period[];
  readonly fields: readonly FormField[];
  readonly hasDraft: (period: Period) => boolean;
  readonly choose: (period: Period) => void;
  readonly back: { readonly title: string; readonly go: () => void };
}

/** Which period a form is filled in for, where it asks for several. */
export function showPeriods(options: PeriodOptions): void {
  const { form, subtitle, periods, fields, hasDraft, choose, back } = options;
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
      subtitle === undefined ? undefined : element('p', { class: 'subtitle' }, subtitle),
      element('h2', {}, texts.title),
      element('ul', { class: 'cards' }, ...cards),
      element('div', { class: 'actions' }, button(back.title, back.go)),
    ],
    { back: back.go },
  );
}
