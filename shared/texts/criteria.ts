import type { CriterionStatus, Mark } from '../criteria/mark.ts';

/** What people read about criteria, expected results and evidence. */
export const criteriaTexts = {
  /** The sign of a criterion that should not be met; a hyphen would be taken for «нет данных». */
  minus: '−',
  sameEvidence: (no: string) => `то же, что у № ${no.replace(/\.$/, '')}`,
  marks: {
    yes: 'да',
    partly: 'частично',
    no: 'нет',
    not_applicable: 'не применимо',
  } satisfies Record<Mark, string>,
  statuses: {
    met: 'выполнен',
    partly: 'частично',
    not_met: 'не выполнен',
    not_applicable: 'не применимо',
    no_data: 'нет ответа',
  } satisfies Record<CriterionStatus, string>,
};
