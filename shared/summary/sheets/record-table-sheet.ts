import type { RecordField } from '../../catalog/types.ts';
import type { PlanSheet } from '../../plan/plan.ts';
import type { FieldAnswer } from '../../record/record.ts';
import { recordViewTexts } from '../../texts/record-views.ts';
import { recordTexts } from '../../texts/records.ts';
import { placeLink } from '../place-link.ts';
import type { RecordLine, RecordTable } from '../records.ts';
import { date as dateCell, figure, headings, integer, none, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { type DraftCell, draftSheet } from './sheet-draft.ts';

const texts = recordViewTexts.table;

/** What titles and places of a row need to know. */
export interface RecordWords {
  /** Title of a list answer, name of an organisation. */
  readonly shown: (field: RecordField, value: string) => string;
  /** Path to the inbox, from the folder of the summary. */
  readonly inbox: string;
}

const unitWidth = 30;
const placeWidth = 10;
const usualWidths: Partial<Record<RecordField['type'], number>> = {
  text: 30,
  link: 30,
  list: 20,
  organisation: 28,
};

const answers: Readonly<Record<FieldAnswer, string>> = {
  rejected: texts.rejected,
  no_data: texts.noData,
  not_applicable: texts.notApplicable,
};

/** One register of the district with filters; each row links to where it was entered, missing links are named. */
export function recordTableSheet(
  context: TabContext,
  name: string,
  table: RecordTable,
  words: RecordWords,
): PlanSheet {
  const { kind, fields, rows, units, withoutLink } = table;
  const isOfDistrict = kind.levels.every((level) => level === 'district');
  const widths = [
    ...(isOfDistrict ? [] : [unitWidth]),
    ...fields.map((field) => field.width ?? usualWidths[field.type] ?? 12),
    placeWidth,
  ];
  const sheet = draftSheet(name, widths);
  writeHead(sheet, context, kind.title);
  sheet.wide({ value: `${texts.count(rows.length, units)}${texts.links(withoutLink)}`, style: 'help' });
  const top = sheet.row(
    headings([...(isOfDistrict ? [] : [texts.unit]), ...fields.map(headingOf), texts.place]),
  );
  for (const line of rows) {
    sheet.row([
      ...(isOfDistrict ? [] : [text(line.unit, 'label')]),
      ...fields.map((field) => fieldCell(field, line, words)),
      placeCell(line, words),
    ]);
  }
  return sheet.finish({
    tabColour: 'teal',
    freeze: { rows: top, columns: 1 },
    autoFilter: { firstRow: top, firstColumn: 1, lastRow: sheet.at(), lastColumn: widths.length },
    print: { orientation: 'landscape', repeatRows: [top, top], fitWidth: true, footer: footer(context) },
  });
}

const headingOf = ({ name, unit }: RecordField): string => (unit === '' ? name : `${name}, ${unit}`);

/** A link of its own: LibreOffice does not wrap the text of a link. */
const placeCell = ({ row: { place } }: RecordLine, { inbox }: RecordWords): DraftCell => ({
  value: texts.open,
  style: 'unit',
  link: placeLink(place, inbox),
});

function fieldCell(field: RecordField, { row, hasLink }: RecordLine, words: RecordWords): DraftCell {
  const value = row.values[field.code];
  if (value === undefined) {
    const answer = row.answers?.[field.code];
    if (answer !== undefined) return text(answers[answer], answer === 'rejected' ? 'bad' : 'unit');
    return field.type === 'link' && !hasLink ? text(texts.noLink, 'attention') : none();
  }
  switch (field.type) {
    case 'link':
      return { value: String(value), style: 'text', link: { url: String(value) } };
    case 'date':
      return dateCell(String(value), 'unit');
    case 'month':
      return text(recordTexts.month(String(value)), 'unit');
    case 'year':
      return text(String(value), 'unit');
    case 'school_year':
      return text(String(value), 'unit');
    case 'yes_no':
      return text(value === 1 ? recordTexts.yes : recordTexts.no, 'unit');
    case 'integer':
      return integer(Number(value));
    case 'decimal1':
    case 'decimal2':
    case 'decimal3':
      return figure(Number(value));
    case 'list':
    case 'organisation':
      return text(words.shown(field, String(value)));
    default:
      return text(String(value));
  }
}
