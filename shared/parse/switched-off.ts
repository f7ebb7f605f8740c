import { type Retired, retiredBy } from '../catalog/retired.ts';
import type { DataElement } from '../catalog/types.ts';
import type { Issue } from '../issue/issue.ts';

const unknownCodes: readonly Issue['code'][] = ['element.unknown', 'key.unknown'];

/**
 * A file that still holds what the workspace has switched off since is not at fault: of all such rows and cells one
 * word is left, where the first of them stands.
 */
export function forgiveSwitchedOff(issues: readonly Issue[], retired: Retired | undefined): readonly Issue[] {
  if (!retired || retired.size === 0) return issues;
  const rest: Issue[] = [];
  const elements = new Set<DataElement>();
  let first: Issue | undefined;
  let count = 0;
  for (const issue of issues) {
    const written = issue.params?.written;
    const element =
      unknownCodes.includes(issue.code) && typeof written === 'string'
        ? retiredBy(retired, written)
        : undefined;
    if (!element) {
      rest.push(issue);
      continue;
    }
    elements.add(element);
    first ??= issue;
    if (issue.code === 'element.unknown') count++;
  }
  if (!first) return issues;
  const { place, organisation } = first;
  return [
    ...rest,
    {
      code: 'element.switched_off',
      place,
      ...(organisation !== undefined && { organisation }),
      params: { elements: elements.size, values: count },
    },
  ];
}
