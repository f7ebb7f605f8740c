/** The hidden tab of our own intermediate results, a good half of a workbook's cells: nobody types there. */
export const calculationTab = '_calc';
