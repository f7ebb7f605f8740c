import type { PlanSheet } from '../plan/plan.ts';
import { cycleWidths, writeCycle, writeCycleBelow } from '../summary/sheets/cycle-sheet.ts';
import { draftSheet } from '../summary/sheets/sheet-draft.ts';
import { ministryTexts } from '../texts/ministry.ts';
import { type MinistryContext, printed, writeTop } from './frame.ts';

/** «Управленческий цикл»: which links are there, direction by direction, and in how many organisations. */
export function cycleSheet(context: MinistryContext): PlanSheet | undefined {
  const { management } = context.model;
  const own = management?.coverage.filter(({ level }) => level === 'district') ?? [];
  if (!management || own.length === 0) return undefined;
  const sheet = draftSheet(ministryTexts.tabs.cycle, cycleWidths(management.links.length));
  writeTop(sheet, context, ministryTexts.cycle.title);
  sheet.wide({ value: ministryTexts.cycle.help, style: 'help' });
  const keep = writeCycle(sheet, management, own);
  const below = management.coverage.filter(({ level }) => level === 'organisation');
  if (below.length > 0) keep.push(writeCycleBelow(sheet, management, below));
  return sheet.finish({
    tabColour: 'violet',
    freeze: { rows: 0, columns: 1 },
    print: { ...printed(context), keep },
  });
}
