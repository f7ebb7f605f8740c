import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

const bench = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'test/bench/bench.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

it('the benchmark runs whole and prints a finite ratio in every line', () => {
  const { status, stdout, stderr } = bench('--quick');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const [head = '', ...lines] = stdout.split('\n');
  expect(head).toMatch(/^Node v\d+\.\d+\.\d+ · \d+ CPUs? /);
  const ratios = lines.filter((line) => line.includes(' : ')).map((line) => / (\d+\.\d+) /.exec(line)?.[1]);
  expect(lines.filter((line) => /^\d\. /.test(line))).toHaveLength(5);
  expect(ratios.length).toBeGreaterThanOrEqual(22);
  for (const ratio of ratios) expect(Number(ratio)).toBeGreaterThan(0);
});

it('an unknown benchmark is wrong use', () => {
  const { status, stderr } = bench('wirting');
  expect(status).toBe(2);
  expect(stderr).toContain('known: reading, evaluating, workspaces, writing, google');
});
