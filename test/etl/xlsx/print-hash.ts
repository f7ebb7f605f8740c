import { createHash } from 'node:crypto';
import { writeWorkbook } from '../../../etl/xlsx/write.ts';
import { chartPlan } from './chart-plan.ts';
import { samplePlan } from './sample-plan.ts';

/** Run as a process of its own: prints the hash of both sample workbooks. */
async function main(): Promise<void> {
  const hash = createHash('sha256');
  for (const plan of [samplePlan(), chartPlan()])
    hash.update(await writeWorkbook(plan, { day: '2024-10-05' }));
  process.stdout.write(hash.digest('hex'));
}

void main();
