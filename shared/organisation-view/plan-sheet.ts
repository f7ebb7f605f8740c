import type { PlanSheet } from '../plan/plan.ts';
import { date, headings, none, text } from '../summary/sheets/cells.ts';
import { type DraftCell, draftSheet, type SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { organisationTexts } from '../texts/organisation-view.ts';
import { periodText } from '../texts/summary.ts';
import type { FormDuty, OrganisationFacts } from './facts.ts';
import { print, writeHead } from './frame.ts';

const texts = organisationTexts.plan;
const widths = [18, 52, 24, 18, 34];

/** «Акты и сроки»: the organisation's own regulations with links, its procedures, and the forms it owes with their dates. */
export function planSheet(facts: OrganisationFacts): PlanSheet {
  const sheet = draftSheet(organisationTexts.tabs.plan, widths);
  writeHead(sheet, facts, texts.title);
  if (facts.acts) writeActs(sheet, facts.acts);
  if (facts.procedures) writeProcedures(sheet, facts.procedures);
  sheet.wide({ value: texts.forms, style: 'section' });
  if (facts.forms.length === 0) sheet.wide(text(texts.noForms));
  else sheet.row(headings(texts.formHeadings));
  for (const form of facts.forms) writeForm(sheet, form);
  return sheet.finish({ tabColour: 'teal', print: print(facts, 'landscape') });
}

function writeActs(sheet: SheetDraft, acts: NonNullable<OrganisationFacts['acts']>): void {
  sheet.wide({ value: texts.acts, style: 'section' });
  if (acts.length === 0) sheet.wide(text(texts.noActs, 'attention'));
  else sheet.row(headings(texts.actHeadings));
  for (const { kind, title, number, approvedOn, link } of acts) {
    sheet.row([
      text(kind, 'label'),
      text(title),
      text(number ?? organisationTexts.none, 'unit'),
      approvedOn === undefined ? none() : date(approvedOn, 'unit'),
      linkCell(link),
    ]);
  }
  sheet.gap();
}

/** Only addresses of pages become links; what else was written is shown. */
function linkCell(link: string | undefined): DraftCell {
  if (link === undefined) return none();
  return /^https?:\/\//i.test(link) ? { value: link, style: 'link', link: { url: link } } : text(link);
}

function writeProcedures(sheet: SheetDraft, procedures: NonNullable<OrganisationFacts['procedures']>): void {
  sheet.wide({ value: texts.procedures, style: 'section' });
  if (procedures.length === 0) sheet.wide(text(texts.noProcedures));
  else {
    const [from = '', to = '', what = '', who = ''] = texts.procedureHeadings;
    sheet.row(headings([from, what, who, to]));
  }
  for (const { title, from, to, participants } of procedures) {
    sheet.row([
      date(from, 'unit'),
      text(title, 'label'),
      text(participants ?? ''),
      to === undefined ? none() : date(to, 'unit'),
    ]);
  }
  sheet.gap();
}

function writeForm(sheet: SheetDraft, form: FormDuty): void {
  sheet.row([
    form.due === undefined ? text(texts.noDue, 'unit') : date(form.due, 'unit'),
    text(form.form, 'label'),
    text(periodText(form.period)),
    form.asOf === undefined ? none() : date(form.asOf, 'unit'),
    stateCell(form),
  ]);
}

function stateCell({ punctuality, isComplete }: FormDuty): DraftCell {
  if (isComplete && punctuality !== 'late')
    return text(punctuality === 'on_time' ? texts.states.on_time : texts.done, 'good');
  const style = punctuality === 'overdue' ? 'bad' : punctuality === 'late' ? 'attention' : 'unit';
  return text(texts.states[punctuality], style);
}
