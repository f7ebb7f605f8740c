import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchEvaluating } from './evaluating.ts';
import { benchGoogle } from './google.ts';
import { benchReading } from './reading.ts';
import { headline, sectionText } from './report.ts';
import { benchWorkspaces } from './workspaces.ts';
import { benchWriting } from './writing.ts';

/**
 * `npm run bench [-- --quick] [reading|evaluating|workspaces|writing|google …]`: prints ratios measured within this run
 * and the goal beside each. Times are never judged: they belong to the machine.
 */
const benches = {
  reading: benchReading,
  evaluating: (_: string, quick: boolean) => benchEvaluating(quick),
  workspaces: benchWorkspaces,
  writing: benchWriting,
  google: benchGoogle,
};
type Name = keyof typeof benches;

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const names = args.filter((arg) => arg !== '--quick');
const isName = (name: string): name is Name => Object.hasOwn(benches, name);
const unknown = names.filter((name) => !isName(name));
if (unknown.length > 0) {
  console.error(`unknown benchmark: ${unknown.join(', ')}; known: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'msoko-bench-'));
process.once('SIGINT', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(130);
});
try {
  console.log(`${headline(quick)}\n`);
  for (const name of (names.length > 0 ? names : Object.keys(benches)) as Name[]) {
    console.log(sectionText(await benches[name](folder, quick), quick));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
