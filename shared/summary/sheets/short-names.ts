import { summaryTexts } from '../../texts/summary.ts';

/** Names without the legal form and with usual abbreviations, where that leaves all of them different: columns are narrow. */
export function shortNames(names: readonly string[]): (name: string) => string {
  const short = new Map(names.map((name) => [name, summaryTexts.organisations.shortName(name)]));
  const isUnique = new Set(short.values()).size === short.size;
  return (name) => (isUnique ? short.get(name) : undefined) ?? name;
}
