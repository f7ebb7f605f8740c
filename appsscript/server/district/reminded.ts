/** Property of the spreadsheet: day of the last reminders and the organisations that got one. No mailbox is kept. */
const property = 'msoko.reminded';

interface Reminded {
  readonly day: string;
  readonly organisations: readonly string[];
}

/** Codes of the organisations that were reminded on a day. */
export function remindedOn(day: string): Set<string> {
  const text = PropertiesService.getDocumentProperties().getProperty(property);
  if (!text) return new Set();
  try {
    const known = JSON.parse(text) as Reminded;
    return new Set(known.day === day ? known.organisations : []);
  } catch {
    return new Set();
  }
}

export function rememberReminded(day: string, codes: ReadonlySet<string>): void {
  const known: Reminded = { day, organisations: [...codes] };
  PropertiesService.getDocumentProperties().setProperty(property, JSON.stringify(known));
}
