import type { Day } from '../period/period.ts';

/** What the tracker calls one activity on one due date: `nazran/plan.54@2021-12-31`; without a date `kurkino/2.7`. */
export const activityKey = (roadmap: string, id: string, nominal?: Day): string =>
  `${roadmap}/${id}${nominal === undefined ? '' : `@${nominal}`}`;

export interface ActivityKeyParts {
  readonly roadmap: string;
  readonly id: string;
  readonly nominal?: Day;
}

/** The parts of a key; undefined for a text that is none. */
export function splitActivityKey(key: string): ActivityKeyParts | undefined {
  const match = /^([^/@]+)\/([^/@]+)(?:@(\d{4}-\d{2}-\d{2}))?$/.exec(key.trim());
  if (!match) return undefined;
  const [, roadmap = '', id = '', nominal] = match;
  return nominal === undefined ? { roadmap, id } : { roadmap, id, nominal };
}
