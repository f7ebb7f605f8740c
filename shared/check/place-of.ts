import type { Place } from '../issue/issue.ts';

/** Where a value was typed; undefined where nothing was. */
export type PlaceOf = (unit: string, element: string, period: string) => Place | undefined;
