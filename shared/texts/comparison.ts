import { dayText } from './summary.ts';

/** What people read in comparison.xlsx. */
export const comparisonTexts = {
  fileTitle: 'Сравнение районов',
  tabs: {
    directions: 'Сравнение районов',
    indicators: 'Общие показатели',
    charts: 'Показатели в диаграммах',
  },
  title: 'Сравнение районов по направлениям',
  subtitle: (date: string, schoolYear: string) => `${schoolYear} учебный год. Данные на ${dayText(date)}`,
  footer: (date: string) => `Сравнение районов. Данные на ${dayText(date)}`,
  help: 'Дорожные карты районов разные, направления — общие. Мероприятия — района (не организаций), со сроком, за всё время дорожной карты: одно мероприятие с несколькими сроками считается по числу сроков. «—» — дорожная карта о направлении не говорит или считать не от чего.',
  districts: 'Районы',
  district: 'Район',
  roadmap: 'Чья дорожная карта',
  monitoring: 'Чьи показатели ведутся ещё',
  period: 'Период',
  days: (from: string, to: string) => `${dayText(from)}–${dayText(to)}`,
  organisations: 'Организаций',
  totals: 'По всем направлениям, %',
  direction: 'Направление',
  measures: {
    planned: 'Запланировано мероприятий',
    done: 'Выполнено мероприятий, %',
    overdue: 'Просрочено мероприятий',
    targets: 'Целевые показатели достигнуты, % от оценённых',
    links: 'Звенья управленческого цикла, % от всех',
  },
  totalsDescription: (districts: string) =>
    `Столбцы по районам: выполнено мероприятий, достигнуто целевых показателей, есть звеньев цикла, в процентах; районы: ${districts}.`,
  chartDescription: (measure: string, districts: string) =>
    `${measure} по направлениям; столбцы: ${districts}.`,
  indicatorsTitle: 'Показатели, которые есть хотя бы у двух районов',
  indicatorsHelp:
    'Значения района за учебный год. У районов разные организации и разный охват: сравнивайте вместе с «Сводкой» района.',
  indicatorHeadings: ['Направление', '№', 'Показатель', 'Ед.'],
  noIndicators: 'Общих показателей с данными пока нет.',
  chartsTitle: 'Общие показатели в диаграммах',
  chartsHelp:
    'По каждому направлению — до шести долей, которые есть у всех районов и различаются. Все значения — на листе «Общие показатели».',
  chart: (direction: string) => `${direction}, %`,
};
