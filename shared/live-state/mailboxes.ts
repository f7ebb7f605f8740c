/** Optional columns of organisations.csv with mailboxes of the office, several separated by commas, `;` or spaces. */
const columns = ['google', 'email'];

/** Mailboxes of an organisation's office, each once; what is no mailbox is left out. */
export function mailboxesOf(row: Readonly<Record<string, string>>): string[] {
  const words = columns.flatMap((column) => (row[column] ?? '').split(/[\s,;]+/));
  return [...new Set(words.filter((word) => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(word)))];
}
