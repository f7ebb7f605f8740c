import { concreteCodes } from '../../../shared/catalog/concrete.ts';
import type { Form } from '../../../shared/catalog/types.ts';
import { nextDue } from '../../../shared/form-view/due.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { dayText } from '../../../shared/texts/day-text.ts';
import { progressCard } from '../editing/progress-card.ts';
import { element } from '../kit/element.ts';
import { heading, showScreen } from '../kit/screen.ts';
import { today } from '../kit/today.ts';
import type { FormsBook } from './book.ts';
import { hasDraft } from './drafts.ts';

const texts = addonFormTexts.list;

/** The forms of the workbook, those with something to fill in first. */
export function showList(book: FormsBook, open: (form: Form) => void): void {
  const forms = [...book.catalog.forms.values()].sort((a, b) => a.order - b.order);
  if (forms.length === 0) {
    showScreen([heading(texts.title), element('p', {}, texts.nothing)]);
    return;
  }
  const rows = forms.map((form) => ({ form, ...progressOf(book, form) }));
  const isDone = ({ filled, total }: (typeof rows)[number]): boolean => filled >= total;
  showScreen([
    heading(texts.title),
    ...[
      { title: texts.open, rows: rows.filter((row) => !isDone(row)) },
      { title: texts.done, rows: rows.filter(isDone) },
    ].flatMap((group) =>
      group.rows.length === 0
        ? []
        : [
            element('h2', {}, group.title),
            element(
              'ul',
              { class: 'cards' },
              ...group.rows.map((row) =>
                element(
                  'li',
                  {},
                  card(book, row, () => open(row.form)),
                ),
              ),
            ),
          ],
    ),
  ]);
}

interface Progress {
  readonly filled: number;
  readonly total: number;
}

function progressOf(book: FormsBook, form: Form): Progress {
  const filled = book.filled.get(form.code) ?? 0;
  const counted = book.cells.get(form.code);
  if (counted !== undefined) return { filled, total: counted };
  const elements = [...book.catalog.elements.values()].filter((one) => one.form === form.code);
  const cells = elements.reduce((sum, one) => sum + concreteCodes(book.catalog, one).length, 0);
  return { filled, total: cells * book.periods(form).length };
}

function card(book: FormsBook, row: Progress & { readonly form: Form }, open: () => void): HTMLElement {
  const { form, filled, total } = row;
  const due = nextDue(form, book.periods(form), today());
  const words = due ? dueWords(due, filled < total) : form.due === '' ? '' : texts.due(form.due);
  return progressCard({
    name: form.title,
    filled,
    total,
    facts: words === '' ? [] : [words],
    hasDraft: hasDraft(book, form),
    open,
  });
}

function dueWords(due: NonNullable<ReturnType<typeof nextDue>>, isOpen: boolean): string {
  const day = dayText(due.day);
  const words = due.isNext && !due.isPast ? texts.nextDue(day) : texts.due(day);
  return due.isPast && isOpen ? `${words}, ${texts.overdue}` : words;
}
