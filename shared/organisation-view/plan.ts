import type { Catalog } from '../catalog/types.ts';
import type { Plan } from '../plan/plan.ts';
import { organisationTable } from '../summary/indicator-rows.ts';
import { organisationTexts } from '../texts/organisation-view.ts';
import { criteriaSheet } from './criteria-sheet.ts';
import type { OrganisationFacts } from './facts.ts';
import { noteSheet } from './note-sheet.ts';
import { planSheet } from './plan-sheet.ts';
import { remarksSheet } from './remarks-sheet.ts';
import { resultsSheet } from './results-sheet.ts';

/** An organisation's own workbook: «Справка», «Результаты», «Акты и сроки», «Самооценка» where criteria are asked, «Замечания». No clock and no date of a run in it. */
export function organisationPlan(catalog: Catalog, facts: OrganisationFacts): Plan {
  const table = organisationTable({ catalog, schoolYear: facts.schoolYear }, facts.code, facts.results);
  const criteria = criteriaSheet(facts);
  return {
    title: organisationTexts.fileTitle(facts.name),
    sheets: [
      noteSheet(facts, table),
      resultsSheet(facts, table),
      planSheet(facts),
      ...(criteria ? [criteria] : []),
      remarksSheet(facts),
    ],
  };
}
