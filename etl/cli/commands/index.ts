import type { Command } from '../context.ts';
import { catalogCommand } from './catalog.ts';
import { checkCommand } from './check.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { initCommand } from './init.ts';
import { loginCommand } from './login.ts';
import { runCommand } from './run.ts';
import { scheduleCommand } from './schedule.ts';
import { shareCommand } from './share.ts';
import { statusCommand } from './status.ts';
import { templatesCommand } from './templates.ts';
import { withdrawCommand } from './withdraw.ts';

/** In the order in which people meet them. */
export const commands: readonly Command[] = [
  demoCommand,
  initCommand,
  templatesCommand,
  checkCommand,
  runCommand,
  scheduleCommand,
  statusCommand,
  exportCommand,
  explainCommand,
  catalogCommand,
  shareCommand,
  withdrawCommand,
  loginCommand,
  doctorCommand,
];
