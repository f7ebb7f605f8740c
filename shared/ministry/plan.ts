import type { Plan } from '../plan/plan.ts';
import { ministryTexts } from '../texts/ministry.ts';
import { aboutSheet } from './about-sheet.ts';
import type { AccessEvent } from './access.ts';
import { accessSheet, type SheetFrame } from './access-sheet.ts';
import { activitiesSheet } from './activities-sheet.ts';
import { completenessSheet } from './completeness-sheet.ts';
import { cycleSheet } from './cycle-sheet.ts';
import { dynamicsSheet } from './dynamics-sheet.ts';
import { figuresSheets } from './figures-sheets.ts';
import { type MinistryContext, printed, writeTop } from './frame.ts';
import { indicatorsSheet } from './indicators-sheet.ts';
import type { MinistryInput } from './input.ts';
import { ministryModel } from './model.ts';
import { organisationsSheet } from './organisations-sheet.ts';
import { overviewSheet } from './overview-sheet.ts';
import { rowsOfDirections } from './rows-of-directions.ts';

/**
 * ministry.xlsx and the spreadsheet that is shared (domain §12, profile «ministry»): what was handed in, nothing of
 * drafts, no markers, nothing about one person, no files. No clock in it. `access`: share.csv, for «Доступ», which only the shared one has.
 * Throws UnknownDistrict.
 */
export function ministryPlan(input: MinistryInput, access?: readonly AccessEvent[]): Plan {
  const model = ministryModel(input);
  const { catalog, label } = input.summary;
  const context: MinistryContext = { model, ...(label !== undefined && { banner: label }) };
  const directions = rowsOfDirections(catalog, model.indicators);
  const dynamics = dynamicsSheet(context, directions);
  const activities = activitiesSheet(context, catalog);
  const cycle = cycleSheet(context);
  return {
    title: ministryTexts.fileTitle(model.district.name),
    sheets: [
      overviewSheet(context),
      indicatorsSheet(context, directions),
      ...(dynamics ? [dynamics] : []),
      ...(activities ? [activities] : []),
      ...(cycle ? [cycle] : []),
      completenessSheet(context),
      organisationsSheet(context),
      ...figuresSheets(context),
      ...(access ? [accessSheet(access, model.district.code, frameOf(context))] : []),
      aboutSheet(context, catalog),
    ],
  };
}

const frameOf = (context: MinistryContext): SheetFrame => ({
  writeTop: (sheet, title) => writeTop(sheet, context, title),
  print: printed(context),
});
