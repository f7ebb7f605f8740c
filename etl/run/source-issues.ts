import type { Issue } from '../../shared/issue/issue.ts';
import { placeOfSource, sourceName } from '../../shared/issue/place.ts';
import { compareText } from '../../shared/number/compare-text.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import type { AssessedSource } from './material.ts';

/** Files that repeat another one byte for byte; the first path is the original. */
export function copies(sources: readonly AssessedSource[]): Issue[] {
  const first = new Map<string, AssessedSource>();
  const found: Issue[] = [];
  for (const source of [...sources].sort((a, b) => compareText(a.path, b.path))) {
    if (source.hash === undefined || source.state !== 'present' || source.kind !== 'workbook') continue;
    const original = first.get(source.hash);
    if (original === undefined) first.set(source.hash, source);
    else {
      found.push({
        code: 'workbook.duplicate',
        place: placeOfSource(source),
        ...(source.unit !== undefined && { organisation: source.unit }),
        params: { otherSource: sourceName(original) },
      });
    }
  }
  return found;
}

export const strayIssue = (code: Issue['code'], o: Observation): Issue => ({
  code,
  place: o.place,
  organisation: o.unit,
  element: o.element,
  period: o.period,
  ...(o.raw !== undefined && { raw: o.raw }),
});

/** Values and results of units that no register knows: kept, reported, used nowhere. One issue per file and unit. */
export function unknownUnits(
  values: readonly Observation[],
  results: readonly { readonly organisation: string; readonly place: Issue['place'] }[],
  known: ReadonlySet<string>,
): Issue[] {
  const found = new Map<string, Issue>();
  const report = (organisation: string, place: Issue['place']) => {
    const key = `${organisation}\n${place.file}`;
    if (known.has(organisation) || found.has(key)) return;
    found.set(key, { code: 'organisation.unknown', place, organisation, raw: organisation });
  };
  for (const o of values) report(o.unit, o.place);
  for (const r of results) report(r.organisation, r.place);
  return [...found.values()];
}
