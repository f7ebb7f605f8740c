import type { Plan, PlanLink, PlanSheet } from '../plan/plan.ts';
import { headings, integer, text } from '../summary/sheets/cells.ts';
import { type DraftCell, draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { returnsTexts as texts } from '../texts/returns.ts';
import type { Protocol, Remark } from './protocol.ts';

/** №, importance, form and row, period, tab, cell, what is wrong, what was typed, what to do: A4 landscape. */
const widths = [5, 12, 32, 14, 18, 9, 32, 13, 36];
/** Columns of the labels above the table; what they say runs over the rest. */
const labels = 2;
const styles = { error: 'bad', warning: 'attention', info: 'unit' } as const;

/** The workbook of one protocol: what report it is about, what to do first, every remark with a link to its cell. */
export function protocolPlan(protocol: Protocol): Plan {
  return { title: texts.fileTitle(protocol.name), sheets: [protocolSheet(protocol)] };
}

function protocolSheet(protocol: Protocol): PlanSheet {
  const sheet = draftSheet(texts.tab, widths);
  sheet.wide({ value: texts.title, style: 'title' });
  sheet.wide({ value: texts.subtitle(protocol.districtName, protocol.schoolYear), style: 'subtitle' });
  if (protocol.label !== undefined) sheet.wide({ value: protocol.label, style: 'attention' });
  for (const [label, value, link] of facts(protocol)) fact(sheet, label, value, link);
  const remark = protocol.report?.remark;
  if (remark !== undefined) {
    section(sheet, texts.remarkHeading);
    sheet.wide({ value: remark, style: 'text' });
  }
  section(sheet, texts.firstHeading);
  firstSteps(protocol).forEach((step, i) => {
    sheet.wide({ value: `${i + 1}. ${step}`, style: 'text' });
  });
  if (protocol.file !== undefined && protocol.remarks.some(isLinked)) {
    sheet.wide({ value: texts.folder(protocol.file), style: 'help' });
  }
  section(sheet, texts.tableHeading);
  const table = writeRemarks(sheet, protocol);
  return sheet.finish({
    tabColour: 'amber',
    ...(table && {
      autoFilter: { firstRow: table.top, lastRow: table.last, firstColumn: 1, lastColumn: widths.length },
    }),
    print: {
      orientation: 'landscape',
      fitWidth: true,
      ...(table && { repeatRows: [table.top, table.top] as const }),
      footer: texts.fileTitle(protocol.name),
    },
  });
}

function facts({
  name,
  report,
  file,
  url,
  counts,
}: Protocol): (readonly [label: string, value: string, link?: PlanLink])[] {
  const state = report?.state ?? 'none';
  const day = report?.submittedOn === undefined ? texts.unknownDay : texts.day(report.submittedOn);
  const isHandedIn = state !== 'none' && state !== 'draft';
  return [
    [texts.facts.organisation, name],
    [texts.facts.submitted, isHandedIn ? texts.submittedBy(day, report?.post ?? '') : texts.notSubmitted],
    [texts.facts.state, texts.state(state, report?.decidedOn)],
    ...(file === undefined
      ? []
      : url === undefined
        ? [[texts.facts.file, file] as const]
        : [[texts.facts.online, file, { url }] as const]),
    [texts.facts.found, texts.found(counts.error, counts.warning)],
  ];
}

function fact(sheet: SheetDraft, label: string, value: string, link?: PlanLink): void {
  const row = sheet.row([text(label, 'label'), undefined, { ...text(value), ...(link && { link }) }]);
  sheet.merge({ firstRow: row, lastRow: row, firstColumn: 1, lastColumn: labels });
  sheet.merge({ firstRow: row, lastRow: row, firstColumn: labels + 1, lastColumn: widths.length });
}

function section(sheet: SheetDraft, title: string): void {
  sheet.row([], { height: 6 });
  sheet.wide({ value: title, style: 'section' });
}

function firstSteps({ report, counts, isUnread, url }: Protocol): string[] {
  const first = url === undefined ? texts.first : { ...texts.first, ...texts.firstOnline };
  const steps: string[] = [];
  if (isUnread) steps.push(first.unread);
  if (report?.state === 'returned' && report.remark !== undefined) steps.push(first.remark);
  if (counts.error > 0 && !(isUnread && counts.error === 1)) steps.push(first.errors(counts.error));
  if (counts.warning > 0) steps.push(first.warnings(counts.warning));
  if (report?.state === 'returned' && report.decidedOn !== undefined) {
    steps.push(first.returned(report.decidedOn));
  } else if (report?.state === 'draft') steps.push(first.draft);
  else if (report !== undefined) steps.push(first.again);
  return steps;
}

function writeRemarks(
  sheet: SheetDraft,
  { remarks, left, file }: Protocol,
): { readonly top: number; readonly last: number } | undefined {
  if (remarks.length === 0) {
    sheet.wide({ value: texts.none, style: 'text' });
    return undefined;
  }
  const top = sheet.row(headings(texts.headings));
  remarks.forEach((remark, i) => {
    const { severity, form, element, period, raw } = remark;
    sheet.row([
      integer(i + 1),
      text(texts.severity[severity], styles[severity]),
      text([form, element].filter((t) => t !== '').join(': ')),
      text(period === '' ? '' : texts.period(period)),
      text(placeText(remark, file)),
      placeCell(remark),
      text(remark.text),
      { ...text(raw), format: 'text' },
      text(remark.todo),
    ]);
  });
  const last = sheet.at();
  if (left > 0) sheet.wide({ value: texts.left(left), style: 'attention' });
  return { top, last };
}

/** A cell of the organisation's own file can be opened from here; lists and books that the district keeps cannot. */
const isLinked = ({ isOwn, url }: Remark): boolean => isOwn && url === undefined;

/** A link that opens the very cell of the book lying in the same folder; short, since a spreadsheet does not wrap it. */
function placeCell(remark: Remark): DraftCell {
  const { file, tab, cell, url } = remark;
  if (url !== undefined) return { value: cell ?? texts.open, style: 'link', link: { url } };
  if (!isLinked(remark)) return text(cell ?? '');
  const link = { file, ...(tab !== undefined && { sheet: tab }), ...(cell !== undefined && { cell }) };
  return { value: cell ?? texts.open, style: 'link', link };
}

/** Where to look without a link: the tab; the file where it is not the book itself, the line of a list. */
function placeText({ tab, file, line }: Remark, book: string | undefined): string {
  if (line !== undefined) return texts.line(file, line);
  const isElsewhere = tab === undefined || (book !== undefined && file !== book);
  return [...(tab === undefined ? [] : [tab]), ...(isElsewhere ? [file] : [])].join(', ');
}
