import { readFileSync, readdirSync } from 'node:fs';
import { readWorkbook } from './etl/xlsx/read.ts';
import { review } from './shared/review/review.ts';
import { figures } from './shared/review/figures.ts';
import Papa from 'papaparse';
const dir = '/tmp/areview/demo/inbox/2024-25/';
const rows = Papa.parse(readFileSync('/tmp/areview/ind.csv','utf8'), { header: true, skipEmptyLines: true }).data as any[];
const issues = Papa.parse(readFileSync('/tmp/areview/iss.csv','utf8'), { header: true, skipEmptyLines: true }).data as any[];
const files = readdirSync(dir).filter(f => f.endsWith('.xlsx'));
const pick = process.argv.slice(2);
for (const f of files.filter(f => pick.length === 0 || pick.some(p => f.includes(p)))) {
  const bytes = readFileSync(dir + f);
  const t0 = Date.now();
  const r = readWorkbook(bytes, { select: ({ name, hidden }: any) => !(hidden && name === '_calc') });
  if (!r.ok) { console.log(f, r.issue.code); continue; }
  const cells = r.workbook.sheets.reduce((a, s) => a + s.cells.length, 0);
  const t1 = Date.now();
  const rev = review(r.workbook, { file: '2024-25/' + f }, '2025-09-30');
  const figs = figures(rev);
  const t2 = Date.now();
  const unit = rev.meta!.unit; const level = rev.meta!.unitType;
  const night = new Map(rows.filter(x => x.unit === unit && x.level === level && (x.period.startsWith('2024/25'))).map(x => [x.indicator + ' ' + x.period, x]));
  let same = 0; const diff: string[] = []; const extra: string[] = [];
  const own = new Map(figs.map(g => [g.result.indicator + ' ' + g.period.key, g]));
  for (const [k, g] of own) {
    if (!k.includes('2024/25')) continue;
    const n = night.get(k); if (!n) { extra.push(k + ' ' + (g.result.value ?? g.result.reason)); continue; }
    const v = g.result.value === undefined ? '' : String(g.result.value);
    if (v === n.value && g.result.reason === n.reason) same++; else diff.push(`${k}: own ${v}|${g.result.reason} night ${n.value}|${n.reason}`);
  }
  const lacking = [...night.keys()].filter(k => !own.has(k));
  const nightIssues = issues.filter(i => i.source.includes('2024-25/' + f)).map(i => i.code + ' ' + i.source.split('#')[1]).sort();
  const ownIssues = rev.issues.map(i => i.code + ' ' + (i.place.tab ?? '') + '!' + (i.place.cell ?? '')).sort();
  const minus = (a: string[], b: string[]) => { const c = [...b]; return a.filter(x => { const i = c.indexOf(x); if (i >= 0) { c.splice(i, 1); return false; } return true; }); };
  console.log(f, unit, 'cells', cells, 'read', t1 - t0, 'review', t2 - t1, 'sheets', r.workbook.sheets.length, '| own', own.size, 'same', same, 'diff', diff.length, 'extra', extra.length, 'lacking', lacking.length, '| issues own', ownIssues.length, 'night', nightIssues.length);
  console.log('  diff', diff.slice(0, 6)); console.log('  extra', extra.slice(0, 5)); console.log('  lacking', lacking.slice(0, 8), new Set(lacking.map(x => x.split(' ')[0].split('.')[0])));
  console.log('  issues only night', minus(nightIssues, ownIssues).slice(0, 8)); console.log('  issues only own', minus(ownIssues, nightIssues).slice(0, 8));
}
