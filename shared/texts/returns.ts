import type { ReportState } from '../submission/report.ts';
import { remarksTab } from './submit-words.ts';
import { dayText, periodText, plural } from './summary.ts';

const remarksOf = (errors: number, warnings: number): string => {
  const parts = [
    ...(errors > 0 ? [plural(errors, 'ошибка', 'ошибки', 'ошибок')] : []),
    ...(warnings > 0 ? [plural(warnings, 'предупреждение', 'предупреждения', 'предупреждений')] : []),
  ];
  return parts.length === 0 ? 'нет' : parts.join(', ');
};

/** The protocol of remarks that goes back to an organisation. */
export const returnsTexts = {
  tab: remarksTab,
  fileTitle: (name: string) => `Замечания к отчёту: ${name}`,
  title: 'Замечания к отчёту',
  subtitle: (district: string, schoolYear: string) =>
    [district, `${schoolYear} учебный год`].filter((t) => t !== '').join('. '),
  facts: {
    organisation: 'Организация',
    schoolYear: 'Учебный год',
    submitted: 'Сдан',
    state: 'Состояние',
    file: 'Файл',
    online: 'Таблица Google',
    found: 'Найдено',
  },
  found: remarksOf,
  unknownDay: 'дата сдачи не указана',
  notSubmitted: 'не сдан',
  submittedBy: (day: string, post: string) => (post === '' ? day : `${day}, ${post}`),
  state: (state: ReportState, decidedOn: string | undefined): string => {
    const day = decidedOn === undefined ? '' : ` ${dayText(decidedOn)}`;
    switch (state) {
      case 'returned':
        return `возвращён${day}: сведения не учитываются, пока не сдан исправленный отчёт`;
      case 'accepted':
        return `принят${day}`;
      case 'submitted':
        return 'сдан, решение ещё не принято';
      case 'draft':
        return 'черновик: на вопрос «Сдаю» отвечено «нет», сведения не учитываются';
      case 'none':
        return 'отчёт не получен';
    }
  },
  remarkHeading: 'Замечание района',
  firstHeading: 'Что сделать в первую очередь',
  first: {
    errors: (n: number) =>
      `Исправьте то, что отмечено словом «исправить» (${n}): такие значения не учитываются ни в одном показателе.`,
    warnings: (n: number) =>
      `Проверьте то, что отмечено словом «проверить» (${n}). Если значение верно, ничего менять не нужно.`,
    unread: 'Пришлите файл, который открывается и читается: из присланного ничего взять нельзя.',
    remark: 'Выполните замечание района.',
    returned: (decidedOn: string) =>
      `Внесите на первом листе новую дату сдачи, позднее ${dayText(decidedOn)}, и пришлите книгу ещё раз.`,
    draft:
      'Когда книга будет готова, ответьте «да» на вопрос «Сдаю», внесите дату сдачи и пришлите её ещё раз.',
    again:
      'Внесите на первом листе новую дату сдачи и пришлите исправленную книгу; имя файла может быть любым.',
  },
  /** The same for a book that is a Google spreadsheet. */
  firstOnline: {
    unread: 'Проверьте таблицу Google: из неё ничего взять нельзя.',
    returned: (decidedOn: string) =>
      `Внесите на первом листе новую дату сдачи, позднее ${dayText(decidedOn)}. Присылать ничего не нужно: таблица будет прочитана при следующей обработке.`,
    draft:
      'Когда таблица будет готова, ответьте в ней «да» на вопрос «Сдаю» и внесите дату сдачи. Присылать ничего не нужно.',
    again:
      'Исправьте в самой таблице Google и внесите на первом листе новую дату сдачи. Присылать ничего не нужно: таблица будет прочитана при следующей обработке.',
  },
  folder: (file: string) =>
    `Чтобы ссылки открывали нужную ячейку, сохраните этот файл в ту же папку, где лежит Ваша книга «${file}».`,
  tableHeading: 'Замечания',
  headings: [
    '№',
    'Важность',
    'Форма и строка',
    'Период',
    'Лист',
    'Ячейка',
    'Что не так',
    'Внесено',
    'Что сделать',
  ],
  severity: { error: 'исправить', warning: 'проверить', info: 'для сведения' },
  period: (key: string) => periodText(key),
  line: (file: string, line: number) => `${file}, строка ${line}`,
  open: 'открыть',
  left: (n: number) => `Ещё ${plural(n, 'замечание', 'замечания', 'замечаний')}: исправьте сначала эти.`,
  none: 'Замечаний к данным нет.',
  day: dayText,
};
