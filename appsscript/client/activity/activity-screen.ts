import { choicesOf } from '../../../shared/catalog/choices.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import type { Activity, ActivityField } from '../../../shared/form-view/activities.ts';
import { addonActivityTexts as texts } from '../../../shared/texts/addon-activity.ts';
import type { Edits } from '../editing/edits.ts';
import type { fixedRows } from '../editing/fixed-field.ts';
import { rowForm } from '../editing/row-form.ts';
import { element } from '../kit/element.ts';
import { heading, showScreen } from '../kit/screen.ts';
import { dueWords } from './search-screen.ts';

/** Printed in this order below the title. */
const facts = ['deadline', 'target', 'executors'] as const;

export interface ActivityOptions {
  readonly catalog: Catalog;
  readonly activity: Activity;
  readonly edits: Edits<ActivityField>;
  readonly fixed: ReturnType<typeof fixedRows>;
  readonly back: () => void;
  readonly save: () => void;
  /** A word about a save that failed. */
  readonly failure?: string;
}

/** State, day, fact and evidence of one activity. */
export function showActivity(options: ActivityOptions): void {
  const { catalog, activity, edits, fixed, back, save, failure } = options;
  const { printed } = activity;
  const form = rowForm({
    edits,
    look: ({ rules: { field }, ...place }) => ({
      fixed: fixed(place),
      ...(field.type === 'list' && { choices: choicesOf(catalog, field) }),
      isLong: field.code === 'comment',
    }),
    notes: () => (lacksDay(edits) ? [texts.lacksDay] : []),
    save,
    back,
    failure,
  });
  showScreen(
    [
      heading([printed.no, printed.title].filter(Boolean).join(' ')),
      element('p', { class: 'subtitle' }, dueWords(activity)),
      element(
        'dl',
        {},
        ...facts.flatMap((code) => {
          const text = printed[code];
          return text === undefined ? [] : [element('dt', {}, texts.facts[code]), element('dd', {}, text)];
        }),
      ),
      failure === undefined ? undefined : element('p', { class: 'message error', role: 'alert' }, failure),
      form.root,
    ],
    { back, focus: form.focus },
  );
}

/** Done, but nobody says when. */
function lacksDay(edits: Edits<ActivityField>): boolean {
  const value = (code: string) => {
    const field = edits.fields.find(({ rules }) => rules.field.code === code);
    return field && edits.answer(field).parsed;
  };
  return value('status')?.value === 'done' && value('done_on')?.status === 'not_reported';
}
