import { concreteCode, resolveConcrete } from '../catalog/concrete.ts';
import type { Catalog, DataElement, OfficialSource } from '../catalog/types.ts';
import { evaluateRow, type Row } from '../expression/evaluate-row.ts';
import { roundHalfAway } from '../number/decimal.ts';
import type { Observation } from '../observation/observation.ts';
import type { AssessmentResult } from './result.ts';

/**
 * Official observations that published results stand for, by rules/official.csv: a result of ВПР in grade 4, Русский
 * язык, gives `vpr.passed.ru.g4`. Results of re-sits give none, nor do subjects and grades the catalogue does not
 * list. They take precedence over typed values (contracts §4); that is the caller's part.
 */
export function officialObservations(results: readonly AssessmentResult[], catalog: Catalog): Observation[] {
  const byProcedure = new Map<string, { readonly source: OfficialSource; readonly element: DataElement }[]>();
  for (const source of catalog.official) {
    const element = catalog.elements.get(source.element);
    // results are gathered by school year; an element of another frequency has no period they could fill
    if (!element || catalog.forms.get(element.form)?.frequency !== 'school_year') continue;
    byProcedure.set(source.procedure, [...(byProcedure.get(source.procedure) ?? []), { source, element }]);
  }
  const observations: Observation[] = [];
  for (const result of results) {
    if (result.stage !== '') continue;
    for (const { source, element } of byProcedure.get(result.procedure) ?? []) {
      const members = membersOf(element, result);
      const code = members && concreteCode(element.code, members);
      if (code === undefined || !resolveConcrete(catalog, code)) continue;
      const value = evaluateRow(source.measure, columnsOf(result));
      if (value === undefined) continue;
      observations.push({
        unit: result.organisation,
        element: code,
        period: result.schoolYear,
        status: 'value',
        value: roundHalfAway(value, 9),
        place: result.place,
      });
    }
  }
  return observations;
}

/** Results know subject and grade, and count all pupils; undefined for an element broken down by anything else. */
function membersOf(element: DataElement, result: AssessmentResult): string[] | undefined {
  const known: Readonly<Record<string, string | undefined>> = {
    subject: result.subject,
    grade: `g${result.grade}`,
    ovz: 'all',
  };
  const members: string[] = [];
  for (const dim of element.dims) {
    const member = known[dim];
    if (member === undefined) return undefined;
    members.push(member);
  }
  return members;
}

/** Columns under the names that result files give them. */
const columnsOf = (result: AssessmentResult): Row => {
  const columns: Readonly<Record<string, number | undefined>> = {
    participants: result.participants,
    mark2: result.mark2,
    mark3: result.mark3,
    mark4: result.mark4,
    mark5: result.mark5,
    below_min: result.belowMin,
    high: result.high,
    mean_score: result.meanScore,
    journal_lower: result.journalLower,
    journal_same: result.journalSame,
    journal_higher: result.journalHigher,
    observers: result.observers,
  };
  return (code) => columns[code];
};
