import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../etl/workspace/config.ts';

async function read(text: string) {
  const path = join(await mkdtemp(join(tmpdir(), 'msoko-config-')), 'msoko.config.json');
  await writeFile(path, text);
  return readConfig(path);
}

describe('readConfig', () => {
  it('fills in safe defaults', async () => {
    const config = await read('{"schoolYear":"2024/25"}');
    expect(config).toMatchObject({
      timeZone: 'Europe/Moscow',
      sources: ['inbox'],
      store: 'store',
      schedule: '0 3 * * *',
      disclosure: { minimum: 5 },
    });
  });

  it.each([
    ['{"schoolyear":"2024/25","schoolYear":"2024/25"}', /schoolyear.*«schoolYear»/],
    ['{"schoolYear":"2024/25","disclosure":{"minimun":3}}', /disclosure\.minimun.*«minimum»/],
    ['{"schoolYear":"2024/26"}', /schoolYear.*2024\/25/],
    ['{"schoolYear":"2024/25","timeZone":"Moscow"}', /часовой пояс/],
    ['{"schoolYear":"2024/25","schedule":"03:00"}', /schedule.*пяти полей.*0 3 \* \* \*/],
    ['{"schoolYear":"2024/25","schedule":"0 25 * * *"}', /schedule.*«час».*«25».*от 0 до 23/],
    ['{"schoolYear":"2024/25","schedule":"0 3 31 2 *"}', /schedule.*такого дня не бывает/],
    ['{"schoolYear":"2024/25","google":{"folder":"1AbCdEfGhIjKlMn","foldr":"x"}}', /google\.foldr.*«folder»/],
    ['{"schoolYear":"2024/25","google":{"folder":"моя папка"}}', /google\.folder.*ссылка/],
    ['{"schoolYear":"2024/25","google":{"folder":"1AbCdEfGhIjKlMn","editors":["нет"]}}', /editors.*почты/],
    ['{"schoolYear":"2024/25","google":{"folder":"1AbCdEfGhIjKlMn","readsPerMinute":0}}', /readsPerMinute/],
    ['{"schoolYear":"2024/25","google":{}}', /google\.folder/],
    ['{"schoolYear":', /JSON/],
    ['{}', /schoolYear/],
  ])('refuses %s', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it.each([
    '1AbCdEfGhIjKlMn_-09',
    ' https://drive.google.com/drive/folders/1AbCdEfGhIjKlMn_-09?usp=sharing ',
    'https://drive.google.com/drive/u/1/folders/1AbCdEfGhIjKlMn_-09',
    'https://drive.google.com/open?id=1AbCdEfGhIjKlMn_-09&authuser=0',
  ])('takes a folder of Google as %s', async (folder) => {
    const { google } = await read(JSON.stringify({ schoolYear: '2024/25', google: { folder } }));
    expect(google).toEqual({
      folder: '1AbCdEfGhIjKlMn_-09',
      editors: [],
      readsPerMinute: 60,
      writesPerMinute: 60,
      summary: true,
      returns: true,
    });
  });

  it('says what to do when there is no file', async () => {
    await expect(readConfig(join(tmpdir(), 'no-such-folder', 'msoko.config.json'))).rejects.toMatchObject({
      name: 'WorkspaceError',
      hint: expect.stringContaining('init'),
    });
  });
});
