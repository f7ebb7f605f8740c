import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownClasp, type PushOptions, pushAddon, readTargets } from '../../../appsscript/build/push-addon.ts';

/** Stands in for clasp where only Google itself could answer: writes down what it was asked and prints an answer. */
const standIn = (answer: string, code = 0): string =>
  [
    "const { writeFileSync, readdirSync, readFileSync } = require('node:fs');",
    "const root = process.argv[process.argv.indexOf('--project') + 1];",
    "const project = JSON.parse(readFileSync(root + '/.clasp.json', 'utf8'));",
    "const files = readdirSync(root + '/' + project.rootDir).map((name) => root + '/files/' + name);",
    "writeFileSync(root + '/asked.json', JSON.stringify({ args: process.argv.slice(2), project, files }));",
    `process.stdout.write(${answer}); process.exitCode = ${code};`,
  ].join('\n');

describe('pushing the add-on', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'push-'));
    await writeFile(join(folder, 'район.json'), '{"scriptId": "1abc"}');
    await writeFile(join(folder, 'школа.json'), '{"scriptId": "2def", "parentId": "3ghi"}');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function options(answer: string, code = 0): Promise<PushOptions> {
    const script = join(folder, 'clasp.cjs');
    await writeFile(script, standIn(answer, code));
    return { dist: join(folder, 'dist'), clasp: [process.execPath, script] };
  }

  it('knows its targets', async () => {
    expect((await readTargets(folder, [])).map(({ name }) => name)).toEqual(['район', 'школа']);
    expect(await readTargets(folder, ['школа'])).toEqual([
      { name: 'школа', scriptId: '2def', parentId: '3ghi' },
    ]);
    await expect(readTargets(folder, ['город'])).rejects.toThrow(
      'нет файла город.json. Имеются: район.json, школа.json',
    );
    await expect(readTargets(join(folder, 'нет'), [])).rejects.toThrow('docs/add-on.md');
  });

  it('sends every built file, the manifest by force', async () => {
    const [district] = await readTargets(folder, ['район']);
    const pushed = await pushAddon(district!, await options('JSON.stringify(files)'));
    expect(pushed).toEqual(expect.arrayContaining(['appsscript.json', 'server.js']));
    const asked = JSON.parse(await readFile(join(folder, 'dist/район/asked.json'), 'utf8'));
    expect(asked.args.slice(-2)).toEqual(['push', '--force']);
    expect(asked.project).toEqual({ scriptId: '1abc', rootDir: 'files' });
  });

  it('leaves the Cyrillic function out where a target wants none', async () => {
    await writeFile(join(folder, 'латиница.json'), '{"scriptId": "4jkl", "latinOnly": true}');
    const [target] = await readTargets(folder, ['латиница']);
    await rm(join(folder, 'латиница.json'));
    await pushAddon(target!, await options('JSON.stringify(files)'));
    const script = await readFile(join(folder, 'dist/латиница/files/server.js'), 'utf8');
    expect([script.includes('function МСОКО'), script.includes('function MSOKO')]).toEqual([false, true]);
  });

  it('says when a file was left out, refused, or nothing was to do', async () => {
    const [school] = await readTargets(folder, ['школа']);
    const push = async (answer: string, code = 0) => pushAddon(school!, await options(answer, code));
    await expect(push("JSON.stringify(files.filter((f) => !f.endsWith('.json')))")).rejects.toThrow(
      'не приняты файлы: appsscript.json',
    );
    await expect(push('"User has not enabled the Apps Script API."', 1)).rejects.toThrow(
      'has not enabled the Apps Script API',
    );
    await expect(push('"Pushed."')).rejects.toThrow('ответ clasp не понят');
    expect(await push('"[]"')).toEqual([]);
  });

  it('the pinned clasp itself says that nobody is logged in', async () => {
    const [district] = await readTargets(folder, ['район']);
    const [node, clasp] = ownClasp();
    const home = join(folder, 'nobody.json');
    await expect(
      pushAddon(district!, { dist: join(folder, 'dist'), clasp: [node, clasp, '--auth', home] }),
    ).rejects.toThrow('npx clasp login');
  });
});
