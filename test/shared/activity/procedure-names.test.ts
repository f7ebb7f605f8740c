import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCatalogCsv } from '../../../etl/catalog/read-csv.ts';
import { proceduresAsked } from '../../../shared/activity/procedure-dates.ts';
import { procedureFinder } from '../../../shared/activity/procedure-names.ts';
import { buildCatalog } from '../../../shared/catalog/build-catalog.ts';
import { parseDeadline } from '../../../shared/schedule/parse-deadline.ts';

const read = (name: string) =>
  readCatalogCsv(readFileSync(new URL(`../../../templates/${name}`, import.meta.url)), name, 'builtin');
const roadmaps = ['bashmakovo', 'botlikh', 'kurkino', 'nazran', 'rutul'];
const { catalog } = buildCatalog([
  read('dimensions.csv'),
  read('synonyms.csv'),
  read('directions.csv'),
  ...roadmaps.flatMap((id) => ['roadmap', 'activities'].map((name) => read(`roadmaps/${id}/${name}.csv`))),
]);
const proceduresIn = procedureFinder(catalog);

describe('names of procedures in texts', () => {
  it.each([
    ['графиком проведения Всероссийских проверочных работ', 'vpr'],
    ['всероссийской проверочной работой', 'vpr'],
    ['графиком проведения ВПР', 'vpr'],
    ['по итогам впр', 'vpr'],
    ['Основного государственного экзамена (ОГЭ)', 'oge'],
    ['единым государственным экзаменам', 'ege'],
    ['ГИА-9', 'oge'],
    ['ГИА-11', 'ege'],
    ['графиком ГИА', 'oge ege gve'],
    ['государственной итоговой аттестации (далее - ГИА)', 'oge ege gve'],
    ['основного и единого государственных экзаменов', 'oge ege'],
    ['итоговом сочинении', 'essay'],
    ['итогового сочинения (изложения)', 'essay'],
    ['итоговому собеседованию по русскому языку', 'interview'],
    ['национальных исследованиях качества образования', 'niko'],
    ['национальным сравнительным исследованиям качества образования', 'niko'],
    ['международных сравнительных исследованиях (далее – МСИ)', 'msi'],
    ['международных сопоставительных исследований', 'msi'],
    ['исследовании PISA', 'msi'],
    ['региональных проверочных работах (РПР)', 'rpr'],
    ['муниципальных проверочных работ', 'mpr'],
    ['муниципального этапа всероссийской олимпиады школьников', 'vsosh'],
    ['ВПР, ОГЭ и ЕГЭ', 'vpr oge ege'],
    // not names: other words, parts of words, the words of a name far apart
    ['НИКОМУ', ''],
    ['СМИ', ''],
    ['проверочных работ', ''],
    ['итоги сочинений', ''],
    ['всероссийские конкурсы и проверочные работы', ''],
    ['курсов', ''],
    ['', ''],
  ])('%s → %s', (text, expected) => {
    expect(proceduresIn(text).join(' ')).toBe(expected);
  });

  it('every activity of the five documents that waits for a schedule', () => {
    const waiting = catalog.activities.flatMap(({ roadmap, id, deadline, title }) => {
      const { reason, leansOn = '' } = parseDeadline(deadline);
      if (reason !== 'waits_for_schedule') return [];
      return [`${roadmap}/${id} ${proceduresAsked(proceduresIn, leansOn, title).join(' ')}`.trim()];
    });
    expect(waiting).toEqual([
      'bashmakovo/1.4 msi',
      'bashmakovo/1.5 niko',
      'bashmakovo/1.6 rpr',
      'bashmakovo/8.6', // the road map of a project
      'botlikh/1.6 essay', // «в итоговом сочинении» of the title
      'botlikh/1.20', // a plan of its own
      'botlikh/1.28', // «в период проведения оценочных процедур»: of all of them, none is named
      'botlikh/7.6', // holidays
      'kurkino/2.2 niko', // «национальных и общероссийских исследований качества образования»
      'kurkino/2.4 msi', // «международных сопоставительных исследованиях»
      'kurkino/2.5 niko',
      'nazran/plan.7 niko',
      'nazran/plan.40',
      'rutul/1.7 msi',
      'rutul/1.8', // results of taking part come after the procedure, nobody knows when
      'rutul/1.12 niko',
      'rutul/1.14',
      'rutul/1.15',
      'rutul/2.1', // the approved schedule is that of the seminars, though their title names ВПР
      'rutul/2.2',
      'rutul/2.3',
      'rutul/5.11',
    ]);
  });
});
