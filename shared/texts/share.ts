import type { AccessAction, AccessRole, GranteeType } from '../ministry/access.ts';
import type { Day } from '../period/period.ts';
import { dayText, plural } from './summary.ts';

const types: Readonly<Record<GranteeType, string>> = {
  user: 'почтовый ящик',
  group: 'группа',
  domain: 'все в домене',
  anyone: 'все, у кого есть ссылка',
};

const roles: Readonly<Record<AccessRole, string>> = {
  reader: 'чтение',
  commenter: 'комментарии',
  writer: 'изменение',
  fileOrganizer: 'управление содержимым',
  organizer: 'управление диском',
  owner: 'владелец',
};

const actions: Readonly<Record<AccessAction, string>> = {
  granted: 'открыт',
  revoked: 'закрыт',
  expired: 'закончился срок',
  found: 'обнаружен в Google, записи о нём нет',
  gone: 'закрыт в самом Google',
};

/** The one who is meant: a mailbox, or words for everybody. */
const whom = (type: GranteeType, who: string): string => (type === 'anyone' ? types.anyone : who);

/** Texts of `msoko share`, of share.csv and of the tab «Доступ». */
export const shareTexts = {
  types,
  roles,
  actions,
  whom,
  /** Who did what no command of ours did. */
  causes: { google: 'Google Диск', folder: 'Google Диск: доступ к папке или общему диску' },
  /** What must be typed to open a file to everybody with the link. */
  confirmation: 'открыть всем по ссылке',

  sheet: {
    tab: 'Доступ',
    title: 'Кому открыты сведения для министерства',
    help: 'Доступ открывает и закрывает команда msoko share; каждое действие записано в файле share.csv рабочего места. «Обнаружен в Google» — доступ дали в самом Google, записи о нём нет: проверьте, нужен ли он.',
    now: 'Доступ сейчас',
    ended: 'Закрытый доступ',
    history: 'Что происходило',
    headings: ['Кому', 'Вид', 'Права', 'С какого дня', 'По какой день', 'Состояние', 'Чем открыт'],
    endedHeadings: ['Кому', 'Вид', 'Права', 'С какого дня', 'Закрыт', 'Как', 'Чем закрыт'],
    historyHeadings: ['Кому', 'Вид', 'Права', 'День', 'По какой день', 'Что произошло', 'Команда'],
    none: 'Доступ никому не открыт.',
    open: 'открыт',
    found: 'записи о нём нет',
    forEver: 'без срока',
  },

  command: {
    summary: 'открывает министерству сведения района в Google Таблице, показывает и закрывает доступ',
    options: {
      to: 'почтовый ящик учреждения, которому открыть чтение; можно несколько раз',
      group: 'группа Google, которой открыть чтение; можно несколько раз',
      domain: 'домен, всем сотрудникам которого открыть чтение, например mon.example.ru',
      until: 'последний день доступа, ГГГГ-ММ-ДД; по умолчанию без срока',
      public: 'открыть всем, у кого есть ссылка; нужно подтверждение',
      confirm: (phrase: string) => `подтверждение для --public без вопроса: --confirm «${phrase}»`,
      revoke: 'закрыть доступ тем, кто назван',
      list: 'только показать, кому доступ открыт',
      notify: 'отправить письмо со ссылкой; нужно, если у адреса нет учётной записи Google',
      district: 'код района, если районов несколько; по умолчанию — все',
    },
    spreadsheet: (district: string, url: string, isNew: boolean) =>
      `${district}: таблица для министерства ${isNew ? 'создана' : 'на месте'}: ${url}`,
    tabs: (written: number) =>
      written === 0
        ? '  содержание не изменилось'
        : `  обновлено: ${plural(written, 'лист', 'листа', 'листов')}`,
    binned:
      '  таблица лежит в корзине Google и не обновляется: восстановите её там или создайте новую командой msoko share',
    replaced: (url: string) =>
      `  прежняя таблица лежит в корзине; кому она была открыта, могут читать её, пока Google её не удалит: ${url}`,
    done: (action: AccessAction, type: GranteeType, who: string, role: AccessRole, until: Day | undefined) =>
      `  ${actions[action]}: ${whom(type, who)}${action === 'granted' || action === 'found' ? ` (${roles[role]}${until === undefined ? '' : `, по ${dayText(until)}`})` : ''}`,
    unchanged: '  доступ не изменился',
    notGranted: (type: GranteeType, who: string) => `  у ${whom(type, who)} доступа нет`,
    higher: (type: GranteeType, who: string, role: AccessRole) =>
      `  ${whom(type, who)}: уже есть больше прав (${roles[role]}), они не изменены`,
    ownExpiry: (type: GranteeType, who: string, until: Day) =>
      `  ${whom(type, who)}: Google не хранит срок для такого доступа; его закроет ночная обработка после ${dayText(until)}`,
    listTitle: (district: string) => `${district}: доступ к таблице для министерства`,
    entry: (
      type: GranteeType,
      who: string,
      role: AccessRole,
      since: Day,
      until: Day | undefined,
      isFound: boolean,
    ) =>
      `  ${whom(type, who)} — ${types[type]}, ${roles[role]}, с ${dayText(since)}${until === undefined ? ', без срока' : ` по ${dayText(until)}`}${isFound ? '; записи о нём нет' : ''}`,
    nobody: '  доступ никому не открыт',
    none: '  таблицы для министерства ещё нет: её создаст команда msoko share',
    question: (phrase: string) =>
      `Сведения сможет прочитать любой, у кого окажется ссылка. Чтобы подтвердить, напечатайте «${phrase}»: `,
  },

  errors: {
    noGoogle: 'Google в этом рабочем месте не настроен, поэтому открыть таблицу нельзя.',
    noGoogleHint: (paths: readonly string[]) =>
      `Отправьте министерству файл ${paths.join(', ')}: в нём то же самое. Его обновляет команда run; отправляйте его как вложение с почты учреждения. Чтобы открывать доступ через Google, добавьте ключ google в msoko.config.json.`,
    badMailbox: (text: string) => `«${text}» — не почтовый адрес.`,
    badMailboxHint: 'Нужен адрес вида otdel@mon.example.ru.',
    badDomain: (text: string) => `«${text}» — не домен.`,
    badDomainHint: 'Нужен домен вида mon.example.ru, без адреса и без https://.',
    personal: (masked: string) => `${masked} похож на личный почтовый ящик: такие адреса не записываются.`,
    personalHint:
      'Укажите служебный ящик учреждения (--to), группу (--group) или домен (--domain), либо отправьте файл ministry.xlsx.',
    past: (until: Day, date: Day) =>
      `Последний день доступа ${dayText(until)} уже прошёл: сегодня ${dayText(date)}.`,
    badDay: (text: string) => `«${text}» — не дата.`,
    dayHint: 'Дата пишется так: 2026-12-31.',
    noOne: 'Не сказано, кому: укажите --to, --group, --domain или --public.',
    noOneHint: 'Примеры: msoko help share.',
    mixed: 'Вместе эти ключи не имеют смысла:',
    confirm: 'Доступ по ссылке для всех не подтверждён, ничего не открыто.',
    confirmHint: (phrase: string) => `Если это действительно нужно, добавьте --confirm «${phrase}».`,
    unknownDistrict: (code: string, near: string | undefined) =>
      `Района ${code} нет${near ? `; возможно, имелся в виду ${near}` : ''}.`,
    unknownDistrictHint: 'Коды районов — в столбце code файла districts.csv.',
    notify: (who: string) => `Google не открыл доступ для ${who}: у этого адреса нет учётной записи Google.`,
    notifyHint:
      'Повторите с ключом --notify: Google отправит на этот адрес письмо со ссылкой. Или отправьте файл ministry.xlsx.',
    journal: (line: number) => `share.csv, строка ${line}: запись не читается.`,
    journalHint: 'Верните файл share.csv из резервной копии или исправьте строку.',
  },

  night: {
    failed: (district: string, reason: string) =>
      `Таблица для министерства (${district}) не обновлена: ${reason}`,
  },
};
