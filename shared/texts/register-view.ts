import type { RegisterField } from '../register/register-change.ts';
import { dayText, plural } from './summary.ts';

/** What people read on «Реестр организаций». */
export const registerViewTexts = {
  tab: 'Реестр организаций',
  title: 'Реестр организаций',
  help: 'Все организации района, и закрытые тоже. Показатели закрытой и присоединённой организации остаются её собственными и к другой не прибавляются. Даты и присоединения ведут в organisations.csv, прежние названия — на листе «Переименования» книги района; изменение файла программа замечает и сама.',
  counts: {
    open: (n: number) => `действует ${plural(n, 'организация', 'организации', 'организаций')}`,
    opened: (n: number) => `открыто за учебный год: ${n}`,
    closed: (n: number) => `закрыто за учебный год: ${n}`,
    merged: (n: number) => `из них присоединено: ${n}`,
    renamed: (n: number) => `переименовано за учебный год: ${n}`,
  },
  headings: [
    'Код',
    'Организация',
    'Вид',
    'Программы',
    'Открыта',
    'Закрыта',
    'Состояние',
    'Присоединена к',
    'Прежние названия',
    'Документ о переименовании',
  ],
  types: {
    school: 'школа',
    preschool: 'детский сад',
    extracurricular: 'дополнительное образование',
  } as Readonly<Record<string, string>>,
  states: {
    open: 'действует',
    ahead: 'ещё не открыта',
    closing: 'будет закрыта',
    closed: 'закрыта',
    merged: 'присоединена',
  },
  unknown: (code: string) => `${code} (нет в реестре)`,
  took: (names: readonly string[]) => `присоединены: ${names.join('; ')}`,
  /** `renamed`: the first day of the new name, or the day on which a run noticed it. */
  former: (name: string, renamed: string, isNoticed: boolean) =>
    isNoticed
      ? `«${name}» — переименована не позднее ${dayText(renamed)}`
      : `«${name}» — переименована ${dayText(renamed)}`,
  noOrganisations: 'В реестре нет организаций района.',

  changes: {
    section: 'Что изменилось в реестре',
    help: 'Изменения, которые программа заметила при обработке: день обработки может быть позже самого изменения.',
    headings: ['Замечено', 'Организация', 'Что', 'Было', 'Стало'],
    none: 'С первой обработки реестр не менялся.',
    fields: {
      listed: 'строка в реестре',
      name: 'название',
      type: 'вид',
      district: 'район',
      opened: 'дата открытия',
      closed: 'дата закрытия',
      merged_into: 'присоединена к',
    } satisfies Record<RegisterField, string>,
    listed: { yes: 'есть', no: 'нет' },
  },
};
