import { join } from 'node:path';
import { readDistricts } from '../workspace/read-districts.ts';

/** The roadmap by which all districts of a workspace work; undefined where they differ, and where there is no register yet. */
export async function homeRoadmap(workspace: string): Promise<string | undefined> {
  // what is wrong with the register is told where it is read for its own sake
  const districts = await readDistricts(join(workspace, 'districts.csv')).catch(() => []);
  const [only, ...others] = new Set(districts.flatMap(({ district }) => district.roadmaps));
  return others.length === 0 ? only : undefined;
}
