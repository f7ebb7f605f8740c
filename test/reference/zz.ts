import * as fc from 'fast-check';
import { arbitraryWorkspace } from './arbitrary.ts';
import { differences } from './difference.ts';
import { evaluateReference } from './evaluate.ts';
import { describeWorkspace, minimise } from './minimise.ts';
import { evaluateProduct } from './product.ts';
import type { Workspace } from './workspace.ts';

const [runs = '200', seed = '1', show = '3'] = process.argv.slice(2);
const ws = fc.sample(arbitraryWorkspace, { numRuns: +runs, seed: +seed });
const fails = (w: Workspace) => {
  let r;
  try {
    const notes = { nearHalf: false };
    r = evaluateReference(w, notes);
    if (notes.nearHalf) return false;
  } catch {
    return false;
  }
  try {
    return differences(evaluateProduct(w), r).length > 0;
  } catch (e) {
    return !(e instanceof RangeError && /does not load/.test(e.message));
  }
};
let half = 0,
  bad = 0,
  n = 0;
const shown = 0;
const first = new Map<string, Workspace>();
let tp = 0,
  tr = 0;
const skipDims = process.argv[5] ?? '';
for (const w0 of ws) {
  if (!skipDims.includes('d') && w0.elements.some((e) => e.dims)) continue;
  const w =
    skipDims.includes('y') && w0.indicators.some((i) => i.kind === 'change')
      ? {
          ...w0,
          observations: w0.observations.map((o) => ({ ...o, value: o.value === 'x' ? 'н/д' : o.value! })),
        }
      : w0;
  n++;
  let d: string[];
  let a = Date.now();
  const notes = { nearHalf: false };
  const r = evaluateReference(w, notes);
  if (notes.nearHalf) {
    half++;
    continue;
  }
  tr += Date.now() - a;
  a = Date.now();
  try {
    d = differences(evaluateProduct(w), r);
  } catch (e) {
    d = [String((e as Error).stack).slice(0, 400)];
  }
  tp += Date.now() - a;
  if (!d.length) continue;
  bad++;
  const sig =
    d[0]!.startsWith('Error') || d[0]!.includes(' at ')
      ? d[0]!.slice(0, 100)
      : (/: (a row too many|no row|reason.*|\w+)/.exec(d.find((x) => x.includes('reason')) ?? d[0]!)?.[1] ??
          '?') +
        ' ' +
        w.indicators.find((i) => i.code === /^[a-z0-9]+/.exec(d[0]!)![0])?.kind;
  if (!first.has(sig)) first.set(sig, w);
}
console.log({ half, bad, of: n, tr, tp }, [...first.keys()]);
for (const [sig, w] of [...first]
  .filter(([s]) => !process.argv[6] || new RegExp(process.argv[6]).test(s))
  .slice(0, +show)) {
  const m = minimise(w, fails);
  console.log('=====', sig);
  console.log(describeWorkspace(m));
  try {
    console.log(differences(evaluateProduct(m), evaluateReference(m)).slice(0, 6));
  } catch (e) {
    console.log((e as Error).stack?.slice(0, 500));
  }
}
