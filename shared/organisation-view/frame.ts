import type { PlanSheet } from '../plan/plan.ts';
import type { SheetDraft } from '../summary/sheets/sheet-draft.ts';
import { organisationTexts as texts } from '../texts/organisation-view.ts';
import type { OrganisationFacts } from './facts.ts';

/** Whose tab it is, of what year, and the workspace's label. No date: a view changes only with what it says. */
export function writeHead(sheet: SheetDraft, facts: OrganisationFacts, title: string): void {
  sheet.wide({ value: title, style: 'title' });
  const place = title === facts.name ? facts.district : `${facts.name}, ${facts.district}`;
  sheet.wide({ value: texts.subtitle(place, facts.schoolYear), style: 'subtitle' });
  if (facts.label !== undefined) sheet.wide({ value: facts.label, style: 'attention' });
}

export function print(
  facts: OrganisationFacts,
  orientation: 'portrait' | 'landscape',
  more: Partial<PlanSheet['print']> = {},
): PlanSheet['print'] {
  return { orientation, keep: [], footer: texts.footer(facts.name, facts.schoolYear), ...more };
}
