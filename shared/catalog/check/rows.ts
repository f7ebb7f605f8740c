import { isDimensionCode, isMember, isPartOf } from '../code.ts';
import type { Draft } from '../draft.ts';
import type { Origin } from '../types.ts';
import { checkDirection } from './direction.ts';
import { checkRecords } from './records.ts';
import { addUnknown } from './unknown.ts';

/** Columns of a result row that the measures of rules/official.csv may use. */
export const resultColumns = [
  'participants',
  'mark2',
  'mark3',
  'mark4',
  'mark5',
  'below_min',
  'high',
] as const;

/** What rows say of each other by name, apart from expressions: directions, forms, dims, parents, members. */
export function checkRows(draft: Draft): void {
  const { catalog } = draft;
  for (const form of catalog.forms.values()) checkDirection(draft, form.direction, form.origin);
  for (const element of catalog.elements.values()) {
    const { origin } = element;
    checkForm(draft, element.form, origin);
    checkDims(draft, element.dims, origin);
    const { min, max } = element;
    if (min !== undefined && max !== undefined && min > max) {
      draft.faults.push({ ...origin, code: 'range.reversed', params: { min: `${min}`, max: `${max}` } });
    }
  }
  for (const indicator of catalog.indicators) {
    checkDirection(draft, indicator.direction, indicator.origin);
    checkDims(draft, indicator.dims, indicator.origin);
  }
  for (const { form, origin } of [...catalog.checks, ...catalog.peers]) {
    if (form !== '') checkForm(draft, form, origin);
  }
  checkSynonyms(draft);
  for (const row of [...catalog.activities, ...catalog.expectedResults, ...catalog.criteria]) {
    checkDirection(draft, row.direction, row.origin);
    if (row.roadmap === '' || !catalog.roadmaps.has(row.roadmap)) {
      const at = { origin: row.origin, column: 'roadmap' };
      addUnknown(draft, at, 'roadmap', row.roadmap, catalog.roadmaps.keys(), ['roadmaps']);
    }
  }
  checkActivityParents(draft);
  for (const { link, origin } of catalog.cycle) {
    const links = catalog.dimensions.get('cycle_link')?.members.map(({ member }) => member) ?? [];
    if (!links.includes(link))
      addUnknown(draft, { origin, column: 'link' }, 'member', link, links, ['dimensions']);
  }
  checkDisclosures(draft);
  checkRecords(draft);
}

/** A rule that names nothing would disclose what it was to hide; one for what is switched off hides nothing. */
function checkDisclosures(draft: Draft): void {
  const { elements } = draft.catalog;
  const off = [...draft.tables.elements.disabled.keys(), ...draft.broken.elements];
  for (const { direction, element, origin } of draft.catalog.disclosures) {
    checkDirection(draft, direction, origin);
    const isNamed = (code: string): boolean => isPartOf(code, element);
    if (element === '' || elements.size === 0) continue;
    if ([...elements.keys()].some(isNamed) || off.some(isNamed)) continue;
    addUnknown(draft, { origin, column: 'element' }, 'element', element, elements.keys(), ['elements']);
  }
}

/** A row's parent stands in the same roadmap, and no row is above itself. */
function checkActivityParents(draft: Draft): void {
  const keyOf = (roadmap: string, id: string): string => `${roadmap}\n${id}`;
  const parents = new Map(draft.catalog.activities.map((a) => [keyOf(a.roadmap, a.id), a.parent]));
  for (const { roadmap, id, parent, origin } of draft.catalog.activities) {
    if (parent === '') continue;
    const seen = new Set([id]);
    let at = parent;
    while (at !== '' && parents.has(keyOf(roadmap, at)) && !seen.has(at)) {
      seen.add(at);
      at = parents.get(keyOf(roadmap, at))!;
    }
    if (at === '') continue;
    const ids = draft.catalog.activities.filter((a) => a.roadmap === roadmap).map((a) => a.id);
    addUnknown(draft, { origin, column: 'parent' }, 'activity', parent, ids, ['activities']);
  }
}

function checkForm(draft: Draft, form: string, origin: Origin): void {
  const known = draft.catalog.forms;
  if (known.has(form) || draft.broken.forms.has(form)) return;
  addUnknown(draft, { origin, column: 'form' }, 'form', form, known.keys(), ['forms']);
}

function checkDims(draft: Draft, dims: readonly string[], origin: Origin): void {
  const known = draft.catalog.dimensions;
  for (const dim of dims) {
    if (known.has(dim) || draft.broken.dimensions.has(dim)) continue;
    addUnknown(draft, { origin, column: 'dims' }, 'dimension', dim, known.keys(), ['dimensions']);
  }
}

function checkSynonyms(draft: Draft): void {
  const { dimensions } = draft.catalog;
  for (const { table, row } of draft.tables.synonyms.rows) {
    const origin = { file: table.file, line: row.line };
    const name = (row.columns.dimension ?? '').trim();
    const member = (row.columns.member ?? '').trim();
    if (!isDimensionCode(name) || !isMember(member) || draft.broken.dimensions.has(name)) continue;
    const dimension = dimensions.get(name);
    if (dimension === undefined) {
      addUnknown(draft, { origin, column: 'dimension' }, 'dimension', name, dimensions.keys(), [
        'dimensions',
      ]);
    } else if (!dimension.members.some((known) => known.member === member)) {
      const known = dimension.members.map((one) => one.member);
      addUnknown(draft, { origin, column: 'member' }, 'member', member, known);
    }
  }
}
