import type { Day } from '../period/period.ts';

/** `2024-10-21` → «21.10.2024». */
export const dayText = (day: Day): string => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
