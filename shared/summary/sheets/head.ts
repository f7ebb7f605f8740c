import { summaryTexts } from '../../texts/summary.ts';
import type { SummaryModel } from '../model.ts';
import type { SheetDraft } from './sheet-draft.ts';

/** What each tab says about itself: title, district, day of the data, and a banner where the workspace has one. */
export interface TabContext {
  readonly model: SummaryModel;
  /** «демонстрационные данные» or the workspace's own label. */
  readonly banner?: string;
  /** What people call a member of a dictionary: `subject`, `ru` → «Русский язык». */
  readonly titleOf: (dimension: string, code: string) => string;
}

export function writeHead(
  sheet: SheetDraft,
  { model, banner }: TabContext,
  title: string,
  across?: number,
): void {
  const { district } = model;
  sheet.wide({ value: title, style: 'title' }, across);
  const place = summaryTexts.subtitle(district.name, district.regionName);
  sheet.wide(
    {
      value: `${place}. ${summaryTexts.asOf(model.date, model.schoolYear)}`,
      style: 'subtitle',
      isDated: true,
    },
    across,
  );
  if (banner !== undefined) sheet.wide({ value: banner, style: 'attention' }, across);
}

export const footer = ({ model, banner }: TabContext): string => {
  const own = summaryTexts.footer(model.district.name, model.date);
  return banner === undefined ? own : `${own}. ${banner}`;
};
