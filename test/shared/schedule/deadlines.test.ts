import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import { WorkingCalendar } from '../../../shared/period/working-calendar.ts';
import { dueDates } from '../../../shared/schedule/due-dates.ts';
import { parseDeadline } from '../../../shared/schedule/parse-deadline.ts';
import type { Window } from '../../../shared/schedule/schedule.ts';

const rutul: Window = { periodFrom: '2020-01-01', periodTo: '2022-12-31', approvedOn: '' };
const kurkino: Window = { periodFrom: '2020-11-27', periodTo: '2023-12-31', approvedOn: '2020-11-27' };
const botlikh: Window = { periodFrom: '2025-01-01', periodTo: '2025-12-31', approvedOn: '2025-01-25' };

let printed: readonly string[] = [];
let dagestan = new WorkingCalendar([], '');
let tula = dagestan;
beforeAll(async () => {
  const { calendar, activities } = await loadCatalog({});
  printed = [...new Set(activities.map((activity) => activity.deadline))];
  dagestan = new WorkingCalendar(calendar, 'RU-DA');
  tula = new WorkingCalendar(calendar, 'RU-TUL');
});

const yearEnds = ['2020-12-30', '2021-12-30', '2022-12-30'];

/** Worked out with the printed production calendars: the last working day of each stretch. */
const ofRutul: readonly (readonly [string, readonly string[]])[] = [
  ['январь 2020 г.', ['2020-01-31']],
  ['октябрь 2020 года', ['2020-10-30']],
  ['ноябрь, 2020 год', ['2020-11-30']],
  ['Декабрь 2020', ['2020-12-30']],
  ['2020г.', ['2020-12-30']],
  ['2021-2022 год', ['2022-12-30']],
  ['2020-2022 гг.', ['2022-12-30']],
  ['2021 - 2023годы', ['2023-12-29']],
  ['Январь-февраль 2020', ['2020-02-28']],
  ['апрель-июнь 2020 г. август 2020 г.', ['2020-06-30', '2020-08-31']],
  ['январь-декабрь 2020 г.', ['2020-12-30']],
  ['февраль-декабрь 2020 г., 2021-2022 гг.', ['2020-12-30', '2022-12-30']],
  ['февраль 2020 г., март 2020 г., февраль 2021 г.', ['2020-02-28', '2020-03-31', '2021-02-26']],
  ['октябрь-ноябрь 2020 г., октябрь-ноябрь 2021 г.', ['2020-11-30', '2021-11-30']],
  ['апрель 2020, апрель 2022.', ['2020-04-30', '2022-04-29']],
  ['II и IV кварталы 2020 г.', ['2020-06-30', '2020-12-30']],
  ['Первое полугодие 2021', ['2021-06-30']],
  ['ежегодно', yearEnds],
  ['ежегодно с 2021 года', ['2021-12-30', '2022-12-30']],
  ['с 2021 года, далее ежегодно', ['2021-12-30', '2022-12-30']],
  ['2020 год, далее ежегодно', yearEnds],
  ['2020 г., обновление ежегодно', yearEnds],
  ['март 2020 г., ежегодно', ['2020-03-31', '2021-03-31', '2022-03-31']],
  ['ежегодно, декабрь', yearEnds],
  ['сентябрь-октябрь ежегодно', ['2020-10-30', '2021-10-29', '2022-10-31']],
  [
    'Ежегодно - сентябрь, май',
    ['2020-05-29', '2020-09-30', '2021-05-31', '2021-09-30', '2022-05-31', '2022-09-30'],
  ],
  ['Ежегодно Сентябрь - февраль', ['2021-02-26', '2022-02-28', '2023-02-28']],
  [
    'Ежегодно (февраль, сентябрь) 2020-2022 гг.',
    ['2020-02-28', '2020-09-30', '2021-02-26', '2021-09-30', '2022-02-28', '2022-09-30'],
  ],
  ['Январь 2022, далее один раз в два года', ['2022-01-31']],
  ['Ежегодно, по итогам учебного года', ['2020-08-31', '2021-08-31', '2022-08-31']],
  ['ежегодно по итогам отчетного периода, 2020-2023 гг.', [...yearEnds, '2023-12-29']],
  ['1 раз в 3 года для каждой образовательной организации', ['2022-12-30']],
  ['В течение года', yearEnds],
  ['в течении всего периода', ['2022-12-30']],
  ['май 2020 г., постоянно', ['2020-05-29']],
  ['до 15 февраля года, следующего за отчетным', ['2021-02-15', '2022-02-15', '2023-02-15']],
  [
    'Ежегодно по итогам отчетного периода (до 15 февраля года, следующего за отчетным) 2020-2022 гг.',
    ['2021-02-15', '2022-02-15', '2023-02-15'],
  ],
  ['2020-2022 (в соответствии с планом ГАОУ ДПО ИРР ПО)', ['2022-12-30']],
  ['ежегодно в соответствии с графиком проведения ВПР', yearEnds],
];

const ofBotlikh: readonly (readonly [string, readonly string[]])[] = [
  ['июль 2025', ['2025-07-31']],
  ['апрель - май 2025', ['2025-05-30']],
  ['по итогам ГИА, май-июнь 2025', ['2025-06-30']],
  ['по итогам ЕГЭ, июль 2025', ['2025-07-31']],
  ['сентябрь', ['2025-09-30']],
  ['сентябрь, апрель', ['2025-04-30', '2025-09-30']],
  ['январь, май.', ['2025-01-31', '2025-05-30']],
  ['январь, февраль 2025 года', ['2025-01-31', '2025-02-28']],
  ['ноябрь 2022 года – февраль 2025 года', ['2025-02-28']],
  ['в течение 2022-2025 учебного года', ['2025-08-29']],
  ['в течение 2024/25 учебного года', ['2025-08-29']],
  ['в течение года по отдельному графику', ['2025-12-30']],
  ['в течение 2025 года', ['2025-12-30']],
  ['не позднее 15 марта 2025 г.', ['2025-03-17']],
  ['1 раз в полугодие', ['2025-06-30', '2025-12-30']],
  [
    'ежемесячно',
    // the 31st of March is Ураза-байрам in Дагестан; July and August owe nothing
    [
      '2025-01-31',
      '2025-02-28',
      '2025-03-28',
      '2025-04-30',
      '2025-05-30',
      '2025-06-30',
      '2025-09-30',
      '2025-10-31',
      '2025-11-28',
      '2025-12-30',
    ],
  ],
];

const daysOf = (text: string, window: Window, calendar: WorkingCalendar): string[] =>
  dueDates(parseDeadline(text), window, calendar).map((due) => due.day);

describe('a printed deadline', () => {
  it.each(ofRutul)('«%s» over 2020–2022', (text, days) => {
    expect(daysOf(text, rutul, dagestan)).toEqual(days);
  });

  it.each(ofBotlikh)('«%s» over 2025', (text, days) => {
    expect(daysOf(text, botlikh, dagestan)).toEqual(days);
  });

  it.each([
    ['', 'no_deadline', undefined],
    [' – ', 'no_deadline', undefined],
    ['постоянно', 'permanent', undefined],
    ['по потребности', 'as_needed', undefined],
    ['по мере необходимости', 'as_needed', undefined],
    ['в соответствии с графиком проведения НИКО', 'waits_for_schedule', 'графиком проведения НИКО'],
    ['по графику курсов', 'waits_for_schedule', 'графику курсов'],
    ['в соответствии с утверждённым графиком', 'waits_for_schedule', 'утверждённым графиком'],
    ['Согласно дорожной карте проекта', 'waits_for_schedule', 'дорожной карте проекта'],
    [
      'в период проведения оценочных процедур',
      'waits_for_schedule',
      'в период проведения оценочных процедур',
    ],
    ['в период каникул по отдельным планам', 'waits_for_schedule', 'отдельным планам'],
    ['по результатам участия', 'waits_for_schedule', 'результатам участия'],
    ['2020 2022', 'not_understood', undefined],
    ['2022-2020', 'not_understood', undefined],
    ['31.02.2025', 'not_understood', undefined],
    ['32 мая 2025', 'not_understood', undefined],
    ['по согласованию', 'not_understood', undefined],
    ['к началу навигации 2020', 'not_understood', undefined],
    ['май - 2020 - июнь', 'not_understood', undefined],
    ['V квартал 2020', 'not_understood', undefined],
  ])('«%s» has no date: %s', (text, reason, leansOn) => {
    const schedule = parseDeadline(text);
    expect(schedule).toMatchObject({ terms: [], reason });
    expect(schedule.leansOn).toBe(leansOn);
    expect(dueDates(schedule, rutul, dagestan)).toEqual([]);
  });

  it('is understood in all five documents, but for one whose dash is lost', () => {
    expect(printed.length).toBeGreaterThan(100);
    expect(printed.filter((text) => parseDeadline(text).reason === 'not_understood')).toEqual(['2020 2022']);
  });

  it('keeps the schedule it leans on beside a bound of its own', () => {
    expect(parseDeadline('ежегодно в соответствии с Планом-графиком').leansOn).toBe('Планом-графиком');
    expect(parseDeadline('2020-2022 (по графику проведения мероприятий)').leansOn).toBe(
      'графику проведения мероприятий',
    );
  });

  it('recurs only from the day of approval', () => {
    expect(daysOf('август, ежегодно', kurkino, tula)).toEqual(['2021-08-31', '2022-08-31', '2023-08-31']);
    expect(daysOf('ежегодно', kurkino, tula)).toEqual([
      '2020-12-30',
      '2021-12-30',
      '2022-12-30',
      '2023-12-29',
    ]);
    expect(daysOf('ежеквартально', kurkino, tula)).toHaveLength(13);
  });

  it('a date printed earlier than the approval is kept and marked', () => {
    const [due] = dueDates(parseDeadline('сентябрь, 2020 г.'), kurkino, tula);
    expect(due).toEqual({
      day: '2020-09-30',
      nominal: '2020-09-30',
      begins: '2020-09-01',
      provisional: false,
      beforeApproval: true,
    });
  });

  it('an exact day off moves forward, a month ends before it', () => {
    expect(daysOf('до 01.05.2025', botlikh, dagestan)).toEqual(['2025-05-05']);
    expect(daysOf('до 28 июля 2025 года', botlikh, dagestan)).toEqual(['2025-07-29']);
    expect(daysOf('июнь 2025', botlikh, dagestan)).toEqual(['2025-06-30']);
  });
});

describe('any window', () => {
  const texts = fc.constantFrom(...[...ofRutul, ...ofBotlikh].map(([text]) => text));
  const windows = fc
    .tuple(fc.integer({ min: 2015, max: 2026 }), fc.integer({ min: 0, max: 3 }), fc.boolean())
    .map(
      ([year, length, late]): Window => ({
        periodFrom: `${year}-01-01`,
        periodTo: `${year + length}-12-31`,
        approvedOn: late ? `${year}-09-10` : '',
      }),
    );

  it('gives working days in order, each once, and only printed ones before the approval', () => {
    fc.assert(
      fc.property(texts, windows, (text, window) => {
        const schedule = parseDeadline(text);
        const dues = dueDates(schedule, window, dagestan);
        const days = dues.map((due) => due.day);
        expect(days).toEqual([...new Set(days)].sort());
        for (const due of dues) {
          expect(dagestan.isWorking(due.day)).toBe(true);
          expect(due.begins <= due.day).toBe(true);
          if (due.beforeApproval) expect(/20\d\d/.test(text)).toBe(true);
        }
      }),
    );
  });

  it('case, spaces, ё and the kind of dash do not matter', () => {
    fc.assert(
      fc.property(texts, windows, fc.constantFrom('-', '–', '—', ' - ', ' – '), (text, window, dash) => {
        const other = `  ${text.toUpperCase().replace(/(?<=[А-Я\d]) ?[-–] ?(?=[А-Я\d])/g, dash)} `;
        expect(daysOf(other, window, dagestan)).toEqual(daysOf(text, window, dagestan));
      }),
    );
  });

  it('never throws, whatever is printed', () => {
    const words = fc.constantFrom(
      ...'2020 май - , и июнь II квартал первое полугодие ежегодно до 15 года график по далее раз в два 1 3 ( )'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 9 }), windows, (parts, window) => {
        const schedule = parseDeadline(parts.join(' '));
        expect(schedule.terms.length > 0).toBe(schedule.reason === undefined);
        dueDates(schedule, window, dagestan);
      }),
    );
  });
});
