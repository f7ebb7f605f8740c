import type { PlanSheet } from '../../plan/plan.ts';
import { recordViewTexts } from '../../texts/record-views.ts';
import type { RecordTable } from '../records.ts';
import { headings, integer, none, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { draftSheet } from './sheet-draft.ts';

const texts = recordViewTexts.index;

/** «Реестры»: every register with what is in it and the tab where it stands; `tabs` by the register's code. */
export function recordsIndexSheet(
  context: TabContext,
  tables: readonly RecordTable[],
  tabs: ReadonlyMap<string, string>,
): PlanSheet {
  const sheet = draftSheet(recordViewTexts.tabs.index, [6, 58, 16, 22, 12, 12, 12]);
  writeHead(sheet, context, texts.title);
  const print = { orientation: 'landscape', footer: footer(context) } as const;
  if (tables.length === 0) {
    sheet.wide({ value: texts.none, style: 'text' });
    return sheet.finish({ tabColour: 'teal', print });
  }
  sheet.wide({ value: texts.help, style: 'help' });
  const top = sheet.row(headings(texts.headings));
  tables.forEach(({ kind, rows, units, withoutLink }, i) => {
    const tab = tabs.get(kind.code);
    const hasLinks = kind.fields.some((field) => field.type === 'link');
    sheet.row([
      integer(i + 1, 'unit'),
      text(kind.title, 'label'),
      tab === undefined
        ? text(texts.empty, 'unit')
        : { value: texts.open, style: 'unit', link: { sheet: tab, cell: 'A1' } },
      text(kind.isStanding ? texts.standing : texts.yearly(context.model.schoolYear), 'unit'),
      integer(rows.length),
      integer(units),
      hasLinks && rows.length > 0 ? integer(withoutLink, withoutLink > 0 ? 'attention' : 'value') : none(),
    ]);
  });
  return sheet.finish({ tabColour: 'teal', freeze: { rows: top, columns: 0 }, print });
}
