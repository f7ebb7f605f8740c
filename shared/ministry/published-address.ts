/** Files that people fill in or exchange, and places where such files lie. */
const workbooks = /\.(xlsx?|xlsm|xlsb|ods|csv|numbers)([?#]|$)/i;
const drives =
  /^https?:\/\/(docs|drive|sheets)\.google\.|^https?:\/\/(disk\.)?yandex\.|^https?:\/\/(disk|yadi)\./i;

/** Whether an address leads to something published and not to a workbook or a folder of the district. */
export const isPublished = (address: string): boolean =>
  /^https?:\/\//i.test(address) && !workbooks.test(address) && !drives.test(address);
