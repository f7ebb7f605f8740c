import {
  foundRows,
  type RowFilter,
  type RowIssue,
  type RowView,
  rowView,
} from '../../../shared/form-view/row-view.ts';
import { addonRecordTexts } from '../../../shared/texts/addon-records.ts';
import { answerMessages, bySeverity, messageView } from '../editing/answer-messages.ts';
import { hasKept } from '../editing/draft.ts';
import { listSearch } from '../editing/list-search.ts';
import { element } from '../kit/element.ts';
import { button, heading, showScreen } from '../kit/screen.ts';
import { newDraftKey, rowDraftKey, type Work } from './registers.ts';

const texts = addonRecordTexts.rows;
const page = 25;
/** A long text in a list is only there to be recognised. */
const longest = 90;

export const firstFilter: RowFilter = { words: '', show: 'all' };

export interface RowsOptions {
  readonly work: Work;
  readonly filter: RowFilter;
  /** Called with every change, so that the way back finds the same. */
  readonly keep: (filter: RowFilter) => void;
  readonly open: (view: RowView) => void;
  readonly add: () => void;
  readonly back: () => void;
}

/** The rows of a register: what needs attention first, found by words. */
export function showRows({ work, filter: first, keep, open, add, back }: RowsOptions): void {
  const { register, context, book } = work;
  const { kind } = register;
  const isGiven = kind.rows === 0;
  const views = register.rows.map((row) => rowView(row, register, context));
  let filter = first;
  let most = page;
  const list = element('ul', { class: 'cards', id: 'found' });
  const more = button(
    texts.more,
    () => {
      const before = most;
      most += page;
      update({}, true);
      list.querySelectorAll<HTMLElement>('button')[before]?.focus();
    },
    'link',
  );
  const update = (change: Partial<RowFilter>, says: boolean): void => {
    filter = { ...filter, ...change };
    keep(filter);
    const found = foundRows(views, filter);
    list.replaceChildren(
      ...found.slice(0, most).map((view) =>
        element(
          'li',
          {},
          card(work, view, () => open(view)),
        ),
      ),
    );
    more.hidden = found.length <= most;
    tell(views.length === 0 ? texts.empty : texts.found(found.length, Math.min(most, found.length)), says);
  };
  const { words, count, tell } = listSearch({
    list,
    hint: texts.findHint,
    value: filter.words,
    typed: (now) => {
      most = page;
      update({ words: now }, true);
    },
  });
  const kinds = (['all', 'wrong', 'open', 'current'] as const).filter(
    (one) => (one !== 'open' || isGiven) && (one !== 'current' || kind.endedBy !== undefined),
  );
  const shown: HTMLSelectElement = element(
    'select',
    { id: 'show', onchange: () => update({ show: shown.value as RowFilter['show'] }, true) },
    ...kinds.map((one) => element('option', { value: one, selected: one === filter.show }, texts.shown[one])),
  );
  const hasDraft = hasKept(newDraftKey(book, kind));
  const adding = isGiven ? undefined : button(hasDraft ? texts.addDraft : texts.add, add, 'main');
  update({}, false);
  showScreen(
    [
      heading(kind.title),
      kind.help === ''
        ? undefined
        : element(
            'details',
            {},
            element('summary', {}, texts.about),
            element('p', { class: 'help' }, kind.help),
          ),
      adding && register.next === undefined ? element('p', { class: 'message warning' }, texts.full) : adding,
      ...(views.length === 0
        ? []
        : [
            element('label', { for: 'words' }, texts.find),
            words,
            element('label', { for: 'show' }, texts.show),
            shown,
          ]),
      count,
      list,
      more,
      element('div', { class: 'actions' }, button(addonRecordTexts.toRegisters, back)),
    ],
    { back, focus: views.length === 0 ? adding : undefined },
  );
}

function card(work: Work, view: RowView, onclick: () => void): HTMLElement {
  const { title, facts, isBegun, isEnded, row } = view;
  const messages = view.issues.flatMap(messagesOf).sort(bySeverity);
  const [worst, ...others] = messages;
  const hasDraft = hasKept(rowDraftKey(work, row));
  return element(
    'button',
    { type: 'button', class: isEnded ? 'card ended' : 'card', onclick },
    element('span', { class: 'name' }, clipped(title) || texts.nameless),
    row.group === undefined ? undefined : element('span', { class: 'facts' }, clipped(row.group)),
    facts.length === 0 ? undefined : element('span', { class: 'facts' }, facts.map(clipped).join(' · ')),
    isBegun ? undefined : element('span', { class: 'facts' }, texts.unmarked),
    worst && asSpan(messageView({ ...worst, todo: '' })),
    others.length === 0 ? undefined : element('span', { class: 'facts' }, texts.otherRemarks(others.length)),
    hasDraft ? element('span', { class: 'facts draft' }, addonRecordTexts.draft) : undefined,
  );
}

const messagesOf = ({ field, issue, raw }: RowIssue) =>
  answerMessages({ status: 'rejected', issues: [issue], ...(raw !== undefined && { raw }) }).map((message) =>
    issue.code === 'cell.required'
      ? message
      : { ...message, text: `${field.rules.field.name}: ${message.text}` },
  );

/** A button holds no paragraphs. */
function asSpan(made: HTMLElement): HTMLElement {
  return element('span', { class: made.className }, ...made.childNodes);
}

const clipped = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')}…`;
