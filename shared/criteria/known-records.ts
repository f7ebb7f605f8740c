/** Registers that hold what units say of criteria and expected results (templates/records.csv). */
export const criteriaRecords = {
  /** One row per criterion: answer and evidence of the unit itself. */
  self: 'criteria_self',
  /** The district's decisions about the answers of its organisations. */
  review: 'criteria_review',
  /** One row per expected result of the roadmaps. */
  expected: 'criteria_expected',
} as const;

const all: readonly string[] = Object.values(criteriaRecords);

/** They have views of their own and stand on no tab of registers. */
export const isCriteriaRecord = (code: string): boolean => all.includes(code);
