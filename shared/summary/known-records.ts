/**
 * Registers, indicators and elements of the built-in catalogue that views of their own are drawn from. A workspace that
 * switches one off loses the view, nothing else.
 */
export const known = {
  /** Register: one row per survey; `respondents` is the dimension of its field `audience`. */
  survey: 'survey',
  respondents: 'respondent',
  /** Register: scores of the independent evaluation of conditions. */
  nok: 'nok',
  /** Quarterly share of satisfied recipients, by recipient. */
  satisfaction: 'satisfaction.share',
  /** Teachers with a deficit, by subject and kind of deficit. */
  deficits: 'deficits.by_subject',
} as const;
