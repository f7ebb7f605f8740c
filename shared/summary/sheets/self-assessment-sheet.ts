import type { CriterionRow } from '../../criteria/criteria-rows.ts';
import { judgedText } from '../../criteria/criterion-title.ts';
import { isProof } from '../../criteria/evidence.ts';
import type { CriterionStatus } from '../../criteria/mark.ts';
import type { PlanSheet } from '../../plan/plan.ts';
import { criteriaTexts } from '../../texts/criteria.ts';
import { managementTexts } from '../../texts/management.ts';
import type { Management } from '../management.ts';
import { figure, headings, integer, none, text } from './cells.ts';
import { footer, type TabContext, writeHead } from './head.ts';
import { documentText, linkCell, placeCell, statusStyles } from './management-cells.ts';
import { type DraftCell, draftSheet, type SheetDraft } from './sheet-draft.ts';
import { categoryId, countId, stackedCounts } from './stacked-counts.ts';

const texts = managementTexts.self;
const counted = ['met', 'partly', 'not_met', 'no_data', 'not_applicable'] as const;
const charted = [
  { code: 'met', colour: 'green' },
  { code: 'partly', colour: 'amber' },
  { code: 'not_met', colour: 'red' },
  { code: 'no_data', colour: 'grey' },
] as const;

const tallyOf = (rows: readonly CriterionRow[]): Record<CriterionStatus, number> => {
  const counts = { met: 0, partly: 0, not_met: 0, no_data: 0, not_applicable: 0 };
  for (const { status } of rows) counts[status]++;
  return counts;
};

/** Percent of the criteria that were answered and apply; «частично» is half. Undefined without answers. */
export function metShare(rows: readonly CriterionRow[]): number | undefined {
  const { met, partly, not_met: notMet } = tallyOf(rows);
  const answered = met + partly + notMet;
  return answered === 0 ? undefined : (100 * (2 * met + partly)) / (2 * answered);
}

/** «Самооценка»: the district's criteria by direction with a chart, its organisations × directions in a matrix. */
export function selfAssessmentSheet(context: TabContext, model: Management): PlanSheet | undefined {
  if (model.criteria.length === 0) return undefined;
  const own = model.criteria.filter(({ level }) => level === 'district');
  const units = model.criteria.filter(({ level }) => level === 'organisation');
  const columns = Math.max(texts.headings.length - 1, directionsIn(model, units).length + 3);
  const sheet = draftSheet(managementTexts.tabs.self, [36, ...Array.from({ length: columns }, () => 16)]);
  writeHead(sheet, context, texts.title);
  sheet.wide({ value: texts.help, style: 'help' });
  const keep: [number, number][] = [];
  if (own.length > 0) keep.push(...writeDirections(sheet, model, own));
  if (units.length > 0) writeOrganisations(sheet, model, units);
  return sheet.finish({
    tabColour: 'violet',
    print: { orientation: 'landscape', footer: footer(context), keep },
  });
}

const ofDirection = (rows: readonly CriterionRow[], id: string) =>
  rows.filter(({ item }) => item.criterion.direction === id);

const directionsIn = ({ directions }: Management, rows: readonly CriterionRow[]) =>
  directions.filter(({ id }) => ofDirection(rows, id).length > 0);

function writeDirections(
  sheet: SheetDraft,
  model: Management,
  own: readonly CriterionRow[],
): [number, number][] {
  sheet.gap();
  sheet.wide({ value: texts.byDirection, style: 'section' });
  const first = sheet.row(headings(texts.headings)) - 1;
  const shown = directionsIn(model, own);
  const cells = (rows: readonly CriterionRow[], id?: (status: string) => string): DraftCell[] => {
    const counts = tallyOf(rows);
    const share = metShare(rows);
    return [
      integer(rows.length),
      ...counted.map((status) => ({ ...integer(counts[status]), ...(id && { id: id(status) }) })),
      share === undefined ? none() : figure(share),
    ];
  };
  shown.forEach(({ id, title, short }, i) => {
    sheet.row([
      { ...text(short || title, 'label'), id: categoryId('self', i) },
      ...cells(ofDirection(own, id), (status) => countId('self', i, status)),
    ]);
  });
  sheet.row([text(texts.total, 'label'), ...cells(own)]);
  const table: [number, number] = [first, sheet.at()];
  sheet.gap();
  const total = tallyOf(own);
  const chart = stackedCounts(sheet, {
    name: 'self',
    rows: shown.length,
    series: charted.map(({ code, colour }) => ({ code, colour, title: managementTexts.statusesShort[code] })),
    title: texts.chart(total.met, total.met + total.partly + total.not_met),
    description: texts.chartDescription,
    columns: 7,
    height: 12,
  });
  return [table, chart];
}

function writeOrganisations(sheet: SheetDraft, model: Management, units: readonly CriterionRow[]): void {
  sheet.wide({ value: texts.organisations, style: 'section' });
  const shown = directionsIn(model, units);
  sheet.row(
    headings([
      texts.organisationHeading,
      texts.answered,
      ...shown.map(({ short, title }) => short || title),
      texts.all,
      texts.reviewed,
    ]),
  );
  const shareCell = (rows: readonly CriterionRow[]): DraftCell => {
    const share = metShare(rows);
    return share === undefined ? none() : figure(share);
  };
  for (const code of new Set(units.map(({ unit }) => unit))) {
    const own = units.filter(({ unit }) => unit === code);
    const answered = own.filter((row) => row.own !== undefined).length;
    const reviewed = own.filter((row) => row.byDistrict !== undefined).length;
    sheet.row([
      text(model.names.get(code) ?? code, 'label'),
      answered === 0
        ? text(texts.noAnswers, 'attention')
        : text(texts.ofAll(answered, own.length), answered === own.length ? 'good' : 'unit'),
      ...shown.map(({ id }) => shareCell(ofDirection(own, id))),
      shareCell(own),
      answered === 0 ? none() : text(texts.ofAll(reviewed, answered), 'unit'),
    ]);
  }
  sheet.gap();
}

/**
 * «Ответы на критерии»: the district's criteria, then what its organisations answered, each with the district's mark beside
 * and the proof. Nothing without criteria.
 */
export function answersSheet(
  context: TabContext,
  { criteria, directions, names }: Management,
  inbox: string,
): PlanSheet | undefined {
  const rows = criteria.filter(
    ({ level, own, byDistrict }) => level === 'district' || own !== undefined || byDistrict !== undefined,
  );
  if (rows.length === 0) return undefined;
  const sheet = draftSheet(managementTexts.tabs.answers, [26, 17, 34, 6, 40, 6, 13, 13, 13, 22, 24, 26, 10]);
  writeHead(sheet, context, texts.answersTitle);
  sheet.wide({ value: texts.answersHelp, style: 'help' });
  const top = sheet.row(headings(texts.answerHeadings));
  const titles = new Map(directions.map(({ id, title, short }) => [id, short || title]));
  for (const row of rows) {
    const { criterion } = row.item;
    const differs = row.own !== undefined && row.byDistrict !== undefined && row.own !== row.byDistrict;
    const wants = row.own === 'yes' || row.own === 'partly';
    sheet.row([
      text(names.get(row.unit) ?? row.unit, 'label'),
      text(titles.get(criterion.direction) ?? criterion.direction),
      text(criterion.group),
      text(criterion.no, 'unit'),
      text(judgedText(row.item)),
      text(criterion.polarity === '-' ? criteriaTexts.minus : criterion.polarity, 'unit'),
      row.own === undefined ? none() : text(criteriaTexts.marks[row.own], 'unit'),
      row.level === 'district' || row.byDistrict === undefined
        ? none()
        : text(criteriaTexts.marks[row.byDistrict], differs ? 'attention' : 'unit'),
      text(criteriaTexts.statuses[row.status], statusStyles[row.status]),
      text(row.remark ?? ''),
      wants && !isProof(row.evidence) ? text(texts.noProof, 'attention') : text(documentText(row.evidence)),
      linkCell(row.evidence, wants),
      placeCell(row.place, inbox),
    ]);
  }
  return sheet.finish({
    tabColour: 'violet',
    freeze: { rows: top, columns: 1 },
    autoFilter: { firstRow: top, firstColumn: 1, lastRow: sheet.at(), lastColumn: 13 },
    print: { orientation: 'landscape', repeatRows: [top, top], fitWidth: true, footer: footer(context) },
  });
}
