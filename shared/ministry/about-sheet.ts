import type { Catalog } from '../catalog/types.ts';
import type { PlanSheet } from '../plan/plan.ts';
import { headings, text } from '../summary/sheets/cells.ts';
import { draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { ministryTexts } from '../texts/ministry.ts';
import { dayText } from '../texts/summary.ts';
import { type MinistryContext, printed, writeTop } from './frame.ts';

const texts = ministryTexts.about;
const widths = [40, 50, 60];

/** «О сведениях»: origin, how to read the figures, where they may not be used, and what is left out and why. */
export function aboutSheet(
  context: MinistryContext,
  catalog: Pick<Catalog, 'disclosures' | 'directions'>,
): PlanSheet {
  const { district, date, schoolYear, version, submission, units } = context.model;
  const sheet = draftSheet(ministryTexts.tabs.about, widths);
  writeTop(sheet, context, texts.title);
  sheet.wide({ value: texts.facts, style: 'section' });
  const asked = submission.rows.filter((row) => row.state !== 'waiting');
  const complete = asked.filter((row) => row.state === 'complete').length;
  const facts: readonly (readonly [string, string])[] = [
    [texts.district, district.name],
    ...(district.regionName === '' ? [] : [[texts.region, district.regionName] as const]),
    [texts.schoolYear, schoolYear],
    [texts.date, dayText(date)],
    [texts.source, texts.sourceText],
    [texts.version, texts.versionText(version)],
    [texts.coverage, texts.coverageText(complete, asked.length, units.organisations.length)],
  ];
  for (const [name, value] of facts) {
    const at = sheet.row([text(name, 'label'), text(value), { style: 'text' }]);
    sheet.merge({ firstRow: at, lastRow: at, firstColumn: 2, lastColumn: 3 });
  }
  writeList(sheet, texts.reading, texts.readingItems);
  writeList(sheet, texts.limits, texts.limitItems);
  writeList(sheet, texts.left, texts.leftItems);
  writeWithheld(sheet, catalog);
  return sheet.finish({ tabColour: 'grey', print: { ...printed(context), keep: [] } });
}

function writeList(sheet: SheetDraft, title: string, items: readonly string[]): void {
  sheet.gap();
  sheet.wide({ value: title, style: 'section' });
  for (const item of items) sheet.wide({ value: item, style: 'text' });
}

/** Each reason once per direction: the elements behind it are the district's words, not the ministry's. */
function writeWithheld(
  sheet: SheetDraft,
  { disclosures, directions }: Pick<Catalog, 'disclosures' | 'directions'>,
): void {
  const seen = new Set<string>();
  const rows = disclosures.filter(({ direction, ministry, reason }) => {
    const key = `${direction}\n${ministry}\n${reason}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
  if (rows.length === 0) return;
  sheet.gap();
  sheet.wide({ value: texts.withheld, style: 'section' });
  sheet.wide({ value: texts.withheldHelp, style: 'help' });
  sheet.row(headings(texts.withheldHeadings));
  for (const { direction, ministry, reason } of rows)
    sheet.row([
      text(directions.get(direction)?.short || directions.get(direction)?.title || direction, 'label'),
      text(texts.withheldWhat[ministry], 'unit'),
      text(reason),
    ]);
}
