import type { PlanSheet } from '../../plan/plan.ts';
import { sectionTexts } from '../../texts/sections.ts';
import { summaryTexts } from '../../texts/summary.ts';
import type { Section, SectionRow } from '../sections.ts';
import { figure, headings, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { groupTitle, leadingCells, noteCell, trendCell } from './indicator-cells.ts';
import { noteText, valueStyle } from './indicator-words.ts';
import type { SectionTab } from './section-sheet.ts';
import { draftSheet, type SheetDraft } from './sheet-draft.ts';

const texts = summaryTexts.indicators;

const widths = [9, 66, 8, 10, 33, 32, 11, 10];

/** «Показатели»: every indicator of the school year at a glance, each with a link to its row in the tab of its section. */
export function indicatorsSheet(
  context: TabContext,
  sections: readonly { readonly section: Section; readonly tab: SectionTab }[],
): PlanSheet {
  const sheet = draftSheet(summaryTexts.tabs.indicators, widths);
  writeHead(sheet, context, texts.title);
  if (sections.length === 0) {
    sheet.wide({ value: texts.none, style: 'text' });
    return sheet.finish({ tabColour: 'blue', print: { orientation: 'landscape', footer: footer(context) } });
  }
  sheet.wide({ value: `${sectionTexts.index.help} ${texts.help}`, style: 'help' });
  const h = texts.headings;
  const top = sheet.row(
    headings([
      h.no,
      h.name,
      h.unit,
      context.model.schoolYear,
      h.change,
      h.note,
      sectionTexts.headings.coverage,
      sectionTexts.index.details,
    ]),
  );
  for (const { section, tab } of sections) {
    sheet.wide({ value: section.title, style: 'title' });
    for (const row of section.rows) {
      if (row.type === 'group') sheet.wide({ value: groupTitle(row), style: 'section' });
      else if (row.isWholeYear) writeRow(sheet, row, section.name, tab);
    }
  }
  return sheet.finish({
    tabColour: 'blue',
    freeze: { rows: top, columns: 2 },
    print: { orientation: 'landscape', repeatRows: [top, top], keep: [], footer: footer(context) },
  });
}

function writeRow(sheet: SheetDraft, row: SectionRow, tab: string, { places }: SectionTab): void {
  const { indicator, result } = row;
  sheet.row([
    ...leadingCells(row),
    result.value === undefined
      ? text(summaryTexts.reasonShort[result.reason] ?? '', 'unit')
      : figure(result.value, indicator.unit !== '%', valueStyle(row)),
    trendCell(row),
    noteCell(row, noteText(row)),
    text(
      sectionTexts.coverage(result.reported, result.expected),
      result.reported < result.expected ? 'attention' : 'unit',
    ),
    {
      ...text(sectionTexts.index.open, 'link'),
      link: { sheet: tab, cell: places.get(`${row.code} ${row.period.key}`) ?? 'A1' },
    },
  ]);
}
