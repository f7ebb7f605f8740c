import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { freshFolder, records } from '../../e2e/msoko.ts';
import { parsed, say } from '../cli/console.ts';

const dir = freshFolder();
const put = (path: string, ...lines: string[]) => writeFileSync(join(dir, path), `${lines.join('\n')}\n`);
const date = ['--date', '2025-02-01'] as const;
const remark =
  'districts.csv, район «a»: дорожной карты «botlih» в каталоге нет; возможно, имелась в виду «botlikh». У района не будет её мероприятий.';

beforeAll(() => {
  for (const folder of ['inbox', 'catalog']) mkdirSync(join(dir, folder));
  put('msoko.config.json', '{"schoolYear":"2024/25"}');
  put(
    'districts.csv',
    'code,name,region,region_name,roadmap',
    'a,Горный район,RU-00,Область,botlih',
    'b,Речной район,RU-00,Область,own',
    'c,Лесной район,RU-00,Область,',
  );
  // a plan of which only an indicator is given is known all the same
  put(
    'catalog/forms.csv',
    'code,title,direction,level,frequency',
    'f,Ученики,student-results,organisation,school_year',
  );
  put('catalog/elements.csv', 'code,name,form,type,rollup,to_time', 'f.pupils,Учеников,f,integer,sum,sum');
  put(
    'catalog/indicators.csv',
    'code,direction,name,kind,unit,numerator,roadmap',
    'i.pupils,student-results,Учеников,count,чел.,f.pupils,own',
  );
  put('organisations.csv', 'code,name,type,district,programmes', 's,Школа,school,a,НОО');
});

it('a plan that nobody knows is a warning in its row of districts.csv, said in the log too', async () => {
  const run = await say(dir, 'run', ...date);
  expect(run.code).toBe(0);
  expect(run.log.split('\n')[0]).toBe(remark);
  expect(run.log).toContain('Исправьте столбец roadmap');
  expect(run.log).not.toMatch(/«own»|район «c»/);
  const rows = records((await say(dir, 'export', 'issues')).out);
  expect(rows.filter(({ code }) => code === 'roadmap.unknown')).toMatchObject([
    {
      ...{ severity: 'warning', organisation: 'a', source: 'districts.csv#L2', raw: 'botlih' },
      message: expect.stringContaining('«botlih» в каталоге нет; возможно, имелась в виду «botlikh»'),
    },
  ]);
});

it('is told by catalog and doctor', async () => {
  expect((await say(dir, 'catalog')).out).toContain(remark);
  expect(parsed(await say(dir, 'catalog', '--json')).unknownRoadmaps).toEqual([
    { district: 'a', id: 'botlih' },
  ]);
  const doctor = await say(dir, 'doctor');
  expect(doctor.code).toBe(0);
  expect(doctor.out).toContain(`[совет] ${remark}`);
});
