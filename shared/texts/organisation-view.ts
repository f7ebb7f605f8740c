import type { Punctuality } from '../form-calendar/report.ts';
import { formatNumber } from '../number/decimal.ts';
import type { Day } from '../period/period.ts';
import type { Difference } from '../summary/comparison.ts';
import { dayText, plural } from './summary.ts';

const withUnit = (value: number, unit: string): string =>
  unit === '%' ? `${formatNumber(value)} %` : formatNumber(value, Number.isInteger(value) ? 0 : 1);

const differences: Readonly<Record<Difference, string>> = {
  same: 'как в группе',
  noticeable: 'отличие заметно',
  within_error: 'в пределах погрешности',
  few_data: 'мало данных для вывода',
  unknown: '',
};

/** The organisation's own workbook. */
export const organisationTexts = {
  fileTitle: (name: string) => `Внутренняя оценка качества образования: ${name}`,
  subtitle: (district: string, schoolYear: string) => `${district}. ${schoolYear} учебный год`,
  footer: (name: string, schoolYear: string) => `${name}. ${schoolYear} учебный год`,
  tabs: { note: 'Справка', results: 'Результаты', plan: 'Акты и сроки', remarks: 'Замечания' },
  none: '—',
  yes: 'да',
  no: 'нет',

  note: {
    section: 'Что показывают данные',
    known: (known: number, all: number, year: string) =>
      all === 0
        ? `За ${year} учебный год показатели ещё не рассчитаны: сведения не поступили.`
        : `За ${year} учебный год рассчитано ${formatNumber(known, 0)} из ${plural(all, 'показателя', 'показателей', 'показателей')}.`,
    noChange: 'Заметных изменений по сравнению с прошлым учебным годом нет.',
    better: (list: string) => `Заметно лучше, чем годом ранее: ${list}.`,
    worse: (list: string) => `Заметно хуже, чем годом ранее: ${list}.`,
    was: (name: string, now: number, before: number, unit: string) =>
      `${name} — ${withUnit(now, unit)} (было ${withUnit(before, unit)})`,
    beside: (name: string, own: number, group: number, unit: string) =>
      `${name} — ${withUnit(own, unit)} (в группе ${withUnit(group, unit)})`,
    group: (title: string, count: number) =>
      `По сравнению с похожими организациями (группа «${title}», ${plural(count, 'организация', 'организации', 'организаций')}) `,
    alike: (opening: string) => `${opening}заметных отличий нет.`,
    betterThanGroup: (opening: string, list: string) => `${opening}заметно лучше: ${list}.`,
    worseThanGroup: (opening: string, list: string) =>
      opening === '' ? `Заметно хуже, чем в группе: ${list}.` : `${opening}заметно хуже: ${list}.`,
    groupSmall: (title: string) =>
      `В группе похожих организаций («${title}») сведения дали меньше трёх организаций, поэтому сравнения с ней нет.`,
    groupMissing: 'Группа похожих организаций не определена: нет сведений о численности за этот учебный год.',
    normsMet: (count: number) =>
      `Норма достигнута по всем показателям, для которых она установлена (${formatNumber(count, 0)}).`,
    normsMissed: (list: string) => `Норма не достигнута: ${list}.`,
    nothingOverdue: 'Сведений, срок сдачи которых прошёл, за организацией нет.',
    overdue: (list: string) => `Срок сдачи прошёл, сведения сданы не полностью: ${list}.`,
    noRemarks: 'Замечаний к данным нет.',
    remarks: (errors: number, warnings: number) =>
      `К данным есть замечания: ошибок — ${formatNumber(errors, 0)}, предупреждений — ${formatNumber(warnings, 0)} (лист «Замечания»). Значения с ошибкой в показатели не входят.`,
    more: (list: string, count: number) => `${list}; ещё ${formatNumber(count, 0)}`,
  },

  own: {
    section: 'Пояснения организации',
    hint: 'Место для своего текста. Файл, в который что-то внесено, программа не заменит: новые данные лягут рядом, в файл с пометкой «(новый)».',
  },

  chart: {
    section: 'Рядом с похожими организациями',
    title: (better: number, worse: number) => {
      if (better + worse === 0) return 'Заметных отличий от похожих организаций нет, %';
      const parts = [
        ...(better > 0 ? [`заметно лучше — ${formatNumber(better, 0)}`] : []),
        ...(worse > 0 ? [`заметно хуже — ${formatNumber(worse, 0)}`] : []),
      ];
      return `По сравнению с похожими организациями ${parts.join(', ')} (из показанных), %`;
    },
    description: (list: string) => `Полосы: значение организации и её группы. ${list}.`,
    own: 'организация',
    group: 'похожие организации',
    headings: ['Показатель', 'Организация', 'Похожие', 'Район', 'Отличие от похожих'],
  },

  results: {
    title: 'Результаты по разделам',
    help: 'Значение = числитель ÷ знаменатель организации. «Похожие» — организации того же вида и близкой численности: сумма числителей ÷ сумма знаменателей, ваша организация входит. Значения других организаций не показываются; где сведения дали меньше трёх организаций, сравнения нет. «Заметно» — отличие больше, чем можно объяснить случайностью.',
    none: 'За этот учебный год показателей пока нет.',
    headings: {
      no: '№',
      name: 'Показатель',
      unit: 'Ед.',
      byYears: 'По годам',
      numerator: 'Числитель',
      denominator: 'Знаме\u00adнатель',
      change: 'Изменение за год',
      district: 'Район',
      group: 'Похожие',
      difference: 'Отличие от похожих',
      note: 'Пояснение',
    },
    difference: (found: Difference, judgement: -1 | 0 | 1): string =>
      judgement > 0 ? 'заметно лучше' : judgement < 0 ? 'заметно хуже' : differences[found],
  },

  plan: {
    title: 'Акты о ВСОКО и сроки',
    acts: 'Акты о внутренней системе оценки качества образования',
    actHeadings: ['Вид', 'Название', '№', 'Утверждён', 'Опубликован'],
    noActs: 'Сведения об актах о ВСОКО не внесены: заполните их в книге организации.',
    procedures: 'План оценочных процедур',
    procedureHeadings: ['Начало', 'Окончание', 'Процедура', 'Кто участвует'],
    noProcedures: 'План оценочных процедур не внесён.',
    forms: 'Сведения, которые сдаёт организация',
    formHeadings: ['Срок', 'Форма', 'Период', 'Сведения на дату', 'Состояние'],
    noForms: 'В этом учебном году организация форм не сдаёт.',
    noDue: 'без срока',
    states: {
      on_time: 'сдано в срок',
      late: 'сдано позже срока',
      overdue: 'срок прошёл',
      ahead: 'срок впереди',
      no_due: 'без срока',
    } as Readonly<Record<Punctuality, string>>,
    done: 'сдано',
    day: (day: Day) => dayText(day),
  },

  remarks: {
    title: 'Замечания к данным',
    help: 'Исправляйте в своей книге: здесь и в сводке замечание исчезнет после следующей обработки.',
    none: 'Замечаний к данным нет.',
    place: (tab: string, cell: string | undefined) =>
      cell === undefined ? `лист «${tab}»` : `лист «${tab}», ячейка ${cell}`,
    line: (file: string, line: number) => `${file}, строка ${line}`,
    left: (count: number) =>
      `Показаны не все: ещё ${plural(count, 'замечание', 'замечания', 'замечаний')}. Сначала исправьте эти.`,
    headings: ['№', 'Важность', 'Форма и строка', 'Период', 'Что не так', 'Что сделать', 'Где'],
  },
};
