import type { Catalog } from '../../../shared/catalog/types.ts';
import type { Activity, ActivityField } from '../../../shared/form-view/activities.ts';
import { activityAnswer } from '../../../shared/form-view/activity-answer.ts';
import { shownField } from '../../../shared/form-view/row-answer.ts';
import { Edits } from '../editing/edits.ts';
import { today } from '../kit/today.ts';

/** The marks of one activity while they are being made. */
export const activityEdits = (
  catalog: Catalog,
  activity: Activity,
  tab: number,
  draftKey: string,
): Edits<ActivityField> =>
  new Edits<ActivityField>(
    {
      tab,
      kind: 'records',
      draftKey,
      shown: ({ rules }, scalar) => shownField(rules, scalar),
      answer: (field, typed, cell) => activityAnswer(catalog, field, typed, cell, today()),
      name: ({ rules }) => rules.field.name,
    },
    activity.fields,
  );
