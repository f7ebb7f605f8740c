import { formatNumber } from '../number/decimal.ts';
import { plural } from './summary.ts';

/** «12,5 %», «3,4»: a figure with its unit as a sentence shows it. */
const withUnit = (value: number, unit: string): string =>
  unit === '%' ? `${formatNumber(value)} %` : formatNumber(value);

export const sectionTexts = {
  help: 'Значение = числитель ÷ знаменатель по всем организациям, которые сдали обе величины. Столбики в ячейке «По годам» начинаются от нуля. Наименьшее, среднее (медиана) и наибольшее — значения отдельных организаций; кто где — на листе «Организации».',
  /** What the section comes to, in a sentence or two. */
  summary(f: {
    readonly known: number;
    readonly all: number;
    readonly better: number;
    readonly worse: number;
    readonly met: number;
    readonly normed: number;
  }): string {
    const parts = [`Есть значение у ${formatNumber(f.known, 0)} из ${indicatorsOf(f.all)}.`];
    if (f.better + f.worse > 0) {
      parts.push(
        `За год заметно лучше — ${formatNumber(f.better, 0)}, заметно хуже — ${formatNumber(f.worse, 0)}.`,
      );
    }
    if (f.normed > 0)
      parts.push(`Норма достигнута по ${formatNumber(f.met, 0)} из ${indicatorsOf(f.normed)}.`);
    return parts.join(' ');
  },
  headings: {
    no: '№',
    name: 'Показатель',
    unit: 'Ед.',
    byYears: 'По годам',
    numerator: 'Числитель',
    denominator: 'Знаме\u00adнатель',
    coverage: 'Охват',
    least: 'Наимень\u00adшее',
    median: 'Медиана',
    most: 'Наиболь\u00adшее',
    change: 'Изменение за год',
    note: 'Пояснение',
    reference: 'Для сравнения',
  },
  coverage: (reported: number, expected: number): string =>
    expected === 0
      ? '—'
      : reported === expected
        ? `все ${formatNumber(expected, 0)}`
        : reported === 0
          ? `никто из ${formatNumber(expected, 0)}`
          : `${formatNumber(reported, 0)} из ${formatNumber(expected, 0)}`,
  reference: {
    region: (value: number, unit: string) => `регион ${withUnit(value, unit)}`,
    country: (value: number, unit: string) => `страна ${withUnit(value, unit)}`,
    ofPeriod: (text: string, period: string) => `${text} (${period})`,
  },
  trend: {
    /** Title of the lines, a sentence; `all` lines are drawn. */
    title: (better: number, worse: number, all: number) => {
      if (better === 0 && worse === 0) return 'За год заметных изменений нет, %';
      const parts = [
        ...(better > 0 ? [`заметно лучше — ${formatNumber(better, 0)}`] : []),
        ...(worse > 0 ? [`заметно хуже — ${formatNumber(worse, 0)}`] : []),
      ];
      return `За год ${parts.join(', ')} (из ${formatNumber(all, 0)}), %`;
    },
    description: (list: string) => `Линии: значения показателей района по учебным годам, %. ${list}.`,
  },
  like: {
    tab: 'Похожие организации',
    title: 'Похожие организации рядом',
    help: 'Группа — организации того же вида и близкой численности (правила — в документации, раздел «Кластеры»). Значение группы — сумма числителей ÷ сумма знаменателей, сама организация входит. Зелёным и жёлтым отмечено заметное отличие организации от её группы, серым и посередине — мало данных.',
    shown: (shown: number, all: number) =>
      `Показаны ${plural(shown, 'показатель', 'показателя', 'показателей')} из ${formatNumber(all, 0)}; остальные — на листе «Организации».`,
    groups: 'Группа похожих организаций',
    count: 'Организаций',
    district: 'Район',
    organisation: 'Организация',
    group: 'Группа',
    value: 'значение',
    pooled: 'группа',
    noGroup: 'не определена: нет данных',
    chartTitle: (least: number, most: number, unit: string, name: string) =>
      `${name}: в группах похожих организаций от ${withUnit(least, unit)} до ${withUnit(most, unit)}`,
    description: (list: string) => `Полосы: значение показателя в каждой группе. ${list}.`,
  },
  /** «Показатели»: the way to the tabs of sections. */
  index: {
    help: 'Все показатели района за учебный год. Подробности — на листе раздела: там значения по годам, числитель и знаменатель, разброс по организациям, сравнение с похожими.',
    open: 'открыть',
    details: 'Подробно',
  },
};

const indicatorsOf = (n: number): string => plural(n, 'показателя', 'показателей', 'показателей');
