/** What protected ranges of a spreadsheet say of themselves. */
export const googleTexts = {
  protected: 'МСОКО: заполняются только светло-жёлтые ячейки',
  warned: 'МСОКО: этот столбец заполняет система',
  chartData: 'Показатель',
} as const;
