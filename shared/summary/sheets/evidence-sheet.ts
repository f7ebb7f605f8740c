import type { Direction } from '../../catalog/types.ts';
import type { EvidenceRow } from '../../criteria/evidence-rows.ts';
import type { PlanSheet } from '../../plan/plan.ts';
import { managementTexts } from '../../texts/management.ts';
import { dayText } from '../../texts/summary.ts';
import type { Management } from '../management.ts';
import { headings, none, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { linkCell, placeCell } from './management-cells.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';

const texts = managementTexts.evidence;

/**
 * «К мониторингу»: all evidence of each direction for three years, by link of the cycle, as the federal monitoring asks
 * for it; links of the district that nothing proves this year stand as rows of their own.
 */
export function evidenceSheet(context: TabContext, model: Management, inbox: string): PlanSheet | undefined {
  const { directions, links, evidence, names } = model;
  if (directions.length === 0) return undefined;
  const sheet = draftSheet(managementTexts.tabs.evidence, [11, 24, 24, 11, 26, 44, 24, 12, 34, 10]);
  writeHead(sheet, context, texts.title);
  sheet.wide({ value: texts.help, style: 'help' });
  const bad = evidence.filter((row) => row.evidence.badLink).length;
  const noLink = evidence.filter((row) => row.evidence.link === undefined).length - bad;
  sheet.wide({ value: texts.count(evidence.length, noLink, bad), style: 'label' });
  const top = sheet.row(headings(texts.headings));
  for (const direction of directions) {
    const own = evidence.filter((row) => row.direction === direction.id);
    for (const { member, title } of links) {
      const rows = own.filter((row) => row.links.includes(member));
      if (!rows.some((row) => isOfDistrictNow(row, context)))
        writeGap(sheet, direction, title, context.model.schoolYear, context.model.district.name);
      for (const row of rows) writeRow(sheet, direction, title, row, names, inbox);
    }
    for (const row of own.filter((one) => one.links.length === 0))
      writeRow(sheet, direction, undefined, row, names, inbox);
  }
  return sheet.finish({
    tabColour: 'violet',
    freeze: { rows: top, columns: 3 },
    autoFilter: { firstRow: top, firstColumn: 1, lastRow: sheet.at(), lastColumn: 10 },
    print: { orientation: 'landscape', repeatRows: [top, top], fitWidth: true, footer: footer(context) },
  });
}

const isOfDistrictNow = (row: EvidenceRow, { model }: TabContext): boolean =>
  row.schoolYear === model.schoolYear && row.unit === model.district.code;

const place = ({ mechanism, short, title }: Direction, link: string | undefined): DraftCell[] => [
  mechanism === '' ? none() : text(mechanism, 'unit'),
  text(short || title, 'label'),
  link === undefined ? none() : text(link),
];

function writeGap(sheet: SheetDraft, direction: Direction, link: string, year: string, unit: string): void {
  sheet.row([
    ...place(direction, link),
    text(year, 'unit'),
    text(unit),
    text(texts.gap, 'attention'),
    ...[1, 2, 3, 4].map(none),
  ]);
}

function writeRow(
  sheet: SheetDraft,
  direction: Direction,
  link: string | undefined,
  row: EvidenceRow,
  names: ReadonlyMap<string, string>,
  inbox: string,
): void {
  const { evidence } = row;
  sheet.row([
    ...place(direction, link),
    text(row.schoolYear, 'unit'),
    text(names.get(row.unit) ?? row.unit),
    { ...text(row.title), detail: texts.of[row.of] },
    evidence.document === undefined ? none() : text(evidence.document),
    evidence.date === undefined ? none() : text(dayText(evidence.date), 'unit'),
    linkCell(evidence, true),
    placeCell(row.place, inbox),
  ]);
}
