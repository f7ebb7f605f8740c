/** How well a renderer draws a feature of the plan. */
export type Support = 'native' | 'degraded' | 'unsupported';

export interface FeatureSupport {
  readonly support: Support;
  /** Why not natively, and what people get instead. */
  readonly reason?: string;
}

export type Renderer = 'xlsx' | 'google';

const native: FeatureSupport = { support: 'native' };
const degraded = (reason: string): FeatureSupport => ({ support: 'degraded', reason });
const unsupported = (reason: string): FeatureSupport => ({ support: 'unsupported', reason });
const both = { xlsx: native, google: native } as const;

/** Every feature of shared/plan/plan.ts by renderer; docs/renderers.md prints it, a contract test holds renderers to it. */
export const planFeatures = {
  'hidden tab': both,
  'tab colour': both,
  'column width': both,
  'hidden column': both,
  'row height': both,
  'hidden row': both,
  merges: {
    xlsx: native,
    google: degraded(
      'a merge may not be frozen in part: it is split at the frozen edge, its text stays in the wider part',
    ),
  },
  freeze: {
    xlsx: native,
    google: degraded('columns that are all hidden are not frozen'),
  },
  protect: {
    xlsx: degraded('no password: it guards against slips, not against intent'),
    google: native,
  },
  oneBlock: {
    xlsx: degraded('a cell is locked or not, it cannot ask: nothing but entry cells may be changed'),
    google: native,
  },
  growing: {
    xlsx: native,
    google: degraded(
      'rows cannot be inserted on a protected sheet: only the headings are locked, changes of locked columns below ask first',
    ),
  },
  autoFilter: both,
  'condition: formula': {
    xlsx: native,
    google: degraded(
      'conditions see their own tab only: other tabs are reached by INDIRECT, which a renamed tab breaks until the next upgrade',
    ),
  },
  'condition: scale': both,
  'condition: bar': {
    xlsx: native,
    google: degraded('no bars inside cells: the greater the value, the deeper the fill'),
  },
  'chart: column': both,
  'chart: bar': both,
  'chart: line': both,
  'chart: combo': both,
  'chart: stacked': both,
  'chart: alternative text': both,
  'chart: series names': {
    xlsx: native,
    google: degraded('names come from cells only: the data of all charts stand in a hidden tab `_charts`'),
  },
  'chart: axis number format': {
    xlsx: native,
    google: degraded('an axis has no format of its own: the data in `_charts` carry it'),
  },
  'chart: data labels': both,
  'chart: lines told apart by dashes and markers': both,
  sparklines: {
    xlsx: native,
    google: degraded(
      'a formula SPARKLINE in the cell: none where the cell holds a value, and a missing value leaves no gap',
    ),
  },
  print: {
    xlsx: native,
    google: unsupported('the Sheets API knows no print settings: use the .xlsx for paper'),
  },
  'typed values': both,
  'day values': both,
  'second paragraph of a cell': both,
  'live formulas': both,
  styles: both,
  'number formats': both,
  note: both,
  'link to a place in the book': both,
  'link to a file': {
    xlsx: native,
    google: degraded(
      'leads to the spreadsheet of that name where the caller knows its address, else plain text',
    ),
  },
  'web link': {
    xlsx: native,
    google: degraded('on numbers and formulas it is a HYPERLINK formula: rich text is for texts only'),
  },
  'entry: integer': both,
  'entry: decimal': both,
  'entry: date': both,
  'entry: text': both,
  'entry: link': both,
  'entry: yes_no': both,
  'entry: list': {
    xlsx: native,
    google: degraded(
      'an answer in the rule itself is read as if it were typed: long lists, numbers and dates stand in a hidden tab `_lists`',
    ),
  },
  'entry: prompt and error': {
    xlsx: native,
    google: degraded('one message for both, without a title'),
  },
  'blocked cell': both,
} as const satisfies Readonly<Record<string, Readonly<Record<Renderer, FeatureSupport>>>>;

export type PlanFeature = keyof typeof planFeatures;
