import type { Form } from '../../../shared/catalog/types.ts';
import { bookUnit } from '../../../shared/form-view/book-unit.ts';
import { earlierValues } from '../../../shared/form-view/earlier-value.ts';
import type { FormField } from '../../../shared/form-view/fields.ts';
import { formRules } from '../../../shared/form-view/form-rules.ts';
import { type FormOrganisation, nextOpen } from '../../../shared/form-view/organisations.ts';
import { fieldsOfStep } from '../../../shared/form-view/steps.ts';
import type { Period } from '../../../shared/period/period.ts';
import { addonFormTexts as texts } from '../../../shared/texts/addon-forms.ts';
import { addonRosterTexts as rosterTexts } from '../../../shared/texts/addon-roster.ts';
import { entryWords } from '../../../shared/texts/entry-words.ts';
import { hasKept, readDraft } from '../editing/draft.ts';
import { showDraft } from '../editing/draft-screen.ts';
import { showOrganisations } from '../editing/organisation-screen.ts';
import { saver } from '../editing/save.ts';
import { type SavedOptions, showSaved } from '../editing/saved-screen.ts';
import { element } from '../kit/element.ts';
import { announce } from '../kit/live.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { server } from '../kit/server.ts';
import { waiting } from '../kit/waiting.ts';
import { type FormsBook, formsBook } from './book.ts';
import { draftOf, hasDraft } from './drafts.ts';
import { Filling } from './filling.ts';
import { showList } from './list-screen.ts';
import { type OpenedForm, openForm } from './open-form.ts';
import { showPeriods } from './period-screen.ts';
import { RelatedAnswers } from './related-answers.ts';
import { showReview } from './review-screen.ts';
import { showStep } from './step-screen.ts';

function start(): void {
  void waiting(
    () => server('formBook'),
    (answer) => {
      const book = formsBook(answer);
      if (book) toList(book);
      else showScreen([heading(texts.list.title), element('p', {}, texts.list.notWorkbook)]);
    },
  );
}

const toList = (book: FormsBook): void => showList(book, (form) => open(book, form));

/** A form as it is filled in for one unit: the workbook's own, or an organisation of the district. */
interface Task {
  readonly book: FormsBook;
  readonly form: Form;
  readonly opened: OpenedForm;
  readonly organisation?: FormOrganisation;
}

/** Where the fields are kept, with what has been saved since the form was opened. */
const ownerOf = ({ opened, organisation }: Task): { fields: readonly FormField[] } => organisation ?? opened;

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

const draftKeyOf = ({ book, form, organisation }: Task, { key }: Period): string =>
  draftOf(book, form, key, organisation?.code);

function choosePeriod(task: Task, up: () => void): void {
  const { book, form, organisation } = task;
  const { fields } = ownerOf(task);
  const asked = book.periods(form).filter(({ key }) => fields.some(({ period }) => period === key));
  const [only, ...more] = asked;
  if (only && more.length === 0) {
    begin(task, only, up);
    return;
  }
  const back = (): void => choosePeriod(task, up);
  showPeriods({
    form,
    ...(organisation && { subtitle: organisation.name }),
    periods: asked,
    fields,
    hasDraft: (period) => hasKept(draftKeyOf(task, period)),
    choose: (period) => begin(task, period, back),
    back: { title: organisation ? rosterTexts.toList : texts.toList, go: up },
  });
}

function begin(task: Task, period: Period, back: () => void): void {
  const { book, form, opened, organisation } = task;
  const { fields } = ownerOf(task);
  const key = draftKeyOf(task, period);
  const rules = formRules(book.catalog, form.code);
  const related = new RelatedAnswers(book, rules, organisation?.code);
  const filling = new Filling({
    rules,
    unit: bookUnit(book.definitions, rules, organisation?.code),
    related,
    period: period.key,
    tab: opened.tab,
    tabName: opened.sheet.name,
    fields,
    earlier: earlierValues(opened.sheet, fields),
    draftKey: key,
    handedIn: opened.handedIn,
    formulas: opened.formulas,
  });
  const when = entryWords.periodTitle(period);
  const subtitle = organisation ? rosterTexts.unit(organisation.name, when) : when;
  const go = (): void => fill({ task, period, filling, subtitle, leave: back }, 0);
  const draft = readDraft(key);
  // the page is shown without waiting for it
  setTimeout(() => void related.read(), 0);
  const kept = filling.fields.filter(({ id }) => draft[id] !== undefined).length;
  if (kept === 0) {
    go();
    return;
  }
  showDraft(
    kept,
    (choice) => {
      if (choice === 'restore') filling.restore(draft);
      else filling.dropDraft();
      go();
      if (choice === 'restore') announce(texts.draft.restored);
    },
    back,
  );
}

interface Work {
  readonly task: Task;
  readonly period: Period;
  readonly filling: Filling;
  readonly subtitle: string;
  readonly leave: () => void;
}

function fill(work: Work, at: number, focus?: string): void {
  const { filling, subtitle, leave } = work;
  const { form } = work.task;
  showStep({
    title: form.title,
    subtitle,
    filling,
    at,
    ...(focus !== undefined && { focus }),
    goTo: (step) => fill(work, step),
    leave,
    review: () => review(work, at),
  });
}

function review(work: Work, from: number): void {
  const { task, filling, subtitle } = work;
  const { form } = task;
  const edit = (field: FormField): void =>
    fill(
      work,
      filling.steps.findIndex((step) => fieldsOfStep(step).includes(field)),
      field.id,
    );
  const show = (failure?: string): void =>
    showReview({
      title: `${form.title}. ${subtitle}`,
      filling,
      edit,
      back: () => fill(work, from),
      save,
      ...(failure !== undefined && { failure }),
    });
  const save = saver({
    edits: filling,
    failed: show,
    done: (outcome) => {
      ownerOf(task).fields = filling.current();
      void filling.options.related.read();
      showSaved({
        ...outcome,
        edits: filling,
        note: texts.saved.filled(filling.filled(), filling.fields.length),
        again: { title: texts.saved.again, go: () => fill(work, from) },
        ...(task.organisation && { subtitle }),
        ...onward(work),
      });
    },
  });
  show();
}

/** Where to go from a saved form; lists count anew what the workbook holds. */
function onward({ task, period }: Work): Pick<SavedOptions<FormField>, 'next' | 'toList'> {
  const { book, form, opened, organisation } = task;
  if (!organisation) return { toList: { title: texts.toList, go: start } };
  const toList = { title: rosterTexts.toList, go: () => open(book, form) };
  const next = nextOpen(opened.organisations, organisation.code, period.key);
  if (!next) return { toList };
  const go = (): void =>
    open(book, form, (_, __, again) => {
      const found = again.organisations.find(({ code }) => code === next.code);
      if (found)
        begin({ book, form, opened: again, organisation: found }, period, () =>
          chooseUnit(book, form, again),
        );
      else chooseUnit(book, form, again);
    });
  return { toList, next: { title: rosterTexts.next(next.name), go } };
}

start();
