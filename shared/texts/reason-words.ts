/** Why there is no value: in a cell, and as a sentence; as the district and the ministry read it (contracts §1). */
export const reasonWords = {
  short: {
    rejected: 'ошибка',
    not_reported: 'не сдано',
    no_data: 'нет данных',
    zero_denominator: 'не от чего',
    no_base: 'не с чем сравнить',
    too_few: 'слишком мало',
    not_applicable: 'не ведётся',
    no_definition: 'не считался',
  } as Readonly<Record<string, string>>,
  long: {
    rejected: 'в данных ошибка: исправьте её по листу «Качество данных»',
    not_reported: 'данные не сданы',
    no_data: 'ответили «нет данных»',
    zero_denominator: 'знаменатель равен нулю: считать не от чего',
    no_base: 'нет данных прошлого периода: не с чем сравнить',
    too_few: 'участников меньше, чем нужно для расчёта',
    not_applicable: 'организации ответили «неприменимо»',
    no_definition: 'в прошлом периоде показатель не рассчитывался',
  } as Readonly<Record<string, string>>,
};
