const quoted = (list: readonly string[]): string => list.map((word) => `«${word}»`).join(', ');

/** Texts of the functions МСОКО and MSOKO: few, since the server's script carries them. */
export const addonFunctionTexts = {
  words: { value: 'значение', reason: 'причина' },
  notOurs: 'Функция работает только в книге МСОКО, полученной из шаблона.',
  noCode: 'Не указан код показателя. Пример: =МСОКО("vpr.share"; "2024/25").',
  unknownCode: (code: string, near: string | undefined) =>
    `В этой книге нет показателя «${code}».${near === undefined ? '' : ` Возможно, имелся в виду «${near}».`}`,
  unknownPeriod: (period: string, near: string | undefined) =>
    `Период «${period}» записан неверно.${near === undefined ? '' : ` Возможно, имелся в виду «${near}».`}`,
  noPeriod: (period: string, known: readonly string[]) =>
    `За период «${period}» показатель не рассчитывается. Есть периоды: ${quoted(known)}.`,
  whichPeriod: (known: readonly string[]) => `Укажите период: ${quoted(known)}.`,
  unknownWhat: (what: string) =>
    `Третий аргумент «${what}» неизвестен: можно указать «значение» или «причина».`,
  busy: 'Показатели ещё считаются. Выберите в меню «Пересчитать сейчас» через минуту.',
  recalculated: (done: number, refused: number) =>
    (done === 0 && refused === 0
      ? 'Формул МСОКО в этой книге нет. Показатели на листах пересчитываются сами.'
      : `Пересчитано формул: ${done}.`) +
    (refused === 0 ? '' : ` Защищённых ячеек, которые вам нельзя менять: ${refused}.`),
  /** As autocompletion shows them. */
  parameters: ['код', 'период', 'показать', 'ячейки'],
  help: {
    what: 'Показатель этой организации, рассчитанный по данным книги. Пусто, если значения нет.',
    code: 'код показателя, например "vpr.share"',
    period: 'период, например "2024/25" или "2024/25:end"; без него — учебный год',
    show: '"причина", чтобы узнать, почему значения нет; без него — значение',
    cells: 'ячейки, при изменении которых нужно считать заново (необязательно)',
    returns: 'значение показателя или причина, почему его нет',
  },
} as const;
