const quoted = (list: readonly string[]): string => list.map((word) => `«${word}»`).join(', ');

const meant = (near: string | undefined): string =>
  near === undefined ? '' : ` Возможно, имелся в виду «${near}».`;

/** What the functions МСОКО and MSOKO answer where there is no figure to give. */
export const addonAnswerTexts = {
  words: { value: 'значение', reason: 'причина' },
  noCode: 'Не указан код показателя. Пример: =МСОКО("oge.passed_share.all"; "2024/25").',
  unknownCode: (code: string, near: string | undefined) =>
    `В этой книге нет показателя «${code}».${meant(near)}`,
  unknownPeriod: (period: string, near: string | undefined) =>
    `Период «${period}» записан неверно.${meant(near)}`,
  noPeriod: (period: string, known: readonly string[]) =>
    `За период «${period}» показатель не рассчитывается. Есть периоды: ${quoted(known)}.`,
  whichPeriod: (known: readonly string[]) => `Укажите период: ${quoted(known)}.`,
  unknownWhat: (what: string) =>
    `Третий аргумент «${what}» неизвестен: можно указать «значение» или «причина».`,
} as const;

/** Help of the functions as autocompletion shows it; only the build reads it. */
export const addonFunctionHelp = {
  names: {
    МСОКО: 'Показатель организации по данным книги. Пусто, если значения нет. Латиницей: MSOKO.',
    MSOKO: 'Показатель организации по данным книги. Пусто, если значения нет. То же, что МСОКО.',
  },
  code: 'код показателя, например "oge.passed_share.all"',
  period: 'период, например "2024/25" или "2024/25:end"; без него — учебный год',
  show: '"причина", чтобы узнать, почему значения нет; без него — значение',
  cells: 'ячейки, при изменении которых нужно считать заново (необязательно)',
  count: 'номер пересчёта: его ставит «Пересчитать сейчас», вписывать не нужно',
  returns: 'значение показателя или причина, почему его нет',
} as const;
