import { openDuckDbStore } from '../../../etl/store/duckdb/open.ts';
import { carryOut } from './scripted-runs.ts';

// A process of its own, to be killed by kill.slow.test.ts. Writing to a pipe is synchronous: what was said will be heard.
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const store = await openDuckDbStore(process.argv[2]!);
say('open');
await carryOut(store, say);
say('closing');
await store.close();
say('closed');
// it never ends by itself, so that a slow parent cannot come too late
process.stdin.resume();
