/** One thing that a target of an activity asks for (domain §5). */
export type TargetPart =
  /** «Наличие …», a report, a protocol: met only with evidence. */
  | { readonly type: 'document' }
  /** «Участие ОО …» without a number. */
  | { readonly type: 'participation' }
  /** At least `least` of something; «не менее 1–2» is met at the lower bound. */
  | { readonly type: 'count'; readonly least: number; readonly perYear: boolean }
  /** At least `least` percent of a population. */
  | { readonly type: 'share'; readonly least: number; readonly perYear: boolean }
  /** More (`up`) or less than at the fact before. */
  | { readonly type: 'growth'; readonly up: boolean }
  /** A percentage for each year. */
  | { readonly type: 'trajectory'; readonly byYear: ReadonlyMap<number, number> }
  /** Another plan is carried out. */
  | { readonly type: 'execution' }
  /** A figure is reported, no bound is printed. */
  | { readonly type: 'figure' };

/** What an activity must reach; several may be joined in one cell. Empty: nothing is printed. */
export type Target = readonly TargetPart[];

export type TargetVerdict = 'met' | 'partly' | 'not_met' | 'no_data' | 'no_base';
