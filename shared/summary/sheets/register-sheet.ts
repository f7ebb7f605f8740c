import { addDays } from '../../period/add-days.ts';
import { isDay } from '../../period/period.ts';
import type { PlanSheet, StyleName } from '../../plan/plan.ts';
import { registerViewTexts as texts } from '../../texts/register-view.ts';
import { dayText } from '../../texts/summary.ts';
import type { NoticedChange, RegisterRow, RegisterState, RegisterTable } from '../register-rows.ts';
import { date, headings, none, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';

const widths = [13, 40, 19, 18, 12, 12, 16, 30, 44, 36];

const styles: Readonly<Record<RegisterState, StyleName>> = {
  open: 'good',
  ahead: 'unit',
  closing: 'attention',
  closed: 'locked',
  merged: 'locked',
};

/** «Реестр организаций»: who opened, closed, merged, what they were called before, and what runs noticed. */
export function registerSheet(context: TabContext): PlanSheet {
  const { register } = context.model;
  const sheet = draftSheet(texts.tab, widths);
  writeHead(sheet, context, texts.title);
  sheet.wide({ value: texts.help, style: 'help' });
  const print = { orientation: 'landscape', footer: footer(context), keep: [] } as const;
  if (register.rows.length === 0) {
    sheet.wide(text(texts.noOrganisations));
    return sheet.finish({ tabColour: 'teal', print });
  }
  sheet.wide(text(inShort(register)));
  const top = sheet.row(headings(texts.headings));
  for (const row of register.rows) writeRow(sheet, row);
  const bottom = sheet.at();
  sheet.gap();
  writeChanges(sheet, register);
  return sheet.finish({
    tabColour: 'teal',
    freeze: { rows: top, columns: 2 },
    autoFilter: { firstRow: top, lastRow: bottom, firstColumn: 1, lastColumn: widths.length },
    print: { ...print, repeatRows: [top, top] },
  });
}

function inShort({ counts }: RegisterTable): string {
  const parts = [
    texts.counts.open(counts.open),
    ...(counts.opened > 0 ? [texts.counts.opened(counts.opened)] : []),
    ...(counts.closed > 0 ? [texts.counts.closed(counts.closed)] : []),
    ...(counts.merged > 0 ? [texts.counts.merged(counts.merged)] : []),
    ...(counts.renamed > 0 ? [texts.counts.renamed(counts.renamed)] : []),
  ];
  const line = parts.join('; ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}

const dayCell = (day: string | undefined): DraftCell => (day === undefined ? none() : date(day, 'unit'));

function writeRow(sheet: SheetDraft, { organisation, state, took, into, former }: RegisterRow): void {
  const { code, name, types, programmes, opened, closed, mergedInto } = organisation;
  const documents = former.flatMap(({ document, link }) => document ?? link ?? []);
  const link = former.find((one) => one.link !== undefined)?.link;
  const proof = documents.length === 0 ? none() : text(documents.join('; '));
  sheet.row([
    text(code, 'unit'),
    {
      ...text(name, 'label'),
      ...(took.length > 0 && { detail: texts.took(took.map((other) => other.name)) }),
    },
    text(types.map((type) => texts.types[type] ?? type).join(', ')),
    text(programmes.join(' ')),
    dayCell(opened),
    dayCell(closed),
    text(texts.states[state], styles[state]),
    mergedInto === undefined ? none() : into ? text(into.name) : text(texts.unknown(mergedInto), 'attention'),
    former.length === 0
      ? none()
      : text(former.map((one) => texts.former(one.name, addDays(one.until, 1), one.isNoticed)).join('\n')),
    { ...proof, ...(link !== undefined && { link: { url: link } }) },
  ]);
}

/** Under the table, on its wider columns. */
function writeChanges(sheet: SheetDraft, { changes, nameOf }: RegisterTable): void {
  const words = texts.changes;
  sheet.wide({ value: words.section, style: 'section' });
  sheet.wide({ value: words.help, style: 'help' });
  if (changes.length === 0) {
    sheet.wide(text(words.none));
    return;
  }
  const [noticed = '', who = '', what = '', before = '', after = ''] = words.headings;
  const place = (cells: readonly DraftCell[]): void => {
    const [a, b, c, d, e] = cells as [DraftCell, DraftCell, DraftCell, DraftCell, DraftCell];
    const filler = (style: StyleName | undefined): DraftCell => (style === undefined ? {} : { style });
    const row = sheet.row([
      a,
      b,
      c,
      d,
      filler(d.style),
      filler(d.style),
      filler(d.style),
      e,
      filler(e.style),
    ]);
    sheet.merge({ firstRow: row, lastRow: row, firstColumn: 4, lastColumn: 7 });
    sheet.merge({ firstRow: row, lastRow: row, firstColumn: 8, lastColumn: 9 });
  };
  place(headings([noticed, who, what, before, after]));
  for (const change of changes) {
    place([
      date(change.date, 'unit'),
      text(nameOf(change.unit), 'label'),
      text(words.fields[change.field]),
      said(change, change.before, nameOf),
      said(change, change.after, nameOf),
    ]);
  }
}

function said({ field }: NoticedChange, value: string, nameOf: (code: string) => string): DraftCell {
  if (field === 'listed') return text(value === '' ? texts.changes.listed.no : texts.changes.listed.yes);
  if (value === '') return none();
  if (field === 'merged_into') return text(nameOf(value));
  if (field === 'type')
    return text(
      value
        .split(' ')
        .map((type) => texts.types[type] ?? type)
        .join(', '),
    );
  return text(isDay(value) ? dayText(value) : value);
}
