import { entryWords } from './entry-words.ts';
import { months } from './months.ts';

/** Everything people read about registers of objects, in workbooks and summaries. */
export const recordTexts = {
  subtitle: (unit: string, year: string) => `${unit} · ${year} учебный год`,
  carried: 'Внесённые раньше строки перенесены: проверьте их, исправьте и дополните.',
  fixed: (schoolYear: string) =>
    `Даны сроки ${schoolYear.slice(0, 4)} и ${Number(schoolYear.slice(0, 4)) + 1} годов, мероприятия без даты и те прежние, о выполнении которых ещё не сообщено.`,
  standing: 'Вносится всё, что действует сейчас; в следующем году строки перенесутся сами.',
  yearly: (year: string) => `Вносится то, что относится к ${year} учебному году.`,
  required: 'Графы со звёздочкой обязательны.',
  mark: ' *',
  back: '← к титулу',
  rows: 'строк: ',
  check: 'Проверка',
  fill: 'Заполните:',
  footer: (title: string, unit: string) => `${unit}. ${title}`,
  /** `2025-03` → март 2025 */
  month: (key: string) => `${months[Number(key.slice(5)) - 1] ?? ''} ${key.slice(0, 4)}`,
  yes: entryWords.yes,
  no: entryWords.no,
  noData: entryWords.noData,
  notApplicable: entryWords.notApplicable,

  title: {
    heading: 'Реестры',
    columns: ['№', 'Реестр', 'Лист', 'Что вносить', 'Внесено строк'],
    help: 'Одна строка — один документ, мероприятие или опрос. Пустые строки не мешают; строки можно добавлять и сортировать. Фамилии, телефоны и личные адреса в реестры не вносятся.',
    standing: 'действующие на сегодня',
    yearly: 'за учебный год',
    fixed: 'отметки в готовых строках',
  },

  rule: {
    month: 'Внесите месяц и год, например «март 2025»',
    year: 'Внесите год четырьмя цифрами, например 2025',
    schoolYear: 'Внесите учебный год, например 2024/25',
    link: 'Вставьте адрес страницы или документа целиком: он начинается с http:// или https://',
    list: 'Выберите ответ из списка',
    organisation: 'Выберите организацию из списка или внесите её код',
    text: 'Внесите краткий текст, без персональных данных',
    date: 'Внесите дату в виде день.месяц.год',
    yesNo: 'Выберите из списка: да или нет',
  },
};
