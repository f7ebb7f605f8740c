import { trackerRegisters } from '../../../shared/activity/known-registers.ts';
import type { RecordKind } from '../../../shared/catalog/types.ts';
import { type RegisterRow, registersOf } from '../../../shared/form-view/register.ts';
import type { RowField } from '../../../shared/form-view/row-field.ts';
import { rowView } from '../../../shared/form-view/row-view.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { addonRecordTexts as texts } from '../../../shared/texts/addon-records.ts';
import type { Draft } from '../editing/draft.ts';
import { offerDraft } from '../editing/offer-draft.ts';
import { type Outcome, saver } from '../editing/save.ts';
import { showSaved } from '../editing/saved-screen.ts';
import { askFormBook } from '../forms/ask-form-book.ts';
import { type FormsBook, formsBook } from '../forms/book.ts';
import { element } from '../kit/element.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { waiting } from '../kit/waiting.ts';
import { newDraftKey, openWork, rowDraftKey, rowEdits, seenCells, type Work } from './registers.ts';
import { showRegisters } from './registers-screen.ts';
import { showRemoval } from './removal-screen.ts';
import { showRow } from './row-screen.ts';
import { firstFilter, showRows } from './rows-screen.ts';
import { changedRow, newRecord } from './send-row.ts';

function start(): void {
  void waiting(askFormBook, (answer) => {
    const book = formsBook(answer);
    if (book) choose(book);
    else showScreen([heading(texts.title), element('p', {}, addonFormTexts.list.notWorkbook)]);
  });
}

const choose = (book: FormsBook): void =>
  showRegisters(book, registersOf(book.catalog, trackerRegisters.activity), (kind) => open(book, kind));

/** Reads the register anew and lists it; `then` goes on with a row of it. */
function open(book: FormsBook, kind: RecordKind, then: (work: Work) => void = list()): void {
  void waiting(
    () => openWork(book, kind),
    (work) => {
      if (work) then(work);
      else
        showScreen(
          [
            heading(kind.title),
            element('p', {}, texts.missing),
            element('div', { class: 'actions' }, button(texts.toRegisters, start)),
          ],
          { back: start },
        );
    },
  );
}

/** The list of a register as it was looked through last. */
function list(): (work: Work) => void {
  let filter = firstFilter;
  const show = (work: Work): void =>
    showRows({
      work,
      filter,
      keep: (now) => {
        filter = now;
      },
      open: ({ row }) => edit(work, row, show),
      add: () => add(work, show),
      back: start,
    });
  return show;
}

type List = ReturnType<typeof list>;

function add(work: Work, show: List): void {
  const { book, register } = work;
  const row = register.next;
  if (!row) return;
  const key = newDraftKey(book, register.kind);
  const edits = rowEdits(work, row, key);
  const record = newRecord(work, key);
  const back = (): void => show(work);
  const toList = { title: texts.toRows, go: () => open(book, register.kind, show) };
  const ask = (failure?: string): void => showRow({ work, row, edits, save, back, failure });
  const done = (outcome: Outcome<RowField>): void => {
    const at = record.added();
    if (!at) {
      showSaved({ ...outcome, edits, again: { title: texts.saved.again, go: () => ask() }, toList });
      return;
    }
    const failed = outcome.failed.map(({ change, why }) => ({
      why,
      change: { ...change, field: { ...change.field, row: at.row } },
    }));
    const unsaved = edits.fields.filter((field) => edits.isChanged(field));
    const typed = Object.fromEntries(unsaved.map((field) => [field.id, edits.text(field)]));
    edits.dropDraft();
    showSaved({
      saved: outcome.saved,
      failed,
      edits,
      ...(at.isNewRow && { note: texts.saved.newRow }),
      again:
        unsaved.length === 0
          ? { title: texts.saved.another, go: () => open(book, register.kind, (now) => add(now, show)) }
          : {
              title: texts.saved.again,
              go: () => open(book, register.kind, (now) => goOn(now, at.row, typed, show)),
            },
      toList,
    });
  };
  const save = saver({ edits, failed: ask, send: record.send, done });
  offerDraft({ edits, begin: () => ask(), back, dropped: record.forget });
}

/** A record that was added but for some of its cells. */
function goOn(work: Work, at: number, typed: Readonly<Record<string, string>>, show: List): void {
  const row = work.register.rows.find((one) => one.row === at && one.key === '');
  if (!row) {
    show(work);
    return;
  }
  const draft: Draft = Object.fromEntries(
    row.fields.flatMap(({ id, scalar }) =>
      typed[id] === undefined ? [] : [[id, { typed: typed[id], seen: scalar }]],
    ),
  );
  edit(work, row, show, draft);
}

function edit(work: Work, row: RegisterRow, show: List, typed?: Draft): void {
  const { book, register, context } = work;
  const { kind } = register;
  const { title } = rowView(row, register, context);
  const edits = rowEdits(work, row, rowDraftKey(work, row));
  const back = (): void => show(work);
  const toRows = (): void => open(book, kind, show);
  const isFree = row.key === '';
  const remove =
    isFree && kind.endedBy === undefined
      ? () => showRemoval({ work, title, edits, back: () => ask(), toRows })
      : undefined;
  const ask = (failure?: string): void => showRow({ work, row, title, edits, save, back, remove, failure });
  const save = saver({
    edits,
    failed: ask,
    ...(isFree && changedRow(work, () => ({ at: row.row, cells: seenCells(edits) }))),
    done: (outcome) =>
      showSaved({
        ...outcome,
        edits,
        again: { title: texts.saved.again, go: () => ask() },
        toList: { title: texts.toRows, go: toRows },
      }),
  });
  if (!typed) {
    offerDraft({ edits, begin: () => ask(), back });
    return;
  }
  edits.restore(typed);
  ask();
}

start();
