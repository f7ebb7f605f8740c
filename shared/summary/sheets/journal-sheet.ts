import type { PlanSheet } from '../../plan/plan.ts';
import { summaryTexts } from '../../texts/summary.ts';
import { date, headings, integer } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { draftSheet } from './sheet-draft.ts';

const texts = summaryTexts.journal;

/** «Журнал»: runs that changed something, newest first; no clock and no durations, so the bytes stay the same. */
export function journalSheet(context: TabContext): PlanSheet {
  const { journal } = context.model;
  const sheet = draftSheet(summaryTexts.tabs.journal, [7, 13, 14, 14, 12, 12, 12, 18, 12]);
  writeHead(sheet, context, texts.title);
  const print = { orientation: 'landscape', footer: footer(context) } as const;
  if (journal.length === 0) {
    sheet.wide({ value: texts.none, style: 'text' });
    return sheet.finish({ tabColour: 'grey', print });
  }
  sheet.wide({ value: texts.help, style: 'help' });
  const top = sheet.row(headings(texts.headings));
  for (const entry of journal) {
    sheet.row([
      integer(entry.no, 'unit'),
      date(entry.date, 'unit'),
      integer(entry.workbooks),
      integer(entry.added),
      integer(entry.changed),
      integer(entry.removed),
      integer(entry.errors, entry.errors > 0 ? 'bad' : 'value'),
      integer(entry.warnings),
      integer(entry.infos),
    ]);
  }
  return sheet.finish({
    tabColour: 'grey',
    freeze: { rows: top, columns: 2 },
    print: { ...print, repeatRows: [top, top] },
  });
}
