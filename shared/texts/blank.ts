/** Everything people read on the blank forms that are printed and filled in by hand. */
export const blankTexts = {
  workbookTitle: (year: string) => `МСОКО: бланки форм, ${year} учебный год`,
  kinds: {
    school: 'общеобразовательная организация',
    preschool: 'дошкольная образовательная организация',
    extracurricular: 'организация дополнительного образования',
    district: 'орган управления образованием района',
  } as Readonly<Record<string, string>>,
  /** Before the name of a tab where several kinds of organisations fill in one form. */
  short: { school: 'ОО', preschool: 'ДОО', extracurricular: 'УДО', district: 'Район' } as Readonly<
    Record<string, string>
  >,
  note: 'Бланк для заполнения от руки. Данные с бланка переносят в электронную книгу организации или района; сам бланк в электронном виде не принимается.',
  answers:
    'Если ничего не было, поставьте 0; если сведений нет — н/д; если к организации не относится — х. Персональные данные не указывайте.',
  organisation: 'Организация:',
  district: 'Район:',
  period: 'Отчётный период:',
  /** A choice by hand. */
  periods: (names: readonly string[]) => `Отчётный период (подчеркните): ${names.join(' · ')}`,
  post: 'Должность заполнившего:',
  date: 'Дата:',
  value: 'Значение',
  programmes: (names: readonly string[]) => `Заполняют организации, реализующие ${names.join(', ')}.`,
  ifProgrammes: (names: readonly string[]) => `Заполняют, если реализуется ${names.join(' или ')}.`,
  ifApplies: 'Заполняют, если относится к организации.',
  footer: (form: string, kind: string) => `${form} (${kind})`,
};
