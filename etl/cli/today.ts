import type { Day } from '../../shared/period/period.ts';

/** Today as people in that time zone write it. */
export const today = (timeZone: string): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date());
