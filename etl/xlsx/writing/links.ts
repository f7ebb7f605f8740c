import { cellAddress, quoteSheet } from '../../../shared/plan/address.ts';
import type { PlanLink, PlanSheet } from '../../../shared/plan/plan.ts';
import type { Relationships } from './package-parts.ts';
import { attributes } from './xml.ts';

/** The `hyperlinks` element of a tab, or '' if it has no links; targets outside the file go to `relationships`. */
export function linksXml(sheet: PlanSheet, relationships: Relationships): string {
  const targets = new Map<string, string>();
  const items: string[] = [];
  for (const [index, row] of sheet.rows.entries()) {
    for (const cell of row.cells) {
      if (!cell.link) continue;
      const target = linkTarget(cell.link);
      let id: string | undefined;
      if (target !== undefined) {
        // thousands of links may lead into one file
        const known = targets.get(target) ?? relationships.add('hyperlink', target, true);
        targets.set(target, known);
        id = known;
      }
      items.push(
        `<hyperlink${attributes({ ref: cellAddress(index + 1, cell.column), 'r:id': id, location: linkLocation(cell.link) })}/>`,
      );
    }
  }
  return items.length === 0 ? '' : `<hyperlinks>${items.join('')}</hyperlinks>`;
}

/** The place inside a workbook: `'Tab'!A1`. */
function linkLocation(link: PlanLink): string | undefined {
  if ('url' in link || link.sheet === undefined) return undefined;
  return `${quoteSheet(link.sheet)}!${link.cell ?? 'A1'}`;
}

/** The address outside this file as a URI; undefined for a place in this workbook. */
function linkTarget(link: PlanLink): string | undefined {
  if ('url' in link) return encodeURI(link.url).replace(/%25([0-9A-Fa-f]{2})/g, '%$1');
  if (!('file' in link)) return undefined;
  return link.file
    .split(/[\\/]/)
    .map((step) => encodeURIComponent(step))
    .join('/');
}
