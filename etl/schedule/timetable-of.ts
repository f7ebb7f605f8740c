import type { WorkspaceConfig } from '../workspace/config.ts';
import { type CronFields, readCron } from './cron.ts';
import type { Timetable } from './occurrences.ts';

export const timetableOf = (config: WorkspaceConfig): Timetable => ({
  // the settings were checked when they were read
  cron: readCron(config.schedule) as CronFields,
  zone: config.timeZone,
});
