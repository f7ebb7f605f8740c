import type { ActivityStatus } from '../activity/status.ts';
import { formatNumber } from '../number/decimal.ts';
import type { Day } from '../period/period.ts';
import type { NoDate } from '../schedule/schedule.ts';
import type { TargetVerdict } from '../target/target.ts';
import { activityStatuses } from './activity-statuses.ts';
import { months } from './months.ts';
import { dayText, plural } from './summary.ts';

const n = (count: number): string => formatNumber(count, 0);
const activities = (count: number): string => plural(count, 'срок', 'срока', 'сроков');

const verdicts: Readonly<Record<TargetVerdict, string>> = {
  met: 'достигнут',
  partly: 'достигнут частично',
  not_met: 'не достигнут',
  no_data: 'нет данных',
  no_base: 'не с чем сравнить',
};

const reasons: Readonly<Record<NoDate, string>> = {
  no_deadline: 'срок в документе не напечатан',
  not_understood: 'срок напечатан так, что дату назвать нельзя',
  waits_for_schedule: 'ждёт графика',
  as_needed: 'выполняется по потребности',
  permanent: 'выполняется постоянно',
};

/** How many organisations are named in a cell. */
const named = 5;

/** What people read about the roadmap in the summary and in `msoko status`. */
export const activityViewTexts = {
  statuses: activityStatuses,
  verdicts,
  tabs: { progress: 'Ход дорожной карты', list: 'Дорожная карта', months: 'Календарь месяца' },
  progress: {
    title: 'Как выполняется дорожная карта',
    help: 'Один срок — мероприятие на одну дату у того, кто его выполняет: у района или у каждой организации. Мероприятия без даты и перенесённые приказом учтены; не учтены заголовки разделов, сроки раньше утверждения документа и то, что отмечено «не применимо».',
    total: (total: number, done: number, overdue: number, soon: number) =>
      `Всего ${activities(total)}: выполнено ${n(done)}, просрочено ${n(overdue)}, подходит срок у ${n(soon)}.`,
    directions: 'По направлениям',
    directionHeadings: [
      'Направление',
      'Всего',
      'Выпол\u00adнено',
      'Позже срока',
      'В работе',
      'Срок близко',
      'Не начато',
      'Без даты',
      'Просро\u00adчено',
    ],
    targets: 'Показатели мероприятий',
    targetsHelp:
      'Только сроки, у которых в документе напечатан показатель. Достигнутое сравнивается без округления; документ засчитывается, когда указаны его номер и дата или ссылка.',
    targetHeadings: [
      'Направление',
      'С показа\u00adтелем',
      'Достигнут',
      'Частично',
      'Не достигнут',
      'Нет данных',
      'Не с чем сравнить',
    ],
    chart: 'Сроки дорожной карты по направлениям',
    chartDescription: 'Сколько сроков каждого направления выполнено, в работе, впереди и просрочено.',
    quarters: 'По кварталам',
    quarterHeadings: [
      'Квартал',
      'Всего',
      'Выпол\u00adнено',
      'Позже срока',
      'В работе',
      'Срок близко',
      'Не начато',
      'Просро\u00adчено',
    ],
    quarterChart: 'Сроки дорожной карты по кварталам',
    quarterDescription: 'Сколько сроков приходится на каждый квартал и как они выполнены.',
    quarter: (key: string) => `${key.slice(6)} кв. ${key.slice(0, 4)}`,
    undated: 'Нет срока, потому что…',
    undatedHeadings: ['Мероприятие', '№', 'Срок в документе', 'Почему нет даты', 'Состояние'],
    reason: (reason: NoDate, leansOn: string | undefined): string =>
      reason === 'waits_for_schedule' && leansOn !== undefined
        ? `ждёт: «${leansOn}»${/график|процедур/i.test(leansOn) ? '; даты внесите на лист «Оценочные процедуры»' : ''}`
        : reasons[reason],
    total1: 'Всего',
  },
  list: {
    title: 'Мероприятия дорожной карты',
    help: 'Сначала просроченные, затем те, у которых срок наступит в ближайшие две недели, в работе, ещё не начатые, без даты и выполненные. Отмечайте выполнение на листе «Дорожная карта» своей книги.',
    headings: [
      'Состояние',
      '№',
      'Мероприятие',
      'Испол\u00adнить до',
      'Срок в документе',
      'Исполнители',
      'Как идёт',
      'Показатель',
      'Итог по показателю',
      'Документ',
    ],
    none: 'Сроков, за которыми нужно следить, нет.',
    organisations: (
      done: number,
      total: number,
      status: ActivityStatus,
      names: readonly string[],
    ): string => {
      const rest = names.length - named;
      const list = `${names.slice(0, named).join(', ')}${rest > 0 ? ` и ещё ${n(rest)}` : ''}`;
      const head = `выполнили ${n(done)} из ${n(total)}`;
      return status === 'done' || status === 'done_late' || names.length === 0
        ? head
        : `${head}; ${activityStatuses[status]}: ${list}`;
    },
    verdict: (verdict: TargetVerdict, count: number, total: number): string =>
      total === 1 ? verdicts[verdict] : `${verdicts[verdict]}: ${n(count)}`,
    days: (days: number) => `просрочено на ${plural(days, 'день', 'дня', 'дней')}`,
    open: 'открыть',
  },
  months: {
    title: 'Календарь месяца',
    help: 'Что нужно выполнить в этом и следующем месяце, по исполнителям. Мероприятие нескольких исполнителей стоит у каждого.',
    month: (key: string) => {
      const name = months[Number(key.slice(5, 7)) - 1] ?? '';
      return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${key.slice(0, 4)}`;
    },
    headings: ['Испол\u00adнить до', '№', 'Мероприятие', 'Состояние', 'Как идёт'],
    none: 'Сроков в этом месяце нет.',
    nobody: 'Исполнитель не указан',
    organisations: 'Образовательные организации',
  },
  status: {
    overdue: (count: number, names: readonly string[]) =>
      `Дорожная карта: просрочено ${activities(count)}: ${names.join('; ')}${count > names.length ? '; …' : '.'}`,
    item: (no: string, due: Day) =>
      `${no === '' ? 'мероприятие' : `п. ${no.replace(/\.$/, '')}`} (до ${dayText(due)})`,
  },
};
