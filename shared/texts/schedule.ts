import { dayText, plural } from './summary.ts';

const fieldNames = {
  minute: 'минута',
  hour: 'час',
  day: 'день месяца',
  month: 'месяц',
  weekday: 'день недели',
} as const;

const example = 'пример: 0 3 * * * — каждый день в 03:00';

/** Texts of the nightly schedule: settings, log, answers about its health. */
export const scheduleTexts = {
  badFields: (count: number) =>
    `ожидается расписание cron из пяти полей «минута час день месяц день-недели», а полей ${count}; ${example}`,
  badField: (field: keyof typeof fieldNames, raw: string, least: number, most: number) =>
    `поле «${fieldNames[field]}» расписания: «${raw}» не подходит, ожидаются числа от ${least} до ${most}; ${example}`,
  never: `такого дня не бывает ни в одном из указанных месяцев; ${example}`,

  summary: 'каждую ночь сам выполняет команду run; догоняет пропущенные ночи',
  once: 'выполнить то, что назначено на прошедшее время и ещё не выполнено, и завершиться (для таймеров systemd и планировщика Windows)',
  check: 'проверить, работает ли ночной запуск и чем закончилась последняя ночь: код завершения 0 или 1',
  port: 'порт для проверки состояния http://127.0.0.1:ПОРТ/health (по умолчанию 8737)',
  noHealth: 'не открывать порт для проверки состояния',
  wait: 'сколько минут ждать вместе с --once, если базу данных держит другой запуск (по умолчанию 60)',
  grace: 'сколько секунд ждать окончания начатой обработки при остановке (по умолчанию 8)',
  badGrace: (raw: string) => `«${raw}» — не число секунд.`,
  badGraceHint: 'Укажите целое число от 0 до 3600, например --grace 60.',
  badPort: (raw: string) => `«${raw}» — не номер порта.`,
  badPortHint: 'Укажите число от 1 до 65535, например --port 8737.',
  badWait: (raw: string) => `«${raw}» — не число минут.`,
  badWaitHint: 'Укажите целое число от 0 до 1440, например --wait 60.',
  oneOf: 'Эти ключи вместе не указывают.',
  oneOfHint: 'С --once и --check не нужны --port, --no-health и --grace. Справка: msoko help schedule.',
  noDate: 'Ночной запуск всегда выполняется на сегодняшнее число: ключ --date здесь не годится.',
  noDateHint: 'Чтобы рассчитать показатели на другую дату, выполните msoko run --date.',
  portBusy: (port: number) => `Порт ${port} занят другой программой.`,
  portBusyHint: 'Укажите другой порт (--port) или откажитесь от проверки состояния (--no-health).',
  alreadyRuns: 'Ночной запуск для этого рабочего места уже работает.',
  alreadyRunsHint: 'Второй не нужен. Состояние: msoko schedule --check.',

  /** `2026-11-23T03:00:00+03:00` → `23.11.2026 03:00`. */
  moment: (zoned: string) => `${dayText(zoned.slice(0, 10))} ${zoned.slice(11, 16)}`,
  started: (zone: string, expression: string) =>
    `Ночной запуск начал работу: расписание «${expression}», часовой пояс ${zone}.`,
  health: (port: number) => `Проверка состояния: http://127.0.0.1:${port}/health`,
  otherPort: (busy: number, port: number) =>
    `Порт ${busy} занят, проверка состояния открыта на другом: http://127.0.0.1:${port}/health`,
  next: (moment: string) => `Следующая обработка: ${moment}.`,
  nothingNext: 'По этому расписанию обработка не наступит.',
  first: 'Завершённых обработок ещё не было: первая выполняется сейчас.',
  due: (moment: string) => `Выполняется обработка, назначенная на ${moment}.`,
  missed: (count: number, most: number, moment: string) =>
    count === 1
      ? `Обработка, назначенная на ${moment}, пропущена: выполняется сейчас.`
      : `Пропущено обработок: ${count < most ? count : `${most} или больше`}, последняя — ${moment}; выполняется сейчас одна за все.`,
  notDue: 'Выполнять нечего: назначенная обработка уже выполнена.',
  done: (seconds: number, read: number, unchanged: number, failed: number, errors: number) =>
    `Обработка выполнена за ${seconds} с: прочитано ${read}, без изменений ${unchanged}, не удалось прочитать ${failed}; ошибок в данных ${errors}.`,
  locked: 'Базу данных рабочего места держит другой запуск msoko: обработка подождёт его окончания.',
  stillLocked: (minutes: number) =>
    `Базу данных всё ещё держит другой запуск msoko, уже ${plural(minutes, 'минуту', 'минуты', 'минут')}. Проверьте, не завис ли он.`,
  free: 'База данных освободилась.',
  failed: (message: string, hint: string) =>
    `Обработка не выполнена. ${message}${hint ? ` Что делать: ${hint}` : ''}`,
  unfinished: (message: string, hint: string) =>
    `Файлы обработаны, но работа с Google не закончена. ${message}${hint ? ` Что делать: ${hint}` : ''}`,
  died: (how: string) => `Процесс обработки прерван (${how}).`,
  signal: (name: string) => `сигнал ${name}`,
  exit: (code: number) => `код ${code}`,
  diedHint:
    'Проверьте, хватает ли памяти и места на диске, и выполните msoko run вручную. Прочитанное сохранено, следующая обработка продолжит с этого места.',
  tooLong: (hours: number) =>
    `Обработка не закончилась за ${plural(hours, 'час', 'часа', 'часов')} и остановлена.`,
  withheld: (code: string) => `Подробности скрыты, потому что содержат имя человека (${code}).`,
  withheldHint: 'Выполните msoko run вручную и посмотрите сообщение.',
  retry: (moment: string) => `Следующая попытка: ${moment}.`,
  clockBack: 'Часы компьютера переведены назад: время следующей обработки рассчитано заново.',
  stopping: (seconds: number) =>
    `Получена команда остановиться: обработка доводится до конца, но не дольше ${seconds} с.`,
  cutShort: 'Обработка прервана: её закончит следующая.',
  stopped: 'Ночной запуск остановлен.',

  healthy: {
    waiting: 'Ночной запуск работает; обработок ещё не было.',
    done: (moment: string) => `Последняя обработка началась ${moment} и выполнена.`,
    unreadable: (count: number) => ` Не удалось прочитать: ${count}; подробности — в перечне замечаний.`,
    running: (moment: string) => `Обработка идёт с ${moment}.`,
    locked: (moment: string) => `С ${moment} базу данных держит другой запуск msoko: обработка ждёт.`,
  },
  absent: 'Ночной запуск не работает.',
  absentHint: 'Запустите msoko schedule.',
  silent: 'Ночной запуск не отвечает.',
  overdue: 'Назначенная обработка не началась вовремя.',
} as const;
