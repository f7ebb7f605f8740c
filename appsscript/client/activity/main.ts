import { trackerRegisters } from '../../../shared/activity/known-registers.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import { type Activity, activitiesOf } from '../../../shared/form-view/activities.ts';
import { addonActivityTexts as texts } from '../../../shared/texts/addon-activity.ts';
import { addonFormTexts } from '../../../shared/texts/addon-forms.ts';
import { draftKey, hasKept } from '../editing/draft.ts';
import { fixedRows } from '../editing/fixed-field.ts';
import { offerDraft } from '../editing/offer-draft.ts';
import { openRecordTab } from '../editing/open-record-tab.ts';
import { showOrganisations } from '../editing/organisation-screen.ts';
import { saver } from '../editing/save.ts';
import { showSaved } from '../editing/saved-screen.ts';
import { askFormBook } from '../forms/ask-form-book.ts';
import { type FormsBook, formsBook } from '../forms/book.ts';
import { element } from '../kit/element.ts';
import { heading, showScreen } from '../kit/screen.ts';
import { waiting } from '../kit/waiting.ts';
import { activityEdits } from './activity-edits.ts';
import { showActivity } from './activity-screen.ts';
import { firstSearch, showSearch } from './search-screen.ts';

/** The tracker of one workbook. */
interface Tracker {
  readonly book: FormsBook;
  readonly catalog: Catalog;
  readonly tab: number;
  readonly activities: readonly Activity[];
  readonly fixed: ReturnType<typeof fixedRows>;
}

const say = (text: string): void => showScreen([heading(texts.title), element('p', {}, text)]);

let search = firstSearch;
/** Of the organisation chosen last, where a district marks the activities of several. */
let chosen: string | undefined;

function start(): void {
  void waiting(askFormBook, (answer) => {
    const book = formsBook(answer);
    if (!book) say(addonFormTexts.list.notWorkbook);
    else
      void waiting(
        () => openTracker(book),
        (tracker) => (tracker ? choose(tracker) : say(texts.none)),
      );
  });
}

async function openTracker(book: FormsBook): Promise<Tracker | undefined> {
  const opened = await openRecordTab(book, trackerRegisters.activity);
  const activities = opened ? activitiesOf(opened.sheet, book.catalog) : [];
  return opened && activities.length > 0
    ? { book, catalog: book.catalog, tab: opened.tab, activities, fixed: fixedRows(opened) }
    : undefined;
}

const nameOf = ({ book }: Tracker, code: string): string => book.definitions.unit.get(code)?.name ?? code;

/** The organisation comes first, where there are several; the one chosen before stays chosen. */
function choose(tracker: Tracker): void {
  const { activities, book } = tracker;
  const units = new Set(activities.flatMap(({ unit }) => unit ?? []));
  if (units.size === 0 || (chosen !== undefined && units.has(chosen))) {
    find(tracker);
    return;
  }
  showOrganisations({
    title: texts.title,
    rows: [...units].map((code) => {
      const own = activities.filter(({ unit }) => unit === code);
      return {
        code,
        name: nameOf(tracker, code),
        filled: own.filter(({ status }) => status !== undefined).length,
        total: own.length,
        hasDraft: own.some(({ key }) => hasKept(draftKey(book.id, 'activity', key))),
      };
    }),
    words: texts.marked,
    choose: ({ code }) => {
      chosen = code;
      find(tracker);
    },
  });
}

function find(tracker: Tracker): void {
  const { catalog, activities } = tracker;
  showSearch({
    catalog,
    activities: activities.filter(({ unit }) => unit === chosen),
    search,
    keep: (now) => {
      search = now;
    },
    open: (activity) => open(tracker, activity),
    ...(chosen !== undefined && {
      organisation: nameOf(tracker, chosen),
      other: () => {
        chosen = undefined;
        choose(tracker);
      },
    }),
  });
}

function open(tracker: Tracker, activity: Activity): void {
  const key = draftKey(tracker.book.id, 'activity', activity.key);
  const edits = activityEdits(tracker.catalog, activity, tracker.tab, key);
  const back = (): void => find(tracker);
  const show = (failure?: string): void =>
    showActivity({
      catalog: tracker.catalog,
      activity,
      edits,
      fixed: tracker.fixed,
      back,
      save,
      ...(failure !== undefined && { failure }),
    });
  const save = saver({
    edits,
    failed: show,
    done: (outcome) =>
      showSaved({
        ...outcome,
        edits,
        ...(activity.unit !== undefined && { subtitle: nameOf(tracker, activity.unit) }),
        again: { title: texts.again, go: () => show() },
        // states are read anew
        toList: { title: texts.toList, go: start },
      }),
  });
  offerDraft({ edits, begin: () => show(), back });
}

start();
