/** Id of the cell a value is typed into. */
export const entryId = (element: string, period: string): string => `entry ${element} ${period}`;

/**
 * The two layers of values on the hidden tab: `typed` as the cell says, `counted` without what a check rejects.
 * Checks look at the first, indicators at the second.
 */
export type Layer = 'typed' | 'counted';

/** Id of the cell on the hidden tab that holds a value or the reason why there is none. */
export const valueId = (layer: Layer, element: string, moment: string): string =>
  `${layer} ${element} ${moment}`;
