/** What protected ranges of a spreadsheet say of themselves. */
export const googleTexts = {
  protected: 'МСОКО: заполняются только светло-жёлтые ячейки',
  warned: 'МСОКО: этот столбец заполняет система',
  between: 'МСОКО: здесь заголовки и ключи таблиц, менять их не нужно',
  chartData: 'Показатель',
} as const;
