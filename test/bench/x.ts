import { invent, million, columnsOf, elementsOf } from './million.ts';
import { loopFigures, fillByHand } from './typed-array-loop.ts';
import { evaluate } from '../../shared/indicator/evaluate.ts';
import { interleave, ratioOf } from './measure.ts';
const inv = invent(million);
const columns = columnsOf(inv);
const els = elementsOf(inv);
const t = evaluate({catalog: inv.catalog, observations: columns, date: inv.date}); console.log(inv.cells.length, t.size);
const x = await interleave({
 evaluate:{run:()=>evaluate({catalog: inv.catalog, observations: columns, date: inv.date})},
 loop:{run:()=>loopFigures(inv, columns)},
 columns:{run:()=>columnsOf(inv)}, hand:{run:()=>fillByHand(columns.units, els, inv.years, inv.cells)}
},{rounds:9,warmUp:3});
for (const [k,v] of Object.entries(x)) console.log(k, v.rounds.map(n=>Math.round(n)), v.median.toFixed(1), ratioOf(v,x.loop).toFixed(1),  ratioOf(v,x.hand).toFixed(1));
