import type { CollectionLevel } from '../catalog/types.ts';
import type { ReportTally } from '../form-calendar/report.ts';
import { formatNumber } from '../number/decimal.ts';
import type { Day } from '../period/period.ts';
import { dayText } from './day-text.ts';
import { months } from './months.ts';
import { plural } from './plural.ts';

const types: Readonly<Record<string, string>> = {
  school: 'школы',
  preschool: 'детские сады',
  extracurricular: 'доп. образование',
};

/** Texts of «Календарь форм» and of `msoko status`. */
export const calendarTexts = {
  tab: 'Календарь форм',
  title: 'Календарь форм',
  help:
    'Отчёт — одна форма одной организации за один период. Сдан — заполнены все обязательные ячейки («н/д» и «х» — тоже ответ). ' +
    'В срок — не позже срока сдачи; срок, выпавший на выходной, переносится на ближайший рабочий день. ' +
    'День сдачи — дата «Сдано» в книге, а где её нет — день обработки, в которой ответ появился впервые.',
  none: 'В этом учебном году форм для заполнения нет.',
  total: (forms: number, reports: number, asked: number, optional: number) =>
    `За учебный год: ${plural(forms, 'форма', 'формы', 'форм')}, ${plural(reports, 'отчёт', 'отчёта', 'отчётов')}, ` +
    `${plural(asked, 'обязательная ячейка', 'обязательные ячейки', 'обязательных ячеек')}` +
    (optional === 0 ? '.' : ` и ещё ${formatNumber(optional, 0)} по желанию.`),
  headings: [
    'Срок сдачи',
    'Форма',
    'Период',
    'Кто заполняет',
    'Сведения на дату',
    'Отчётов ожидается',
    'Ячеек в отчёте',
    'Ячеек всего',
    'Ещё ячеек по желанию',
    'Сдано отчётов',
    'Сдано, %',
    'Сдано в срок',
    'В срок, %',
    'Что сейчас',
  ],
  noDue: 'без срока',
  moved: (due: Day) => `По форме — ${dayText(due)}: это выходной, срок перенесён на рабочий день.`,
  who: (level: CollectionLevel, orgTypes: readonly string[]) =>
    level === 'district' ? 'район' : orgTypes.map((type) => types[type] ?? type).join(', ') || 'организации',
  cells: (least: number, most: number) =>
    least === most ? formatNumber(least, 0) : `${formatNumber(least, 0)}–${formatNumber(most, 0)}`,
  states: {
    optional: 'по желанию',
    ahead: (received: number) => (received === 0 ? 'срок впереди' : 'сдают'),
    allOnTime: 'сдано в срок',
    allLate: (late: number) => `сдано, позже срока: ${formatNumber(late, 0)}`,
    all: 'сдано',
    overdue: (count: number) => `не сдано: ${formatNumber(count, 0)}`,
    open: (count: number) => `ждём: ${formatNumber(count, 0)}`,
  },

  monthsTitle: 'Сколько ячеек нужно заполнить по месяцам',
  monthsHeadings: ['Месяц', 'Ячеек'],
  monthsDescription:
    'Столбцы: сколько обязательных ячеек всех организаций нужно заполнить к срокам каждого месяца',
  monthsSeries: 'Обязательных ячеек',
  month: (key: string) => `${months[Number(key.slice(5)) - 1] ?? ''} ${key.slice(0, 4)}`,

  burdenTab: 'Сроки и нагрузка',
  burdenTitle: 'Сроки и нагрузка по организациям',
  burdenHelp: 'Слева — сколько заполнить за учебный год, справа — отчёты, срок которых прошёл ко дню сводки.',
  burdenHeadings: [
    '№',
    'Организация',
    'Форм',
    'Отчётов за год',
    'Ячеек за год',
    'Ещё ячеек по желанию',
    'Срок прошёл: отчётов',
    'из них начато',
    'из них не сдано',
    'Сдано отчётов',
    'Сдано, %',
    'Сдано в срок',
    'В срок, %',
    'Что сейчас',
  ],
  unitState: ({ expected, overdue, late }: ReportTally): string => {
    if (expected === 0) return 'сроки впереди';
    if (overdue > 0) return `не сдано: ${formatNumber(overdue, 0)}`;
    return late > 0 ? `сдано, позже срока: ${formatNumber(late, 0)}` : 'сдано в срок';
  },
};
