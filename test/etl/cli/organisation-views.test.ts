import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '../../../etl/xlsx/normalise.ts';
import { goldenCopy } from '../../e2e/msoko.ts';
import { say } from './console.ts';

const date = ['--date', '2024-12-15'] as const;
let dir: string;

beforeAll(async () => {
  dir = goldenCopy();
  await say(dir, 'run', ...date);
});

const view = (code: string) => join(dir, 'outbox', 'organisations', `${code}.xlsx`);
const texts = (code: string) =>
  new TextDecoder().decode(unpack(readFileSync(view(code))).get('xl/sharedStrings.xml'));

describe('organisations’ own workbooks', () => {
  it('lie in the outbox, one for each open organisation, with nothing of the others', () => {
    expect(readdirSync(join(dir, 'outbox', 'organisations'))).toEqual(['k1.xlsx', 's1.xlsx', 's2.xlsx']);
    const names = readFileSync(join(dir, 'organisations.csv'), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    const [, other] = names.find(([code]) => code === 's2') ?? [];
    expect(other).toMatch(/[а-я]/i);
    expect(texts('s2')).toContain(other);
    expect(texts('s1')).not.toContain(other);
  });

  it('are not written again where nothing they say has changed', async () => {
    const before = ['k1', 's1', 's2'].map((code) => statSync(view(code)).mtimeMs);
    await say(dir, 'run', '--date', '2024-12-16');
    expect(['k1', 's1', 's2'].map((code) => statSync(view(code)).mtimeMs)).toEqual(before);
  });

  it('keep what somebody wrote into one: the new one lies beside', async () => {
    writeFileSync(view('s1'), Buffer.concat([readFileSync(view('s1')), Buffer.from(' ')]));
    const edited = readFileSync(view('s1'));
    const inbox = join(dir, 'inbox', 'observations.csv');
    const lines = readFileSync(inbox, 'utf8').split('\n');
    writeFileSync(
      inbox,
      lines.map((line) => (/^s1,/.test(line) ? line.replace(/,\d+$/, ',1') : line)).join('\n'),
    );
    await say(dir, 'run', ...date);
    expect(readFileSync(view('s1')).equals(edited)).toBe(true);
    expect(existsSync(join(dir, 'outbox', 'organisations', 's1 (новый).xlsx'))).toBe(true);
  });

  it('go when the organisation has left the register', async () => {
    const path = join(dir, 'organisations.csv');
    const left = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('k1,'));
    writeFileSync(path, left.join('\n'));
    await say(dir, 'run', ...date);
    expect(existsSync(view('k1'))).toBe(false);
  });
});
