import type { Issue } from '../../shared/issue/issue.ts';
import { shownValue } from '../../shared/number/decimal.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { checkedValues, keyOf } from './checked-values.ts';
import type { Material } from './material.ts';

/**
 * Checks of the reports that were returned and not sent anew, as if they counted: of their units alone, so that most
 * nights cost nothing.
 */
export function checksOfReturned(workspace: Workspace, material: Material): Issue[] {
  const { submissions, sources, observations } = material;
  const units = new Set(
    [...submissions.reports].flatMap(([unit, r]) => (r.state === 'returned' ? [unit] : [])),
  );
  if (units.size === 0) return [];
  const again = new Set(sources.flatMap((s) => (s.unit !== undefined && units.has(s.unit) ? [s.id] : [])));
  const of = new Map([...submissions.of].filter(([id]) => !again.has(id)));
  const alone = observations.map(({ sourceId, observations: list }) => ({
    sourceId,
    observations: again.has(sourceId) ? list : list.filter((o) => units.has(o.unit)),
  }));
  const checked = checkedValues(workspace, {
    ...material,
    submissions: { ...submissions, of },
    observations: alone,
    results: [],
  });
  const files = new Set(sources.flatMap((s) => (again.has(s.id) ? [s.path] : [])));
  return [...checked.issues, ...checked.checkIssues]
    .filter(({ code, place }) => files.has(place.file) && code !== 'source.gone' && code !== 'value.changed')
    .map((issue) => {
      const { organisation: unit = '', element = '', period = '' } = issue;
      const value = checked.byKey.get(keyOf({ unit, element, period }))?.value;
      return issue.raw === undefined && value !== undefined
        ? { ...issue, raw: String(value), params: { ...issue.params, shown: shownValue(value) } }
        : issue;
    });
}
