import type { DataElement } from '../../../shared/catalog/types.ts';
import { type FormField, fieldsAt } from '../../../shared/form-view/fields.ts';
import type { FormRules } from '../../../shared/form-view/form-rules.ts';
import type { AnsweredField } from '../../../shared/form-view/remarks.ts';
import { sameScalar } from '../../../shared/form-view/same-scalar.ts';
import { shownText } from '../../../shared/form-view/shown-text.ts';
import { parseCell } from '../../../shared/parse/scalar-to-value.ts';
import type { RelatedAsk, RelatedTab } from '../../calls/form.ts';
import { server } from '../kit/server.ts';
import type { FormsBook } from './book.ts';

/** What other forms hold that the checks of this form look at. Read in the background, once the form is shown. */
export class RelatedAnswers {
  /** Read last; empty until an answer has come. */
  answers: readonly AnsweredField[] = [];
  /** `none`: no check of this form looks at another one. */
  state: 'none' | 'reading' | 'known' | 'failed';
  private readonly book: FormsBook;
  private readonly rules: FormRules;
  private readonly organisation: string | undefined;
  private listener: () => void = () => undefined;
  private round = 0;

  /** `organisation`: whose they are, where the workbook is filled for several. */
  constructor(book: FormsBook, rules: FormRules, organisation?: string) {
    this.organisation = organisation;
    this.book = book;
    this.rules = rules;
    this.state = rules.others.length === 0 ? 'none' : 'reading';
  }

  /** Whom to tell that an answer has come or could not be had; the screen that was shown last. */
  listen(listener: () => void): void {
    this.listener = listener;
  }

  /** Reads them (again); what was known stays until then. */
  async read(): Promise<void> {
    if (this.state === 'none') return;
    const round = ++this.round;
    this.state = 'reading';
    let tabs: readonly RelatedTab[] | undefined;
    try {
      tabs = await server('relatedCells', this.ask());
    } catch {}
    // an older answer that comes late says less than the newer one
    if (round !== this.round) return;
    if (tabs) this.take(tabs);
    this.state = tabs ? 'known' : 'failed';
    this.listener();
  }

  private ask(): RelatedAsk {
    const byForm = new Map<string, DataElement[]>();
    for (const element of this.rules.others) {
      const list = byForm.get(element.form);
      if (list) list.push(element);
      else byForm.set(element.form, [element]);
    }
    const forms = [...byForm].map(([form, elements]) => ({
      tab: this.book.tabs.get(`form/${form}`),
      formats: elements.some(mayBePercent),
    }));
    const lost = forms.filter(({ tab }) => tab === undefined);
    return {
      tabs: forms.flatMap(({ tab, formats }) => (tab === undefined ? [] : [{ tab, formats }])),
      elements: this.rules.others.flatMap(({ code, aliases }) => [code, ...aliases]),
      ...(this.organisation !== undefined && { organisation: this.organisation }),
      ...(lost.length > 0 && { others: { formats: lost.some(({ formats }) => formats) } }),
    };
  }

  private take(tabs: readonly RelatedTab[]): void {
    const found = new Map<string, AnsweredField>();
    const double = new Set<string>();
    for (const { tab: id, name, cells } of tabs) {
      for (const field of fieldsAt(cells, this.book.catalog)) {
        const known = found.get(field.id);
        if (known && !sameScalar(known.field.scalar, field.scalar)) double.add(field.id);
        else if (!known) found.set(field.id, answeredAt(field, { id, name }));
        if (field.element.form !== this.rules.form) this.book.tabs.set(`form/${field.element.form}`, id);
      }
    }
    // of two different values nobody's counts
    this.answers = [...found.values()].filter(({ field }) => !double.has(field.id));
  }
}

const mayBePercent = ({ type, unit }: DataElement): boolean =>
  unit.trim() === '%' || (type !== 'integer' && type !== 'yes_no');

const answeredAt = (field: FormField, tab: { id: number; name: string }): AnsweredField => ({
  field,
  tab,
  parsed: parseCell(field.scalar, field.element),
  text: shownText(field.scalar, field.element),
});
