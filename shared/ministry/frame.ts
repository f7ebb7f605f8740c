import type { PlanPrint } from '../plan/plan.ts';
import type { SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { ministryTexts } from '../texts/ministry.ts';
import { summaryTexts } from '../texts/summary.ts';
import type { MinistryModel } from './model.ts';

/** What every tab of the ministry's file says about itself. */
export interface MinistryContext {
  readonly model: MinistryModel;
  /** The workspace's own line for everything that is published. */
  readonly banner?: string;
}

/** Title, district and school year, then source, day and version of the definitions: a tab may be printed alone. */
export function writeTop(
  sheet: SheetDraft,
  { model, banner }: MinistryContext,
  title: string,
  across?: number,
): void {
  const { district, date, schoolYear, version } = model;
  sheet.wide({ value: title, style: 'title' }, across);
  const place = summaryTexts.subtitle(district.name, district.regionName);
  const day = summaryTexts.asOf(date, schoolYear);
  sheet.wide({ value: `${place}. ${day}`, style: 'subtitle', isDated: true }, across);
  sheet.wide({ value: ministryTexts.source(date, version), style: 'help', isDated: true }, across);
  if (banner !== undefined) sheet.wide({ value: banner, style: 'attention' }, across);
}

export const printed = ({ model, banner }: MinistryContext): Pick<PlanPrint, 'orientation' | 'footer'> => {
  const own = ministryTexts.footer(model.district.name, model.date, model.version);
  return { orientation: 'landscape', footer: banner === undefined ? own : `${own}. ${banner}` };
};
