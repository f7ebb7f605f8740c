import type { Plan, PlanSheet } from '../plan/plan.ts';
import { summaryTexts } from '../texts/summary.ts';
import { memberTitle } from './assessments.ts';
import type { SummaryInput } from './input.ts';
import { summaryModel } from './model.ts';
import { calendarSheet } from './sheets/calendar-sheet.ts';
import type { TabContext } from './sheets/head.ts';
import { indicatorsSheet } from './sheets/indicators-sheet.ts';
import { journalSheet } from './sheets/journal-sheet.ts';
import { organisationsSheets } from './sheets/organisations-sheet.ts';
import { overviewSheet } from './sheets/overview-sheet.ts';
import { qualitySheet } from './sheets/quality-sheet.ts';
import { resultsSheet } from './sheets/results-sheet.ts';

/**
 * The summary workbook of a district: «Обзор», «Показатели», «Организации», «Результаты» (where there are any),
 * «Календарь форм», «Качество данных», «Журнал». No clock, run id or duration in it. Throws UnknownDistrict.
 */
export function summaryPlan(input: SummaryInput): Plan {
  const model = summaryModel(input);
  const banner = input.label ?? (input.demo ? summaryTexts.demo : undefined);
  const context: TabContext = {
    model,
    ...(banner !== undefined && { banner }),
    titleOf: (dimension, code) => memberTitle(input, dimension, code),
  };
  const results = resultsSheet(context);
  const sheets: PlanSheet[] = [
    indicatorsSheet(context),
    ...organisationsSheets(context),
    ...(results ? [results] : []),
    calendarSheet(context),
    qualitySheet(context),
    journalSheet(context),
  ];
  const tabs = sheets.map((sheet) => sheet.name);
  return {
    title: summaryTexts.fileTitle(model.district.name),
    sheets: [overviewSheet(context, tabs), ...sheets],
  };
}
