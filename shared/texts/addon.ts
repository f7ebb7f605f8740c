/** What people read in the add-on's menu and messages; each page has its own file of texts. */
export const addonTexts = {
  name: 'МСОКО',
  menu: {
    forms: 'Заполнить форму…',
    activity: 'Мероприятие…',
    records: 'Реестры…',
    review: 'Проверить всё',
    figures: 'Мои показатели',
    recalculate: 'Пересчитать сейчас',
    about: 'О надстройке',
    submit: 'Сдать отчёт…',
    district: 'Район…',
  },
} as const;

/** Titles of pages; apart from the menu as well. */
export const addonPages = { submit: 'Сдать отчёт', district: 'Район' } as const;

/** Apart from the menu, which every opening of a file loads. */
export const addonAbout =
  'Надстройка МСОКО помогает заполнять формы муниципальной системы оценки качества образования: проверяет ввод, ' +
  'показывает показатели и передаёт отчёт. Персональные данные детей и работников вносить нельзя.';
