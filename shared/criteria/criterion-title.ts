import type { Catalog } from '../catalog/types.ts';
import { plainSpaces } from '../parse/spaces.ts';
import type { CriterionItem } from './criterion-item.ts';

/** What is judged: the criterion, or the heading of its group where the document leaves the cell empty. */
export const judgedText = ({ criterion: { criterion, group } }: CriterionItem): string =>
  plainSpaces(criterion === '' ? group : criterion);

/** Longest answer of a list that is still readable in a cell. */
const longest = 90;

/** A name short enough for a list, unique by direction and number: «Руководители 15. Наличие неэффективных…». */
export function clippedTitle({ directions }: Pick<Catalog, 'directions'>, item: CriterionItem): string {
  const { direction, no } = item.criterion;
  const name = directions.get(direction)?.short || direction;
  const number = no.trim().replace(/\.$/, '');
  const full = `${name} ${number === '' ? '' : `${number}. `}${judgedText(item)}`;
  return full.length <= longest ? full : `${full.slice(0, longest - 1)}…`;
}
