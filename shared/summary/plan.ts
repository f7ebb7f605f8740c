import { accessSheet, type SheetFrame } from '../ministry/access-sheet.ts';
import type { Plan, PlanSheet } from '../plan/plan.ts';
import { summaryTexts } from '../texts/summary.ts';
import { memberTitle } from './assessments.ts';
import type { SummaryInput } from './input.ts';
import { summaryModel } from './model.ts';
import { activitySheets } from './sheets/activity-sheets.ts';
import { burdenSheet } from './sheets/burden-sheet.ts';
import { calendarSheet } from './sheets/calendar-sheet.ts';
import { footer, type TabContext, writeHead } from './sheets/head.ts';
import { indicatorsSheet } from './sheets/indicators-sheet.ts';
import { journalSheet } from './sheets/journal-sheet.ts';
import { likeSheet } from './sheets/like-sheet.ts';
import { managementSheets } from './sheets/management-sheets.ts';
import { organisationsSheets } from './sheets/organisations-sheet.ts';
import { overviewSheet } from './sheets/overview-sheet.ts';
import { qualitySheet } from './sheets/quality-sheet.ts';
import { recordSheets } from './sheets/record-sheets.ts';
import { registerSheet } from './sheets/register-sheet.ts';
import { resultsSheet } from './sheets/results-sheet.ts';
import { sectionSheet } from './sheets/section-sheet.ts';

/**
 * The summary workbook of a district: «Обзор», «Показатели», a tab per section, «Похожие организации» (where there are
 * rules of clusters), «Организации», «Реестр организаций», «Результаты» (where there are any), «Управленческий цикл», «Самооценка»,
 * «Ожидаемые результаты», «К мониторингу» (where the roadmap asks for them), «Опросы и НОК», «Заявка на курсы», «Реестры» and
 * a tab per register with rows (where the catalogue has registers), «Ход дорожной карты», «Дорожная карта» and «Календарь
 * месяца» (where the district works by a roadmap), «Календарь форм», «Сроки и нагрузка», «Качество
 * данных», «Доступ» (where something was shared), «Журнал». No clock, run id or duration in it. Throws UnknownDistrict.
 */
export function summaryPlan(input: SummaryInput): Plan {
  const model = summaryModel(input);
  const context: TabContext = {
    model,
    ...(input.label !== undefined && { banner: input.label }),
    titleOf: (dimension, code) => memberTitle(input, dimension, code),
  };
  const results = resultsSheet(context);
  const sections = model.sections.map((section) => ({ section, tab: sectionSheet(context, section) }));
  const like = likeSheet(context, model.sections);
  const burden = burdenSheet(context);
  const first: PlanSheet[] = [
    indicatorsSheet(context, sections),
    ...sections.map(({ tab }) => tab.sheet),
    ...(like ? [like] : []),
    ...organisationsSheets(context),
    registerSheet(context),
    ...(results ? [results] : []),
    ...managementSheets(context, input.links.inbox),
  ];
  const last = [
    ...activitySheets(context, input.catalog),
    calendarSheet(context),
    ...(burden ? [burden] : []),
    qualitySheet(context),
    ...(input.access?.length ? [accessSheet(input.access, input.district, frameOf(context))] : []),
    journalSheet(context),
  ];
  const taken = [summaryTexts.tabs.overview, ...[...first, ...last].map((sheet) => sheet.name)];
  const records = recordSheets(context, input, taken);
  // each register has its link on «Реестры»
  const tabs = [...first, ...records.main, ...last].map((sheet) => sheet.name);
  return {
    title: summaryTexts.fileTitle(model.district.name),
    sheets: [overviewSheet(context, tabs), ...first, ...records.main, ...records.tables, ...last],
  };
}

const frameOf = (context: TabContext): SheetFrame => ({
  writeTop: (sheet, title) => writeHead(sheet, context, title),
  print: { orientation: 'landscape', footer: footer(context) },
});
