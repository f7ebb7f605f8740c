import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, goldenCopy } from '../../e2e/msoko.ts';
import { parsed, say } from './console.ts';

interface Unit {
  readonly unit: string;
  readonly asked?: number;
  readonly answered?: number;
  readonly arrivedOn?: string;
}
interface Due {
  readonly form: string;
  readonly period: string;
  readonly lastDay?: string;
  readonly expected: number;
  readonly received: number;
  readonly units: readonly Unit[];
}
interface District {
  readonly district: string;
  readonly next: readonly Due[];
  readonly overdue: readonly Due[];
  readonly late: readonly Due[];
  readonly drafts: readonly unknown[];
}

/** A kindergarten and two schools that owe the forms w (due in October) and x (in February) and no built-in one. */
function workspace(): string {
  const dir = freshFolder();
  const put = (path: string, lines: readonly string[]): void =>
    writeFileSync(join(dir, path), `${lines.join('\n')}\n`);
  for (const folder of ['inbox', 'catalog']) mkdirSync(join(dir, folder));
  put('msoko.config.json', ['{ "schoolYear": "2024/25", "timeZone": "Europe/Moscow" }']);
  put('districts.csv', ['code,name,region,region_name,roadmap', 'gor,Горный район,RU-00,Область,']);
  put('organisations.csv', [
    'code,name,type,district,programmes',
    's1,Школа 1,club,gor,',
    's2,Школа 2,club,gor,',
    's3,Школа 3,club,gor,',
  ]);
  put('catalog/forms.csv', [
    'code,title,level,frequency,due',
    'w,Осень,organisation,school_year,10-12',
    'x,Зима,organisation,school_year,02-03',
  ]);
  put('catalog/elements.csv', ['code,form,type', 'w.a,w,integer', 'w.b,w,integer', 'x.a,x,integer']);
  put('inbox/october.csv', [
    'organisation,period,element,value',
    's1,2024/25,w.a,1',
    's1,2024/25,w.b,2',
    's2,2024/25,w.a,3',
  ]);
  return dir;
}

describe('status', () => {
  let dir: string;
  let district: District;

  beforeAll(async () => {
    dir = workspace();
    await say(dir, 'run', '--date', '2024-10-14');
    writeFileSync(
      join(dir, 'inbox/later.csv'),
      'organisation,period,element,value\ns3,2024/25,w.a,1\ns3,2024/25,w.b,0\n',
    );
    await say(dir, 'run', '--date', '2024-10-15');
    const said = await say(dir, 'status', '--date', '2024-12-01', '--json');
    expect(said.code).toBe(0);
    district = (parsed(said).districts as District[])[0]!;
  }, 60_000);

  it('names who has not handed in, and how much of it is there', () => {
    const own = district.overdue.find((d) => d.form === 'w')!;
    expect([own.expected, own.received, own.lastDay]).toEqual([3, 2, '2024-10-14']);
    expect(own.units).toEqual([{ unit: 's2', asked: 2, answered: 1, rejected: 0, draft: false }]);
  });

  it('the day of a run counts for files that do not say when they were handed in: a deadline on Saturday ends on Monday', () => {
    const late = district.late.filter((d) => d.form === 'w');
    expect(late.flatMap((d) => d.units)).toEqual([{ unit: 's3', arrivedOn: '2024-10-15' }]);
  });

  it('the very next deadline is named however far away it is', () => {
    expect(district.next[0]).toMatchObject({ form: 'x', lastDay: '2025-02-03', expected: 3, received: 0 });
  });

  it('says it in Russian', async () => {
    const { out, code } = await say(dir, 'status', '--date', '2024-12-01');
    expect(code).toBe(0);
    expect(out).toContain('Горный район: формы 2024/25 учебного года на 01.12.2024');
    expect(out).toContain('  14.10.2024  Осень — сдано 2 из 3\n      Школа 2 — заполнено 1 из 2');
    expect(out).toContain('  03.02.2025  Зима — сдано 0 из 3');
    expect(out).toContain('Школа 3 — 15.10.2024');
  });

  it.each(['400', 'неделя'])('refuses --days %s and says what to write', async (days) => {
    const said = await say(dir, 'status', '--days', days);
    expect(said.code).toBe(2);
    expect(said.log).toContain(days);
    expect(said.log).toContain('msoko status --days 14');
  });

  it('a workspace that was never run says what to do', async () => {
    const { out, code } = await say(goldenCopy(), 'status', '--date', '2024-12-15');
    expect(code).toBe(0);
    expect(out).toContain('команду run');
  });
});

describe('catalog', () => {
  it('shows how to switch off a form, what is switched off and what went with it', async () => {
    const dir = workspace();
    writeFileSync(join(dir, 'catalog/off.csv'), 'form,disabled\npr_attendance,1\nattendance,1\n');
    const { out, code } = await say(dir, 'catalog');
    expect(code).toBe(0);
    expect(out).toContain(
      'форма pr_attendance «Посещаемость: ежемесячные сведения», catalog/off.csv, строка 2',
    );
    expect(out).toContain('    pr.attendance.absent_share  Доля обучающихся, не приступивших');
    expect(out).toContain('выключать нечего:\n  форма attendance, catalog/off.csv, строка 3.');
    expect(out).toContain('form,disabled');
    const { switchedOff } = parsed(await say(dir, 'catalog', '--json')) as {
      switchedOff: { leftOut: { kind: string }[] };
    };
    expect(switchedOff.leftOut.map(({ kind }) => kind)).toContain('checks');
  });
});
