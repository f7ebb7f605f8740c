import { bookUnit } from '../../../shared/form-view/book-unit.ts';
import { earlierValues } from '../../../shared/form-view/earlier-value.ts';
import type { FormField } from '../../../shared/form-view/fields.ts';
import { formRules } from '../../../shared/form-view/form-rules.ts';
import { fieldsOfStep } from '../../../shared/form-view/steps.ts';
import type { Period } from '../../../shared/period/period.ts';
import { addonFormTexts as texts } from '../../../shared/texts/addon-forms.ts';
import { addonRosterTexts as rosterTexts } from '../../../shared/texts/addon-roster.ts';
import { entryWords } from '../../../shared/texts/entry-words.ts';
import { offerDraft } from '../editing/offer-draft.ts';
import { saver } from '../editing/save.ts';
import { type SavedOptions, showSaved } from '../editing/saved-screen.ts';
import { Filling } from './filling.ts';
import { RelatedAnswers } from './related-answers.ts';
import { showReview } from './review-screen.ts';
import { showStep } from './step-screen.ts';
import { draftKeyOf, ownerOf, type Task } from './task.ts';

/** Where to go from a saved form. */
export type Onward = Pick<SavedOptions<FormField>, 'next' | 'toList'>;

export interface FillOptions {
  readonly task: Task;
  readonly period: Period;
  readonly back: () => void;
  readonly onward: () => Onward;
}

/** Fills a form in for one period: what was kept from another time first, then step by step to what was saved. */
export function fillForm(options: FillOptions): void {
  const { task, period, back } = options;
  const { book, form, opened, organisation } = task;
  const { fields } = ownerOf(task);
  const key = draftKeyOf(task, period);
  const rules = formRules(book.catalog, form.code);
  const related = new RelatedAnswers(book, rules, organisation?.code);
  const filling = new Filling({
    rules,
    unit: bookUnit(book.definitions, rules, organisation?.code, opened.earlier),
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
  const go = (): void => fill({ ...options, filling, subtitle }, 0);
  // the page is shown without waiting for it
  setTimeout(() => void related.read(), 0);
  offerDraft({ edits: filling, begin: go, back });
}

interface Work extends FillOptions {
  readonly filling: Filling;
  readonly subtitle: string;
}

function fill(work: Work, at: number, focus?: string): void {
  const { filling, subtitle, back: leave } = work;
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
        ...work.onward(),
      });
    },
  });
  show();
}
