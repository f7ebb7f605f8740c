import { frequencies } from '../period/period.ts';
import { organisationTypes, programmes } from '../register/register.ts';

/** The words of contracts §3, as written in the tables. */
export const words = {
  frequency: frequencies,
  level: ['organisation', 'district'],
  type: ['integer', 'decimal1', 'decimal2', 'decimal3', 'yes_no', 'date', 'text'],
  fieldType: [
    'text',
    'integer',
    'decimal1',
    'decimal2',
    'decimal3',
    'yes_no',
    'date',
    'month',
    'year',
    'school_year',
    'link',
    'list',
    'organisation',
  ],
  rollup: ['sum', 'max', 'last', 'none'],
  toTime: ['sum', 'last', 'mean', 'max'],
  resets: ['school_year', 'calendar_year'],
  kind: ['share', 'presence', 'count', 'mean', 'index', 'change', 'group'],
  better: ['higher', 'lower', 'neutral'],
  basis: ['stated', 'implied'],
  operator: ['<', '<=', '>', '>=', '=', '<>'],
  side: ['higher', 'lower'],
  softSeverity: ['warning', 'info'],
  cycleSource: ['criterion', 'activity', 'document', 'data'],
  /** What of an element may be seen by the ministry: nothing, or the district's sum but no organisation's figure. */
  ministryReach: ['none', 'district'],
  referenceLevel: ['country', 'region'],
  severity: ['error', 'warning', 'info'],
  organisationType: organisationTypes,
  programme: programmes,
} as const;
