import type { PlanSheet } from '../../plan/plan.ts';
import { cycleSheet } from './cycle-sheet.ts';
import { evidenceSheet } from './evidence-sheet.ts';
import { expectedSheet } from './expected-sheet.ts';
import type { TabContext } from './head.ts';
import { answersSheet, selfAssessmentSheet } from './self-assessment-sheet.ts';

/**
 * «Управленческий цикл», «Самооценка», «Ответы на критерии», «Ожидаемые результаты», «К мониторингу»: each where the
 * district's roadmaps give it something to say. `inbox`: path to the inbox.
 */
export function managementSheets(context: TabContext, inbox: string): PlanSheet[] {
  const model = context.model.management;
  if (!model) return [];
  return [
    cycleSheet(context, model),
    selfAssessmentSheet(context, model),
    answersSheet(context, model, inbox),
    expectedSheet(context, model),
    evidenceSheet(context, model, inbox),
  ].filter((sheet): sheet is PlanSheet => sheet !== undefined);
}
