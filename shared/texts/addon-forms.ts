import { plural } from './summary.ts';

/** Titles of the pages, which the script at Google needs too. */
export const addonFormPages = {
  forms: 'Заполнить форму',
  activity: 'Мероприятие',
} as const;

const answers = (count: number): string => plural(count, 'ответ', 'ответа', 'ответов');

/** What people read on the page of forms. */
export const addonFormTexts = {
  loading: 'Загружается…',
  retry: 'Повторить',
  back: 'Назад',
  toList: 'К списку форм',
  lost: 'Нет связи с таблицей. Проверьте подключение к интернету и повторите.',
  severity: { error: 'Ошибка', warning: 'Проверьте', info: 'К сведению' },

  list: {
    title: 'Формы для заполнения',
    notWorkbook:
      'Эта таблица не похожа на книгу МСОКО: в ней нет служебного листа «_forms». Откройте книгу, выданную Вашей организации.',
    nothing: 'В этой книге нет форм, которые нужно заполнить.',
    open: 'Нужно заполнить',
    done: 'Заполнены',
    filled: (filled: number, total: number) => `заполнено ${filled} из ${total}`,
    due: (day: string) => `срок: ${day}`,
    nextDue: (day: string) => `ближайший срок: ${day}`,
    overdue: 'срок прошёл',
    draft: 'есть черновик',
    missing:
      'Лист этой формы в книге не найден или его ячейки заполняются по организациям. Заполните форму прямо на листе; если лист удалён, попросите у района новую книгу.',
  },

  period: {
    title: 'За какой период',
    asOf: (day: string) => `по состоянию на ${day}`,
  },

  draft: {
    title: 'Есть несохранённый черновик',
    text: (count: number) =>
      `В прошлый раз Вы ввели ${answers(count)} и не сохранили. Черновик лежит только на этом компьютере.`,
    restore: 'Продолжить с черновиком',
    drop: 'Начать заново',
    restored: 'Черновик восстановлен.',
  },

  step: {
    position: (step: number, steps: number) => `Шаг ${step} из ${steps}`,
    jump: 'Перейти к шагу',
    rows: (first: number, last: number) => (first === last ? `Вопрос ${first}` : `Вопросы ${first}–${last}`),
    state: { faulty: 'с ошибкой', open: 'есть пустые', done: 'заполнен' },
    next: 'Далее',
    toReview: 'К сохранению',
    review: 'Сохранить…',
    hint: 'Enter — дальше, Esc — назад. Введённое хранится в черновике.',
    required: 'обязательно',
    noData: 'нет данных',
    notApplicable: 'не ведём',
    noDataHint: 'сведения должны быть, но сейчас их нет',
    notApplicableHint: 'к нам не относится',
    yes: 'да',
    no: 'нет',
    clear: 'убрать ответ',
    earlier: (when: string, text: string) => `${when}: ${text}`,
    date: 'день.месяц.год',
    blocked: (count: number) =>
      `Исправьте или очистите: ${plural(count, 'ответ с ошибкой', 'ответа с ошибкой', 'ответов с ошибкой')}.`,
  },

  review: {
    title: 'Проверка и сохранение',
    changes: (count: number) => `Будет записано в лист: ${answers(count)}`,
    none: 'Новых ответов нет: сохранять нечего.',
    was: (text: string) => `было ${text}`,
    empty: 'пусто',
    open: (count: number) => `Без ответа: ${count}`,
    openText:
      'Пустая ячейка не считается нулём. Если сведений нет, отметьте «нет данных»; если не ведёте — «не ведём».',
    toOpen: 'К первому без ответа',
    faulty: (count: number) => `С ошибкой, записано не будет: ${count}`,
    remarks: (count: number) => `Замечания: ${count}`,
    remarksText: 'Сохранить можно и с замечаниями, но отчёт с ошибками могут вернуть.',
    fix: 'Исправить',
    save: (count: number) => `Сохранить ${answers(count)}`,
    saving: 'Сохраняется…',
  },

  failed: {
    lost: 'Связь прервалась, и неизвестно, успело ли сохраниться. Всё введённое осталось здесь и в черновике. Повторите: дважды ничего не запишется.',
    busy: 'Сейчас в эту книгу сохраняет другой сотрудник. Подождите немного и повторите, всё введённое осталось здесь.',
    gone: 'Лист этой формы удалён, пока Вы её заполняли. Введённое осталось в черновике.',
  },

  conflict: {
    title: 'Кто-то уже изменил эти ячейки',
    text: 'Пока Вы заполняли форму, эти ячейки изменил другой сотрудник. Решите, какой ответ верный.',
    theirs: (text: string) => `Оставить ${text}`,
    mine: (text: string) => `Записать ${text}`,
    now: (text: string) => `сейчас в листе: ${text}`,
    own: (text: string) => `Ваш ответ: ${text}`,
    left: (count: number) => `Осталось решить: ${count}`,
  },

  saved: {
    title: 'Сохранено',
    notSaved: 'Не сохранено',
    count: (count: number) => `Записано в лист: ${answers(count)}`,
    nothing: 'Записывать ничего не потребовалось.',
    failed: (count: number) => `Не записано: ${answers(count)}`,
    filled: (filled: number, total: number) => `В форме заполнено ${filled} из ${total}.`,
    unclear: (count: number) =>
      `Остались только в черновике: ${plural(count, 'ответ с ошибкой', 'ответа с ошибкой', 'ответов с ошибкой')}.`,
    again: 'Вернуться к форме',
    show: 'Показать ячейку',
    reasons: {
      formula: 'В ячейке стоит формула. Надстройка формул не трогает: измените её на листе.',
      missing: 'Ячейка не найдена: её строку или столбец удалили с листа.',
      double: 'Строка стоит на листе дважды, и неясно, в какую писать. Оставьте одну.',
      personal: 'Похоже на персональные данные. Их вносить нельзя.',
      refused:
        'Таблица не приняла запись. Вероятно, лист защищён: отчёт сдан или срок прошёл. Если нужно исправить, обратитесь в район.',
    },
  },
} as const;
