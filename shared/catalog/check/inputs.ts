import type { Draft } from '../draft.ts';
import { overlap } from '../in-force.ts';
import type { Reference } from '../references.ts';
import type { CollectionLevel, Indicator, Origin } from '../types.ts';
import { FactFinder, type Facts } from './facts.ts';
import { readSide, type Side } from './sides.ts';

/**
 * What the inputs of an indicator must have in common (evaluation.md): one frequency over both sides, one level of
 * collection within a side, and every breakdown that the indicator keeps.
 */
export function checkInputs(draft: Draft, sides: ReadonlyMap<Indicator, readonly Side[]>): void {
  const finder = new FactFinder(draft, sides);
  for (const [indicator, own] of sides) {
    const { origin } = indicator;
    const inputs = own.flatMap((side) => side.inputs);
    checkFrequency(draft, inputs, (input) => finder.ofInput(input, indicator), origin);
    for (const side of own) {
      checkLevels(draft, side, (input) => finder.ofInput(input, indicator), origin);
      checkKeptDims(draft, side, indicator);
    }
  }
  for (const check of draft.catalog.checks) {
    const left = readSide(draft, check.left, 'left', check.origin);
    const right = readSide(draft, check.right, 'right', check.origin);
    const inputs = [...left.inputs, ...right.inputs];
    checkFrequency(draft, inputs, (input) => finder.ofInput(input, undefined), check.origin);
  }
  for (const { part, whole, origin } of draft.catalog.peers) {
    const both = [readSide(draft, part, 'part', origin), readSide(draft, whole, 'whole', origin)];
    const inputs = both.flatMap((side) => side.inputs);
    checkFrequency(draft, inputs, (input) => finder.ofInput(input, undefined), origin);
  }
}

/** An input that is itself of several frequencies is reported where it is defined. */
function checkFrequency(
  draft: Draft,
  inputs: readonly Reference[],
  factsOf: (input: Reference) => Facts,
  origin: Origin,
): void {
  const found = new Map<string, string>();
  for (const input of inputs) {
    const [frequency, ...others] = factsOf(input).frequencies;
    if (frequency !== undefined && others.length === 0 && !found.has(frequency))
      found.set(frequency, input.code);
  }
  if (found.size < 2) return;
  const list = [...found].map(([frequency, code]) => `${code} — ${frequency}`).join(', ');
  draft.faults.push({ ...origin, code: 'expression.frequency', params: { inputs: list } });
}

/** An indicator with an input of the district is itself one of the district. */
function checkLevels(draft: Draft, side: Side, factsOf: (input: Reference) => Facts, origin: Origin): void {
  const found = new Map<CollectionLevel, string>();
  for (const input of side.inputs) {
    const { levels } = factsOf(input);
    if (levels.size === 0) continue;
    const level = levels.has('district') ? 'district' : 'organisation';
    if (!found.has(level)) found.set(level, input.code);
  }
  const organisation = found.get('organisation');
  const district = found.get('district');
  if (organisation === undefined || district === undefined) return;
  draft.faults.push({
    ...origin,
    code: 'expression.levels',
    column: side.column,
    params: { organisation, district },
  });
}

function checkKeptDims(draft: Draft, side: Side, indicator: Indicator): void {
  for (const dimension of indicator.dims) {
    for (const input of side.inputs) {
      if (hasDim(input, dimension, indicator)) continue;
      draft.faults.push({
        ...indicator.origin,
        code: 'expression.dims',
        column: side.column,
        params: { dimension, value: input.code },
      });
    }
  }
}

function hasDim(input: Reference, dimension: string, from: Indicator): boolean {
  if (input.type === 'element' || input.dims.length === 0) return input.dims.includes(dimension);
  return input.versions.every((version) => !overlap(version, from) || version.dims.includes(dimension));
}
