import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { pack, unpack } from '../../../etl/xlsx/normalise.ts';

const run = promisify(execFile);

test('the same plan gives the same bytes in any process and time zone', async () => {
  const script = path.join(import.meta.dirname, 'print-hash.ts');
  const hash = async (TZ: string, LANG: string): Promise<string> => {
    const env = { ...process.env, TZ, LANG };
    return (await run(process.execPath, ['--import', 'tsx', script], { env })).stdout;
  };
  const [first, ...others] = await Promise.all([
    hash('Europe/Moscow', 'ru_RU.UTF-8'),
    hash('Pacific/Kiritimati', 'C'),
    hash('America/Los_Angeles', 'en_US.UTF-8'),
  ]);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(others).toEqual([first, first]);
});

/** Central directory of a zip: names in order, with DOS date and time (APPNOTE 4.3.12). */
function directory(zip: Uint8Array): { name: string; date: number; time: number; method: number }[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  const entries = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      time: view.getUint16(at + 12, true),
      date: view.getUint16(at + 14, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

test('entries are sorted, deflated and dated 1980-01-01 00:00', () => {
  const parts = new Map([
    ['xl/b.xml', strToU8('b'.repeat(500))],
    ['xl/a.xml', strToU8('a'.repeat(500))],
    ['[Content_Types].xml', strToU8('t'.repeat(500))],
    ['_rels/.rels', strToU8('r'.repeat(500))],
  ]);
  const zip = pack(parts);
  // year 0, month 1, day 1 in the bits of a DOS date
  const stamp = { date: (0 << 9) | (1 << 5) | 1, time: 0, method: 8 };
  expect(directory(zip)).toEqual([
    { name: '[Content_Types].xml', ...stamp },
    { name: '_rels/.rels', ...stamp },
    { name: 'xl/a.xml', ...stamp },
    { name: 'xl/b.xml', ...stamp },
  ]);
  expect(pack(new Map([...parts].reverse()))).toEqual(zip);
  expect(unpack(zip)).toEqual(new Map([...parts].sort(([a], [b]) => (a < b ? -1 : 1))));
});
