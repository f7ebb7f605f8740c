import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../../etl/store/duckdb/database.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('Database', () => {
  let db: Database;

  beforeEach(async () => {
    const instance = await DuckDBInstance.create(':memory:');
    db = new Database(instance, await instance.connect());
    await db.run('CREATE TABLE t (a INTEGER NOT NULL, b BIGINT, s VARCHAR)');
  });

  afterEach(() => db.close());

  const all = () => db.rows('SELECT a, b, s FROM t ORDER BY a');

  it('appends more rows than a vector holds and streams them back', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [i, null, i % 3 === 0 ? null : `№ ${i}`]);
    await db.append('t', rows);
    const back: DuckDBValue[][] = [];
    await db.chunks('SELECT a, b, s FROM t WHERE a >= $1 ORDER BY a', [0], (columns, count) => {
      for (let i = 0; i < count; i++) back.push(columns.map((column) => column[i] as DuckDBValue));
    });
    expect(back).toEqual(rows);
  });

  it('gives 64-bit integers as numbers', async () => {
    await db.append('t', [[1, 1_735_689_600_123n, '']]);
    expect(await all()).toEqual([{ a: 1, b: 1_735_689_600_123, s: '' }]);
    expect(await db.rows('SELECT count(*) AS n FROM t')).toEqual([{ n: 1 }]);
  });

  it('takes text for text, whatever it holds', async () => {
    for (const [i, text] of ["'; DROP TABLE t; --", '$1', 'a\0b', '😀', '\r\n"'].entries()) {
      await db.run('INSERT INTO t VALUES ($1, NULL, $2)', [i, text]);
      expect(await db.rows('SELECT a FROM t WHERE s = $1', [text])).toEqual([{ a: i }]);
    }
  });

  it.each<[string, DuckDBValue[][]]>([
    [
      'a value of a wrong type',
      [
        [1, null, 'x'],
        [2, null, true],
      ],
    ],
    [
      'a value that must not be missing',
      [
        [1, null, 'x'],
        [null, null, 'y'],
      ],
    ],
  ])('leaves nothing behind after %s, not even when the garbage is collected', async (_, rows) => {
    await db.append('t', [[0, null, 'before']]);
    for (let i = 0; i < 3; i++) {
      await expect(
        db.transaction(async () => {
          await db.append(
            't',
            Array.from({ length: 2048 }, (_, j) => [j, null, 'lost']),
          );
          await db.append('t', [...Array.from({ length: 2048 }, (_, j) => [j, null, 'lost']), ...rows]);
        }),
      ).rejects.toThrow();
      collectGarbage();
      // finalizers run between turns of the event loop
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await all()).toEqual([{ a: 0, b: null, s: 'before' }]);
    await db.transaction(() => db.append('t', [[1, null, 'after']]));
    expect(await all()).toHaveLength(2);
  });
});
