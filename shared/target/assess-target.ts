import type { Target, TargetPart, TargetVerdict } from './target.ts';

/** What is known of an activity on one due date. */
export interface Fact {
  /** Numbers of the fact cell, one for each counted part of the target in its order; a share in percent. */
  readonly numbers: readonly number[];
  /** «да» or «нет» in the fact cell. */
  readonly answer?: boolean;
  /** An order, note, report or link is named. */
  readonly hasEvidence: boolean;
  /** Said to be done. */
  readonly isDone: boolean;
  /** Calendar year of the due date. */
  readonly year: number;
  /** Numbers of the fact before, for growth. */
  readonly before?: readonly number[];
}

export interface TargetResult {
  readonly verdict: TargetVerdict;
  /** How much of the bound is reached, in percent; only with `partly`. */
  readonly percent?: number;
}

const met: TargetResult = { verdict: 'met' };
const notMet: TargetResult = { verdict: 'not_met' };
const noData: TargetResult = { verdict: 'no_data' };

/** Unrounded: 29.97 % is not 30 %. */
function bounded(value: number | undefined, least: number): TargetResult {
  if (value === undefined) return noData;
  if (value >= least) return met;
  return value > 0 ? { verdict: 'partly', percent: (value / least) * 100 } : notMet;
}

/** The bound of the year; between printed years the one before holds. */
function boundOf(byYear: ReadonlyMap<number, number>, year: number): number | undefined {
  let found: number | undefined;
  for (const [from, percent] of [...byYear].sort((a, b) => a[0] - b[0])) if (from <= year) found = percent;
  return found;
}

const counted: ReadonlySet<TargetPart['type']> = new Set(['count', 'share', 'growth', 'trajectory']);

function assessPart(part: TargetPart, fact: Fact, at: number): TargetResult {
  const value = fact.numbers[at];
  switch (part.type) {
    case 'count':
    case 'share':
      return bounded(value, part.least);
    case 'trajectory': {
      const least = boundOf(part.byYear, fact.year);
      return least === undefined ? noData : bounded(value, least);
    }
    case 'growth': {
      const before = fact.before?.[at];
      if (value === undefined) return noData;
      if (before === undefined) return { verdict: 'no_base' };
      return (part.up ? value > before : value < before) ? met : notMet;
    }
    case 'execution':
      if (fact.numbers[0] !== undefined) return bounded(fact.numbers[0], 100);
      return saidOrShown(fact);
    case 'participation':
      if (fact.numbers[0] !== undefined) return fact.numbers[0] > 0 ? met : notMet;
      return saidOrShown(fact);
    case 'figure':
      return fact.numbers.length > 0 || fact.hasEvidence ? met : noData;
    case 'document':
      if (fact.hasEvidence) return met;
      return fact.isDone || fact.answer === false ? notMet : noData;
  }
}

function saidOrShown(fact: Fact): TargetResult {
  if (fact.answer !== undefined) return fact.answer ? met : notMet;
  return fact.hasEvidence ? met : noData;
}

const weight: Readonly<Record<TargetVerdict, number>> = {
  met: 0,
  no_base: 1,
  no_data: 2,
  partly: 3,
  not_met: 4,
};

/**
 * Whether a target is met (domain §5). Of several parts the gravest verdict stands: not met, partly, no data, no base,
 * met; parts that are met beside parts that are not make it «partly». A target without a printed text has no data.
 */
export function assessTarget(target: Target, fact: Fact): TargetResult {
  if (target.length === 0) return noData;
  let at = 0;
  const results = target.map((part) => assessPart(part, fact, counted.has(part.type) ? at++ : 0));
  const worst = results.reduce((a, b) => (weight[b.verdict] > weight[a.verdict] ? b : a));
  const someMet = results.some((result) => result.verdict === 'met' || result.verdict === 'partly');
  if (worst.verdict === 'not_met' && someMet) return { verdict: 'partly' };
  return worst;
}
