import { openDuckDbStore } from '../../../../etl/store/duckdb/open.ts';

// A process of its own that holds the store until it is killed (open.test.ts), or says why it cannot.
try {
  await openDuckDbStore(process.argv[2]!);
  process.stdout.write('holding\n');
  process.stdin.resume();
} catch (error) {
  process.stdout.write(`${(error as Error).name}\n`);
}
