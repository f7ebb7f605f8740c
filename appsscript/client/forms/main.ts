import type { Form } from '../../../shared/catalog/types.ts';
import { nextOpen } from '../../../shared/form-view/organisations.ts';
import type { Period } from '../../../shared/period/period.ts';
import { addonFormTexts as texts } from '../../../shared/texts/addon-forms.ts';
import { addonRosterTexts as rosterTexts } from '../../../shared/texts/addon-roster.ts';
import { hasKept } from '../editing/draft.ts';
import { showOrganisations } from '../editing/organisation-screen.ts';
import { element } from '../kit/element.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { waiting } from '../kit/waiting.ts';
import { askFormBook } from './ask-form-book.ts';
import { type FormsBook, formsBook } from './book.ts';
import { hasDraft } from './drafts.ts';
import { fillForm, type Onward } from './fill-form.ts';
import { showList } from './list-screen.ts';
import { type OpenedForm, openForm } from './open-form.ts';
import { showPeriods } from './period-screen.ts';
import { draftKeyOf, ownerOf, type Task } from './task.ts';

function start(): void {
  void waiting(askFormBook, (answer) => {
    const book = formsBook(answer);
    if (book) toList(book);
    else showScreen([heading(texts.list.title), element('p', {}, texts.list.notWorkbook)]);
  });
}

const toList = (book: FormsBook): void => showList(book, (form) => open(book, form));

/** Reads a form's tab and goes on with it. */
function open(book: FormsBook, form: Form, next = chooseUnit): void {
  void waiting(
    () => openForm(book, form),
    (opened) => {
      if (opened) next(book, form, opened);
      else
        showScreen(
          [
            heading(form.title),
            element('p', {}, texts.list.missing),
            element(
              'div',
              { class: 'actions' },
              button(texts.toList, () => toList(book)),
            ),
          ],
          { back: () => toList(book) },
        );
    },
  );
}

function chooseUnit(book: FormsBook, form: Form, opened: OpenedForm): void {
  const { organisations } = opened;
  if (organisations.length === 0) {
    choosePeriod({ book, form, opened }, () => toList(book));
    return;
  }
  const back = (): void => chooseUnit(book, form, opened);
  showOrganisations({
    title: form.title,
    rows: organisations.map((organisation) => ({
      code: organisation.code,
      name: organisation.name,
      filled: organisation.fields.filter(({ scalar }) => scalar.type !== 'empty').length,
      total: organisation.fields.length,
      hasDraft: hasDraft(book, form, organisation.code),
      organisation,
    })),
    choose: ({ organisation }) => choosePeriod({ book, form, opened, organisation }, back),
    // forms are counted anew
    back: { title: texts.toList, go: start },
  });
}

function choosePeriod(task: Task, up: () => void): void {
  const { book, form, organisation } = task;
  const { fields } = ownerOf(task);
  const asked = book.periods(form).filter(({ key }) => fields.some(({ period }) => period === key));
  const [only, ...more] = asked;
  if (only && more.length === 0) {
    fillIn(task, only, up);
    return;
  }
  const back = (): void => choosePeriod(task, up);
  showPeriods({
    form,
    ...(organisation && { subtitle: organisation.name }),
    periods: asked,
    fields,
    hasDraft: (period) => hasKept(draftKeyOf(task, period)),
    choose: (period) => fillIn(task, period, back),
    back: { title: organisation ? rosterTexts.toList : texts.toList, go: up },
  });
}

const fillIn = (task: Task, period: Period, back: () => void): void =>
  fillForm({ task, period, back, onward: () => onward(task, period) });

/** Where to go from a saved form; lists count anew what the workbook holds. */
function onward(task: Task, period: Period): Onward {
  const { book, form, opened, organisation } = task;
  if (!organisation) return { toList: { title: texts.toList, go: start } };
  const toList = { title: rosterTexts.toList, go: () => open(book, form) };
  const next = nextOpen(opened.organisations, organisation.code, period.key);
  if (!next) return { toList };
  const go = (): void =>
    open(book, form, (_, __, again) => {
      const found = again.organisations.find(({ code }) => code === next.code);
      if (found)
        fillIn({ book, form, opened: again, organisation: found }, period, () =>
          chooseUnit(book, form, again),
        );
      else chooseUnit(book, form, again);
    });
  return { toList, next: { title: rosterTexts.next(next.name), go } };
}

start();
