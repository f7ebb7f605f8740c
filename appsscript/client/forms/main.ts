import type { Form } from '../../../shared/catalog/types.ts';
import { bookUnit } from '../../../shared/form-view/book-unit.ts';
import { earlierValues } from '../../../shared/form-view/earlier-value.ts';
import type { FormField } from '../../../shared/form-view/fields.ts';
import { formRules } from '../../../shared/form-view/form-rules.ts';
import { fieldsOfStep } from '../../../shared/form-view/steps.ts';
import type { Period } from '../../../shared/period/period.ts';
import { addonFormTexts as texts } from '../../../shared/texts/addon-forms.ts';
import { templateTexts } from '../../../shared/texts/template.ts';
import { draftKey, readDraft } from '../editing/draft.ts';
import { showDraft } from '../editing/draft-screen.ts';
import { saver } from '../editing/save.ts';
import { showSaved } from '../editing/saved-screen.ts';
import { element } from '../kit/element.ts';
import { announce } from '../kit/live.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { server } from '../kit/server.ts';
import { waiting } from '../kit/waiting.ts';
import { type FormsBook, formsBook } from './book.ts';
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

function open(book: FormsBook, form: Form): void {
  void waiting(
    () => openForm(book, form),
    (opened) => {
      if (opened) choosePeriod(book, form, opened);
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

function choosePeriod(book: FormsBook, form: Form, opened: OpenedForm): void {
  const asked = book.periods(form).filter(({ key }) => opened.fields.some(({ period }) => period === key));
  const [only, ...more] = asked;
  if (only && more.length === 0) {
    begin(book, form, opened, only, () => toList(book));
    return;
  }
  const back = (): void => choosePeriod(book, form, opened);
  showPeriods({
    form,
    periods: asked,
    fields: opened.fields,
    hasDraft: ({ key }) => Object.keys(readDraft(draftKey(book.id, form.code, key))).length > 0,
    choose: (period) => begin(book, form, opened, period, back),
    back: () => toList(book),
  });
}

function begin(book: FormsBook, form: Form, opened: OpenedForm, period: Period, back: () => void): void {
  const key = draftKey(book.id, form.code, period.key);
  const rules = formRules(book.catalog, form.code);
  const related = new RelatedAnswers(book, rules);
  const filling = new Filling({
    rules,
    unit: bookUnit(book.definitions, rules),
    related,
    period: period.key,
    tab: opened.tab,
    tabName: opened.sheet.name,
    fields: opened.fields,
    earlier: earlierValues(opened.sheet, opened.fields),
    draftKey: key,
    handedIn: opened.handedIn,
    formulas: opened.formulas,
  });
  const subtitle = templateTexts.periodTitle(period);
  const go = (): void => fill({ form, opened, filling, subtitle, leave: back }, 0);
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
  readonly form: Form;
  readonly opened: OpenedForm;
  readonly filling: Filling;
  readonly subtitle: string;
  readonly leave: () => void;
}

function fill(work: Work, at: number, focus?: string): void {
  const { form, filling, subtitle, leave } = work;
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
  const { form, opened, filling, subtitle } = work;
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
      opened.fields = filling.current();
      void filling.options.related.read();
      showSaved({
        ...outcome,
        edits: filling,
        note: texts.saved.filled(filling.filled(), filling.fields.length),
        again: { title: texts.saved.again, go: () => fill(work, from) },
        // the list counts anew what the workbook holds
        toList: { title: texts.toList, go: start },
      });
    },
  });
  show();
}

start();
