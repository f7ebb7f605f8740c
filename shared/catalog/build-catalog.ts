import { inputsOf } from '../expression/inputs.ts';
import { compareText } from '../number/compare-text.ts';
import { checkClusters } from './check/clusters.ts';
import { checkCycles, checkParents } from './check/cycles.ts';
import { checkInputs } from './check/inputs.ts';
import { checkNames } from './check/names.ts';
import { checkReferenceValues } from './check/reference-values.ts';
import { checkRows, resultColumns } from './check/rows.ts';
import { checkShapes } from './check/shape.ts';
import { type Side, sidesOf } from './check/sides.ts';
import { checkUnits } from './check/units.ts';
import { addUnknown } from './check/unknown.ts';
import type { Draft } from './draft.ts';
import type { CatalogFault } from './fault.ts';
import { mergeTables } from './merge-tables.ts';
import { readTables } from './read-tables.ts';
import type { References } from './references.ts';
import type { CatalogTable } from './table.ts';
import type { Catalog, Indicator } from './types.ts';

/**
 * Builds the catalogue out of its tables: rows of the workspace stand in place of built-in ones, every row is read,
 * everything is held against everything. All faults are reported at once, by file and row; with any, the catalogue
 * is for messages only. Old names in expressions are replaced by the codes they stand for.
 */
export function buildCatalog(tables: readonly CatalogTable[]): { catalog: Catalog; faults: CatalogFault[] } {
  const faults: CatalogFault[] = [];
  const draft = readTables(mergeTables(tables, faults), faults);
  checkNames(draft);
  checkRows(draft);
  checkShapes(draft);
  checkExpressions(draft);
  checkOfficial(draft);
  checkClusters(draft);
  checkReferenceValues(draft);
  const order = new Map(tables.map((table, at) => [table.file, at]));
  const place = (fault: CatalogFault): number => order.get(fault.file) ?? 0;
  faults.sort((a, b) => place(a) - place(b) || a.line - b.line);
  return { catalog: canonical(draft.catalog, draft.references), faults };
}

function checkExpressions(draft: Draft): void {
  const { catalog, references } = draft;
  const sides = new Map<Indicator, readonly Side[]>();
  for (const indicator of catalog.indicators) {
    const own = sidesOf(draft, indicator);
    sides.set(indicator, own);
    for (const side of own)
      checkUnits(draft, side.expression, { origin: indicator.origin, column: side.column });
    checkParent(draft, indicator);
  }
  checkInputs(draft, sides);
  checkCycles(draft, sides);
  checkParents(draft, (code) => {
    const found = references.find(code);
    return found?.type === 'indicator' ? found.versions : [];
  });
  for (const check of catalog.checks) {
    const { left, op, right, origin } = check;
    checkUnits(draft, { type: 'binary', op, left, right }, { origin, column: 'left' });
  }
  for (const { part, whole, origin } of catalog.peers) {
    checkUnits(draft, part, { origin, column: 'part' });
    checkUnits(draft, whole, { origin, column: 'whole' });
  }
}

function checkParent(draft: Draft, indicator: Indicator): void {
  const { parent, origin } = indicator;
  if (parent === '' || draft.references.find(parent)?.type === 'indicator') return;
  if (draft.broken.indicators.has(parent)) return;
  const known = new Set(draft.catalog.indicators.map((one) => one.code));
  addUnknown(draft, { origin, column: 'parent' }, 'parent', parent, known, ['indicators']);
}

function checkOfficial(draft: Draft): void {
  for (const { element, measure, origin } of draft.catalog.official) {
    const found = draft.references.find(element);
    if (found?.type !== 'element' && !draft.references.isBroken(element)) {
      const known = draft.catalog.elements.keys();
      addUnknown(draft, { origin, column: 'element' }, 'element', element, known, ['elements']);
    }
    for (const column of inputsOf(measure)) {
      if ((resultColumns as readonly string[]).includes(column)) continue;
      addUnknown(draft, { origin, column: 'measure' }, 'column', column, resultColumns);
    }
  }
}

/** Codes instead of old names; indicators in code order, then by version. */
function canonical(catalog: Catalog, references: References): Catalog {
  const name = (code: string): string => references.find(code)?.code ?? code;
  const indicators = catalog.indicators
    .map((one): Indicator => {
      const { numerator, denominator } = one;
      return {
        ...one,
        parent: name(one.parent),
        ...(numerator === undefined ? {} : { numerator: references.canonical(numerator) }),
        ...(denominator === undefined ? {} : { denominator: references.canonical(denominator) }),
      };
    })
    .sort((a, b) => compareText(a.code, b.code) || compareText(a.validFrom, b.validFrom));
  return {
    ...catalog,
    indicators,
    checks: catalog.checks.map((one) => ({
      ...one,
      left: references.canonical(one.left),
      right: references.canonical(one.right),
    })),
    peers: catalog.peers.map((one) => ({
      ...one,
      part: references.canonical(one.part),
      whole: references.canonical(one.whole),
    })),
    clusters: catalog.clusters.map((one) =>
      one.measure === undefined ? one : { ...one, measure: references.canonical(one.measure) },
    ),
    reference: catalog.reference.map((one) => ({ ...one, indicator: name(one.indicator) })),
    official: catalog.official.map((one) => ({ ...one, element: name(one.element) })),
  };
}
