import type { PlanPrint, PlanSheet } from '../plan/plan.ts';
import { date, headings, text } from '../summary/sheets/cells.ts';
import { type DraftCell, draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { shareTexts } from '../texts/share.ts';
import { type AccessEntry, type AccessEvent, accessOf } from './access.ts';

const texts = shareTexts.sheet;
const widths = [44, 24, 22, 15, 15, 34, 54];

/** What a tab writes above and below: each workbook has its own. */
export interface SheetFrame {
  readonly writeTop: (sheet: SheetDraft, title: string) => void;
  readonly print: Pick<PlanPrint, 'orientation' | 'footer'>;
}

/** «Доступ»: who may see the shared spreadsheet, since when and until when; what ended; what happened. */
export function accessSheet(events: readonly AccessEvent[], district: string, frame: SheetFrame): PlanSheet {
  const sheet = draftSheet(texts.tab, widths);
  frame.writeTop(sheet, texts.title);
  sheet.wide({ value: texts.help, style: 'help' });
  const entries = accessOf(events, district);
  const [held, ended] = [entries.filter((one) => !one.ended), entries.filter((one) => one.ended)];
  sheet.wide({ value: texts.now, style: 'section' });
  if (held.length === 0) sheet.wide({ value: texts.none, style: 'text' });
  else sheet.row(headings(texts.headings));
  for (const entry of held)
    sheet.row([
      ...named(entry),
      date(entry.since, 'unit'),
      untilCell(entry),
      stateCell(entry),
      text(entry.command),
    ]);
  if (ended.length > 0) {
    sheet.gap();
    sheet.wide({ value: texts.ended, style: 'section' });
    sheet.row(headings(texts.endedHeadings));
  }
  for (const entry of ended) {
    const { action, day, command } = entry.ended!;
    sheet.row([
      ...named(entry),
      date(entry.since, 'unit'),
      date(day, 'unit'),
      text(shareTexts.actions[action], 'unit'),
      text(command),
    ]);
  }
  const own = events.filter((event) => event.district === district);
  if (own.length > 0) {
    sheet.gap();
    sheet.wide({ value: texts.history, style: 'section' });
    sheet.row(headings(texts.historyHeadings));
  }
  for (const event of [...own].reverse()) {
    sheet.row([
      ...named(event),
      date(event.day, 'unit'),
      untilCell(event),
      text(shareTexts.actions[event.action], 'unit'),
      text(event.command),
    ]);
  }
  return sheet.finish({ tabColour: 'amber', print: frame.print });
}

type Named = Pick<AccessEvent, 'type' | 'who' | 'role'>;

const named = ({ type, who, role }: Named): DraftCell[] => [
  text(shareTexts.whom(type, who), 'label'),
  text(shareTexts.types[type], type === 'anyone' ? 'bad' : 'unit'),
  text(shareTexts.roles[role], role === 'reader' ? 'unit' : 'attention'),
];

const untilCell = ({ until }: Pick<AccessEvent, 'until'>): DraftCell =>
  until === undefined ? text(texts.forEver, 'unit') : date(until, 'unit');

const stateCell = ({ isFound }: AccessEntry): DraftCell =>
  isFound ? text(texts.found, 'attention') : text(texts.open, 'good');
