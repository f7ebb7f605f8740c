/** What people read of the values of a comparison that stand apart. */
export const addonComparedTexts = {
  value: (name: string, value: string) => `${name} — ${value}`,
  here: 'в этой форме',
  form: (title: string) => `форма «${title}»`,
  cell: (tab: string, cell: string) => `лист «${tab}», ячейка ${cell}`,
  more: (left: number) => `и ещё значений: ${left}`,
  show: 'Показать ячейку',
  shown: (tab: string, cell: string) => `Показана ячейка ${cell} листа «${tab}».`,
  gone: 'Этого листа в книге больше нет.',
  lost: 'Не удалось показать ячейку: нет связи с таблицей.',
  failed: 'С другими формами не сверено: нет связи с таблицей.',
  retry: 'Сверить',
  checked: 'Сверено с другими формами.',
} as const;
