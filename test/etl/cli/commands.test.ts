import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commandNames } from '../../../etl/cli/commands/index.ts';
import { goldenAlone } from '../../acceptance/golden-alone.ts';
import { freshFolder, goldenCopy } from '../../e2e/msoko.ts';
import { parsed, say } from './console.ts';
import { afterFirstRun, date, exported, observations, observed, put } from './golden-inbox.ts';

let dir: string;

beforeEach(() => {
  dir = goldenAlone();
});

describe('help', () => {
  it.each([[[]], [['--help']], [['help']]])('%j lists every command', async (args) => {
    const { code, out } = await say(dir, ...args);
    expect(code).toBe(0);
    for (const name of commandNames) expect(out).toContain(`\n  ${name} `);
  });

  it.each(commandNames)('%s --help shows examples', async (name) => {
    const { code, out } = await say(dir, name, '--help');
    expect(code).toBe(0);
    expect(out).toContain('Примеры:');
  });
});

describe('wrong use ends with 2 and says what to do', () => {
  it.each([
    [['rnu'], 'cli.unknown_command', /«run»/],
    [['run', '--wrokspace', 'x'], 'cli.options', /«--workspace»/],
    [['run', 'extra'], 'cli.arguments', /run/],
    [['run', '--date', '15.12.2024'], 'cli.date', /15\.12\.2024/],
    [['export', 'indicatros'], 'export.unknown', /«indicators»/],
    [['explain', 'g.trips_held'], 'explain.arguments', /--unit/],
    [['withdraw', 'observation.csv'], 'withdraw.unknown', /«observations\.csv»/],
    [['run', '--workspace', 'nowhere'], 'config.missing', /msoko\.config\.json/],
    [['check', 'nothing.xlsx'], 'check.missing', /nothing\.xlsx/],
    [['templates', '--school-year', '2024'], 'templates.school_year', /2024/],
  ])('%j', async (args, errorCode, message) => {
    if (args[0] === 'withdraw') dir = await afterFirstRun();
    const said = await say(dir, ...args, '--json');
    expect(said.code).toBe(2);
    const { error } = parsed(said) as { error: { code: string; message: string; hint: string } };
    expect(error.code).toBe(errorCode);
    expect(`${error.message} ${error.hint}`).toMatch(message);
  });

  it('names the nearest known key of the configuration', async () => {
    writeFileSync(join(dir, 'msoko.config.json'), '{"schoolYear":"2024/25","timezone":"Europe/Moscow"}');
    const said = await say(dir, 'run', '--json');
    expect(said.code).toBe(2);
    expect(said.out).toContain('timeZone');
  });

  it('reports every fault of the workspace catalogue at once, with file and line', async () => {
    const path = join(dir, 'catalog', 'indicators.csv');
    const text = readFileSync(path, 'utf8')
      .replace('g.passed,g.pupils', 'g.pased,g.pupils')
      .replace('presence', 'presense');
    writeFileSync(path, text);
    const said = await say(dir, 'catalog');
    expect(said.code).toBe(2);
    expect(said.log).toMatch(/indicators\.csv[^\n]*2/);
    expect(said.log).toMatch(/indicators\.csv[^\n]*3/);
    expect(said.log).toContain('g.pased');
  });
});

describe('run', () => {
  it('ends with 3 when a file is unreadable, and goes on with the others', async () => {
    writeFileSync(join(dir, 'inbox', 'school.xlsx'), 'not a workbook');
    const said = await say(dir, 'run', ...date, '--json');
    expect(said.code).toBe(3);
    expect(parsed(said)).toMatchObject({ workbooks: { read: 2, failed: 1 }, observations: { total: 12 } });
    const again = await say(dir, 'run', ...date, '--json');
    expect(again.code).toBe(3);
    expect(parsed(again)).toMatchObject({ workbooks: { read: 0, unchanged: 2, failed: 1 } });
  });

  it('prints in Russian what was read, what is wrong in whose cell, and where the results lie', async () => {
    vi.stubEnv('MSOKO_DATABASE_URL', 'postgres://db.test/msoko');
    const { code, out, log } = await say(dir, 'run', ...date);
    vi.unstubAllEnvs();
    expect(code).toBe(1);
    expect(log).toContain('MSOKO_DATABASE_URL пока не действует');
    expect(out).toContain('Файлов прочитано: 2');
    expect(out).toContain('Основная школа № 2');
    expect(out).toContain('observations.csv, строка 10');
    expect(out).toContain('outbox/district.xlsx');
  });

  it('neutralises typed text in the list for people, not in the export for machines', async () => {
    put(dir, 'formula.csv', ['s1,2024/25,g.pupils,=1+1'], '2090-01-01');
    await say(dir, 'run', ...date);
    const forPeople = readFileSync(join(dir, 'outbox', 'issues.csv'), 'utf8');
    expect(forPeople).toContain(",'=1+1");
    expect((await exported(dir, 'issues')).some((r) => r.raw === '=1+1')).toBe(true);
  });

  it('counts what a later file changes, adds and clears', async () => {
    dir = await afterFirstRun();
    put(dir, 'newer.csv', ['s1,2024/25,g.passed,95', 's1,2024/25,g.pupils,', 's2,2024/25,g.pupils,50']);
    const second = await say(dir, 'run', ...date, '--json');
    expect(parsed(second)).toMatchObject({ observations: { total: 12, added: 0, changed: 2, removed: 0 } });
    // an empty cell of another file hides nothing
    expect(await observed(dir, 'g.pupils')).toMatchObject({ value: '120', source: 'observations.csv#L2' });
    expect(await observed(dir, 'g.passed')).toMatchObject({ value: '95', source: 'newer.csv#L2' });
    const changed = (await exported(dir, 'issues')).filter((r) => r.code === 'value.changed');
    expect(changed.map((r) => r.element).sort()).toEqual(['g.passed', 'g.pupils']);
    expect(changed[0]?.message).toMatch(/observations\.csv/);
  });

  it('a cleared cell of the same file becomes missing', async () => {
    dir = await afterFirstRun();
    const path = join(dir, 'inbox', 'observations.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace('g.passed,90', 'g.passed,'));
    const said = await say(dir, 'run', ...date, '--json');
    expect(parsed(said)).toMatchObject({ observations: { total: 11, added: 0, changed: 0, removed: 1 } });
    expect(await observed(dir, 'g.passed')).toMatchObject({ value: '', status: 'not_reported' });
  });

  it('a superseding value that is rejected does not bring the old one back', async () => {
    dir = await afterFirstRun();
    put(dir, 'newer.csv', ['s1,2024/25,g.passed,много']);
    await say(dir, 'run', ...date);
    expect(await observed(dir, 'g.passed')).toMatchObject({ value: '', status: 'rejected' });
    const row = (await exported(dir, 'indicators')).find(
      (r) => r.indicator === 'g.passed_share' && r.unit === 's1',
    );
    expect(row).toMatchObject({ value: '', reason: 'rejected', reported: '0', expected: '1' });
  });

  it('reads further folders named in the configuration; their files begin with ../', async () => {
    const config = { schoolYear: '2024/25', timeZone: 'Europe/Moscow', sources: ['inbox', 'почта'] };
    writeFileSync(join(dir, 'msoko.config.json'), JSON.stringify(config));
    mkdirSync(join(dir, 'почта', 'вложения'), { recursive: true });
    writeFileSync(join(dir, 'почта', 'вложения', 'a.csv'), observations(['s1,2024/25:q3,g.trips,6']));
    writeFileSync(join(dir, 'почта', '~$a.xlsx'), 'lock file of an office program');
    writeFileSync(join(dir, 'почта', '.hidden.csv'), 'x');
    expect(parsed(await say(dir, 'run', ...date, '--json'))).toMatchObject({
      workbooks: { read: 3, failed: 0 },
    });
    expect(await observed(dir, 'g.trips', 's1', '2024/25:q3')).toMatchObject({
      source: '../почта/вложения/a.csv#L2',
    });
  });

  it('a fault that a later file corrected no longer stands', async () => {
    put(dir, 'wrong.csv', ['s2,2024/25:q3,g.trips,много'], '2024-11-01');
    await say(dir, 'run', ...date);
    const faults = async () => (await exported(dir, 'issues')).filter((r) => r.code === 'cell.not_number');
    expect(await faults()).toHaveLength(1);
    put(dir, 'right.csv', ['s2,2024/25:q3,g.trips,5']);
    await say(dir, 'run', ...date);
    expect(await faults()).toEqual([]);
    expect(await observed(dir, 'g.trips', 's2', '2024/25:q3')).toMatchObject({ value: '5' });
  });

  it('keeps, reports and does not use values of an organisation that no register knows', async () => {
    put(dir, 'stranger.csv', ['s9,2024/25,g.passed,5']);
    await say(dir, 'run', ...date);
    expect((await exported(dir, 'issues')).filter((r) => r.code === 'organisation.unknown')).toMatchObject([
      { organisation: 's9', source: 'stranger.csv#L2' },
    ]);
    expect((await exported(dir, 'indicators')).some((r) => r.unit === 's9')).toBe(false);
  });
});

describe('export --json', () => {
  it.each([
    ['indicators', { indicator: 'g.olymp_held', level: 'district', unit: 'gor', value: 50, reported: 2 }],
    ['observations', { organisation: 'gor', element: 'g.residents', value: 400, status: 'value' }],
    ['results', { schoolYear: '2024/25', procedure: 'niko', mark2: 3, share2: 10 }],
    ['issues', { severity: 'error', code: 'organisation.closed', organisation: 's2' }],
  ])('%s is one line with camelCase names', async (what, first) => {
    dir = await afterFirstRun();
    const { rows } = parsed(await say(dir, 'export', what, ...date, '--json')) as { rows: object[] };
    expect(rows[0]).toMatchObject(first);
    expect(rows).toHaveLength((await exported(dir, what)).length);
  });
});

describe('check', () => {
  it('judges files and stores nothing', async () => {
    const said = await say(dir, 'check', 'inbox/observations.csv', ...date, '--json');
    expect(said.code).toBe(1);
    expect(parsed(said)).toMatchObject({
      files: [{ path: 'observations.csv', kind: 'observations', values: 12 }],
      issues: { error: 1, warning: 0, info: 0 },
      list: [{ code: 'organisation.closed', source: 'observations.csv#L10' }],
    });
    expect(existsSync(join(dir, 'store'))).toBe(false);
    expect(existsSync(join(dir, 'outbox'))).toBe(false);
  });

  it('ends with 3 for an unreadable file', async () => {
    writeFileSync(join(dir, 'x.xlsx'), 'PK\u0003\u0004broken');
    expect((await say(dir, 'check', 'x.xlsx')).code).toBe(3);
  });
});

describe('explain', () => {
  it('goes down to the cells and names who is not in the figure', async () => {
    dir = await afterFirstRun();
    const { code, out } = await say(
      dir,
      'explain',
      'g.passed_share',
      '--unit',
      'gor',
      '--period',
      '2024/25',
      ...date,
    );
    expect(code).toBe(0);
    expect(out).toContain('75 % = 100 × 90 ÷ 120');
    expect(out).toContain('данные есть по 1 из 2');
    expect(out).toContain('observations.csv#L3');
    expect(out).toContain('нет данных');
    expect(out).toContain('Детский сад № 1');
  });

  it('suggests the indicator that was meant', async () => {
    dir = await afterFirstRun();
    const said = await say(
      dir,
      'explain',
      'g.pased_share',
      '--unit',
      'gor',
      '--period',
      '2024/25',
      ...date,
      '--json',
    );
    expect(said.code).toBe(2);
    expect(said.out).toContain('g.passed_share');
  });
});

describe('init', () => {
  it('makes a workspace that runs, and never replaces what is there', async () => {
    const base = freshFolder();
    const made = await say(base, 'init', 'район', '--district', 'dst', '--school-year', '2024/25', '--json');
    expect(made.code).toBe(0);
    const place = join(base, 'район');
    expect(readFileSync(join(place, 'districts.csv'), 'utf8')).toContain(
      'dst,Ботлихский район,RU-DA,Республика Дагестан,botlikh',
    );
    expect((await say(base, 'init', 'район')).code).toBe(2);
    writeFileSync(join(place, 'organisations.csv'), 'code,name,type,district\nx,Школа,school,dst\n');
    expect((await say(base, 'init', 'район', '--force')).code).toBe(0);
    expect(readFileSync(join(place, 'organisations.csv'), 'utf8')).toContain('x,Школа');
    expect((await say(place, 'run', ...date)).code).toBe(0);
  });

  it('refuses an unknown roadmap', async () => {
    expect((await say(freshFolder(), 'init', 'x', '--roadmap', 'nowhere')).code).toBe(2);
  });
});

describe('templates', () => {
  it('writes a workbook for every organisation and the district, and leaves unchanged ones alone', async () => {
    const first = parsed(await say(dir, 'templates', ...date, '--json'));
    expect(first).toMatchObject({ schoolYear: '2024/25', written: 4, unchanged: 0 });
    expect(first.files).toEqual(['gor', 'k1', 's1', 's2'].map((code) => `templates/2024-25/${code}.xlsx`));
    expect(parsed(await say(dir, 'templates', ...date, '--json'))).toMatchObject({
      written: 0,
      unchanged: 4,
    });
  });
});

describe('catalog', () => {
  it('writes a workbook of text cells that loads back as the same catalogue', async () => {
    dir = goldenCopy();
    expect((await say(dir, 'catalog', '--xlsx', 'all.xlsx')).code).toBe(0);
    const before = parsed(await say(dir, 'catalog', '--json'));
    expect(before).toMatchObject({ roadmaps: 5 });
    for (const name of ['forms', 'elements', 'indicators']) rmSync(join(dir, 'catalog', `${name}.csv`));
    renameSync(join(dir, 'all.xlsx'), join(dir, 'catalog', 'all.xlsx'));
    const after = parsed(await say(dir, 'catalog', '--json')) as { list: { code: string; origin: string }[] };
    const codes = (c: Record<string, unknown>) => (c.list as { code: string }[]).map((i) => i.code);
    expect(codes(after)).toEqual(codes(before));
    expect(after.list.every((i) => i.origin.includes('all.xlsx'))).toBe(true);
  });
});

describe('doctor', () => {
  it('finds the golden workspace in order', async () => {
    const said = await say(dir, 'doctor', '--json');
    expect(said.code).toBe(0);
    const { findings } = parsed(said) as { findings: { state: string }[] };
    expect(findings.filter((f) => f.state === 'bad')).toEqual([]);
  });

  it('says what is wrong with a broken one', async () => {
    writeFileSync(join(dir, 'msoko.config.json'), '{');
    const said = await say(dir, 'doctor');
    expect(said.code).toBe(2);
    expect(said.out).toContain('[исправить]');
  });
});
