/**
 * Properties of the spreadsheet: day of the last reminders and the organisations that got one, in as many pieces as it takes.
 * No mailbox is kept.
 */
const property = 'msoko.reminded';
/** Characters of a piece; a property holds 9 kB, and a letter may take two bytes. */
const longest = 4_000;

interface Reminded {
  readonly day: string;
  readonly organisations: readonly string[];
}

const nameOf = (piece: number): string => (piece === 0 ? property : `${property}.${piece}`);

/** Null where Google sees no spreadsheet around the script. */
const store = (): GoogleAppsScript.Properties.Properties | null => PropertiesService.getDocumentProperties();

/** Codes of the organisations that were reminded on a day. */
export function remindedOn(day: string): Set<string> {
  const own = store();
  const codes = new Set<string>();
  for (let piece = 0; own; piece++) {
    const known = parsed(own.getProperty(nameOf(piece)));
    if (known?.day !== day) break;
    for (const code of known.organisations) codes.add(code);
  }
  return codes;
}

function parsed(text: string | null): Reminded | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as Reminded);
  } catch {
    return undefined;
  }
}

export function rememberReminded(day: string, codes: ReadonlySet<string>): void {
  const pieces: string[][] = [[]];
  let length = 0;
  for (const code of codes) {
    if (length + code.length + 3 > longest) {
      pieces.push([]);
      length = 0;
    }
    pieces[pieces.length - 1]!.push(code);
    length += code.length + 3;
  }
  // those filled already stay as they are; pieces of another day that are left over end at its date
  const last = pieces.length - 1;
  const known: Reminded = { day, organisations: pieces[last]! };
  store()?.setProperty(nameOf(last), JSON.stringify(known));
}
