import type { PlanSheet } from '../plan/plan.ts';
import { headings, none, text } from '../summary/sheets/cells.ts';
import { documentText, linkCell, statusStyles } from '../summary/sheets/management-cells.ts';
import { draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { criteriaTexts } from '../texts/criteria.ts';
import { organisationCriteriaTexts as texts } from '../texts/organisation-criteria.ts';
import type { OrganisationFacts, OwnCriterion } from './facts.ts';
import { print, writeHead } from './frame.ts';

const widths = [7, 46, 6, 14, 15, 14, 26, 24, 26];

/** «Самооценка»: the organisation's answers by direction, the district's mark beside each. Nothing where nobody asks. */
export function criteriaSheet(facts: OrganisationFacts): PlanSheet | undefined {
  const { criteria = [] } = facts;
  if (criteria.length === 0) return undefined;
  const sheet = draftSheet(texts.tab, widths);
  writeHead(sheet, facts, texts.title);
  sheet.wide({ value: texts.help, style: 'help' });
  sheet.wide(text(inShort(criteria), 'text'));
  const top = sheet.row(headings(texts.headings));
  criteria.forEach((one, i) => {
    const before = criteria[i - 1];
    const isNew = one.direction !== before?.direction;
    if (isNew) sheet.wide({ value: one.direction, style: 'section' });
    if (one.group !== '' && (isNew || one.group !== before?.group))
      sheet.wide({ value: one.group, style: 'label' });
    writeRow(sheet, one);
  });
  return sheet.finish({
    tabColour: 'violet',
    freeze: { rows: top, columns: 0 },
    print: print(facts, 'landscape', { repeatRows: [top, top] }),
  });
}

/** The state of the self-assessment in one sentence. */
function inShort(criteria: readonly OwnCriterion[]): string {
  const answered = criteria.filter(({ own }) => own !== undefined);
  const reviewed = criteria.filter(({ byDistrict }) => byDistrict !== undefined);
  if (answered.length + reviewed.length === 0) return texts.unanswered(criteria.length);
  const differing = reviewed.filter(({ own, byDistrict }) => own !== undefined && own !== byDistrict);
  const count = (status: OwnCriterion['status']) => criteria.filter((one) => one.status === status).length;
  return `${[
    texts.answered(answered.length, criteria.length),
    texts.counts(count('met'), count('partly'), count('not_met')),
    texts.reviewed(reviewed.length, differing.length),
  ].join('; ')}.`;
}

function writeRow(sheet: SheetDraft, one: OwnCriterion): void {
  const { own, byDistrict, evidence = {}, status } = one;
  const differs = own !== undefined && byDistrict !== undefined && own !== byDistrict;
  sheet.row([
    text(one.no, 'unit'),
    text(one.text),
    text(one.sign, 'unit'),
    text(own === undefined ? texts.noAnswer : criteriaTexts.marks[own], 'unit'),
    byDistrict === undefined
      ? text(texts.notReviewed, 'unit')
      : text(criteriaTexts.marks[byDistrict], differs ? 'attention' : 'unit'),
    status === 'no_data' ? none() : text(criteriaTexts.statuses[status], statusStyles[status]),
    text(one.remark ?? ''),
    text(documentText(evidence)),
    linkCell(evidence, own === 'yes' || own === 'partly'),
  ]);
}
