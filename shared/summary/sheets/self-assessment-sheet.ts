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

/** «Самооценка»: the district's criteria by direction with a chart and in full, its organisations in a matrix. */
export function selfAssessmentSheet(context: TabContext, model: Management): PlanSheet | undefined {
  if (model.criteria.length === 0) return undefined;
  const own = model.criteria.filter(({ level }) => level === 'district');
  const units = model.criteria.filter(({ level }) => level === 'organisation');
  const sheet = draftSheet(managementTexts.tabs.self, [30, 12, 44, 12, 14, 13, 30, 30]);
  writeHead(sheet, context, texts.title);
  sheet.wide({ value: texts.help, style: 'help' });
  const keep: [number, number][] = [];
  if (own.length > 0) keep.push(...writeDirections(sheet, model, own));
  if (units.length > 0) writeOrganisations(sheet, context, model, units);
  if (own.length > 0) writeCriteria(sheet, model, own);
  return sheet.finish({
    tabColour: 'violet',
    print: { orientation: 'landscape', footer: footer(context), keep },
  });
}

const ofDirection = (rows: readonly CriterionRow[], id: string) =>
  rows.filter(({ item }) => item.criterion.direction === id);

function writeDirections(
  sheet: SheetDraft,
  { directions }: Management,
  own: readonly CriterionRow[],
): [number, number][] {
  sheet.gap();
  sheet.wide({ value: texts.byDirection, style: 'section' });
  const first = sheet.row(headings(texts.headings)) - 1;
  const shown = directions.filter(({ id }) => ofDirection(own, id).length > 0);
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
  });
  return [table, chart];
}

function writeOrganisations(
  sheet: SheetDraft,
  { model }: TabContext,
  { directions }: Management,
  units: readonly CriterionRow[],
): void {
  sheet.wide({ value: texts.organisations, style: 'section' });
  const names = new Map(model.matrix.organisations.map((o) => [o.code, o.name]));
  const codes = [...new Set(units.map(({ unit }) => unit))];
  const shown = directions.filter(({ id }) => ofDirection(units, id).length > 0);
  sheet.row(
    headings([
      texts.organisationHeading,
      texts.answered,
      texts.directionsOf,
      ...[texts.reviewed, texts.share, texts.notMet],
    ]),
  );
  for (const code of codes) {
    const own = units.filter(({ unit }) => unit === code);
    const answered = own.filter((row) => row.own !== undefined).length;
    const share = metShare(own);
    sheet.row([
      text(names.get(code) ?? code, 'label'),
      text(
        texts.ofAll(answered, own.length),
        answered === own.length ? 'good' : answered === 0 ? 'muted' : 'unit',
      ),
      text(
        answered === 0
          ? texts.noAnswers
          : shown
              .flatMap(({ id, title, short }) => {
                const value = metShare(ofDirection(own, id));
                return value === undefined ? [] : [texts.directionShare(short || title, value)];
              })
              .join('; '),
        answered === 0 ? 'muted' : 'text',
      ),
      text(texts.ofAll(own.filter((row) => row.byDistrict !== undefined).length, answered), 'unit'),
      share === undefined ? none() : figure(share),
      answered === 0
        ? none()
        : integer(tallyOf(own).not_met, tallyOf(own).not_met > 0 ? 'attention' : 'value'),
    ]);
  }
  sheet.gap();
}

function writeCriteria(sheet: SheetDraft, { directions }: Management, own: readonly CriterionRow[]): void {
  sheet.wide({ value: texts.criteria, style: 'section' });
  sheet.row(headings(texts.criterionHeadings));
  for (const { id, title } of directions) {
    const rows = ofDirection(own, id);
    if (rows.length === 0) continue;
    sheet.wide({ value: title, style: 'subtitle' });
    for (const row of rows) sheet.row(criterionCells(row));
  }
}

function criterionCells(row: CriterionRow): DraftCell[] {
  const { group, no, polarity } = row.item.criterion;
  const wants = row.own === 'yes' || row.own === 'partly';
  return [
    text(group),
    text(no, 'unit'),
    text(judgedText(row.item)),
    text(polarity === '-' ? criteriaTexts.minus : polarity, 'unit'),
    row.own === undefined ? none() : text(criteriaTexts.marks[row.own], 'unit'),
    text(criteriaTexts.statuses[row.status], statusStyles[row.status]),
    wants && !isProof(row.evidence) ? text(texts.noProof, 'attention') : text(documentText(row.evidence)),
    linkCell(row.evidence, wants),
  ];
}

/** «Самооценка организаций»: each answered criterion with the district's mark beside; nothing without answers. */
export function unitsAssessmentSheet(
  context: TabContext,
  { criteria, directions }: Management,
  inbox: string,
): PlanSheet | undefined {
  const rows = criteria.filter(
    ({ level, own, byDistrict }) =>
      level === 'organisation' && (own !== undefined || byDistrict !== undefined),
  );
  if (rows.length === 0) return undefined;
  const sheet = draftSheet(managementTexts.tabs.units, [26, 20, 6, 44, 6, 13, 13, 24, 26, 28, 10]);
  writeHead(sheet, context, texts.unitsTitle);
  sheet.wide({ value: texts.unitsHelp, style: 'help' });
  const top = sheet.row(headings(texts.unitHeadings));
  const names = new Map(context.model.matrix.organisations.map((o) => [o.code, o.name]));
  const titles = new Map(directions.map(({ id, title, short }) => [id, short || title]));
  for (const row of rows) {
    const { criterion } = row.item;
    const differs = row.own !== undefined && row.byDistrict !== undefined && row.own !== row.byDistrict;
    const wants = row.own === 'yes' || row.own === 'partly';
    sheet.row([
      text(names.get(row.unit) ?? row.unit, 'label'),
      text(titles.get(criterion.direction) ?? criterion.direction),
      text(criterion.no, 'unit'),
      text(judgedText(row.item)),
      text(criterion.polarity === '-' ? criteriaTexts.minus : criterion.polarity, 'unit'),
      row.own === undefined ? none() : text(criteriaTexts.marks[row.own], 'unit'),
      row.byDistrict === undefined
        ? none()
        : text(criteriaTexts.marks[row.byDistrict], differs ? 'attention' : 'good'),
      text(row.remark ?? ''),
      wants && !isProof(row.evidence) ? text(texts.noProof, 'attention') : text(documentText(row.evidence)),
      linkCell(row.evidence, wants),
      placeCell(row.place, inbox),
    ]);
  }
  return sheet.finish({
    tabColour: 'violet',
    freeze: { rows: top, columns: 1 },
    autoFilter: { firstRow: top, firstColumn: 1, lastRow: sheet.at(), lastColumn: 11 },
    print: { orientation: 'landscape', repeatRows: [top, top], fitWidth: true, footer: footer(context) },
  });
}
