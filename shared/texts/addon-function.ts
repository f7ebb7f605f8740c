/** What the server's script says about the functions МСОКО and MSOKO; it is small, so the rest stands elsewhere. */
export const addonFunctionTexts = {
  notOurs: 'Функция работает только в книге МСОКО, полученной из шаблона.',
  busy: 'Показатели ещё считаются. Через минуту выберите в меню «Пересчитать сейчас».',
} as const;

/** After «Пересчитать сейчас»: how many formulas asked again, and how many cells the person may not change. */
export const recalculated = (done: number, refused: number) =>
  (done === 0 && refused === 0
    ? 'Формул МСОКО в этой книге нет. Показатели на листах пересчитываются сами.'
    : `Пересчитано формул: ${done}.`) +
  (refused === 0 ? '' : ` Защищённых ячеек, которые вам нельзя менять: ${refused}.`);
