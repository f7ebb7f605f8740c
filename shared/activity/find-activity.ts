import type { Activity } from '../catalog/types.ts';

/** Finds an activity as people name it, among the roadmaps of their district. */
export type FindActivity = (roadmaps: readonly string[], text: string) => Activity | undefined;

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^(?:п\.|пункт|№)\s*/, '')
    .replace(/\.$/, '');

/**
 * By key (`nazran/plan.54`), id (`plan.54`) or, where only one activity has it, the printed number (`54`, «п. 54»).
 */
export function activityFinder(activities: readonly Activity[]): FindActivity {
  const byName = new Map<string, Activity | null>();
  for (const activity of activities) {
    const { roadmap, id } = activity;
    byName.set(`${roadmap}/${id}`.toLowerCase(), activity);
  }
  const byNumber = new Map<string, Activity | null>();
  for (const activity of activities) {
    const key = `${activity.roadmap}/${plain(activity.no)}`;
    byNumber.set(key, byNumber.has(key) ? null : activity);
  }
  return (roadmaps, text) => {
    const name = plain(text);
    const named = byName.get(name);
    if (named && roadmaps.includes(named.roadmap)) return named;
    const found = roadmaps.flatMap((r) => byName.get(`${r}/${name}`) ?? byNumber.get(`${r}/${name}`) ?? []);
    return found.length === 1 ? found[0] : undefined;
  };
}
