import { comparableText } from '../parse/spaces.ts';
import type { Organisation, Register } from './register.ts';

/** How a published list names an organisation; empty = it does not say. */
export interface OrganisationHint {
  readonly login?: string;
  readonly name?: string;
  readonly municipality?: string;
}

/** Spaces, quotes, case, ё and punctuation make no difference. */
const comparable = (text: string): string =>
  comparableText(text)
    .replace(/[^a-zа-я0-9№]+/g, ' ')
    .replace(/№ ?/g, '№')
    .trim();

const wordsOfMunicipality =
  /(?:муниципальн[а-я]*|городск[а-я]*|район[а-я]*|округ[а-я]*|образовани[а-я]*|мо|мр|го|г)(?= |$)/g;
const municipalityName = (text: string): string =>
  comparable(text).replace(wordsOfMunicipality, '').replace(/ +/g, ' ').trim();

/**
 * Finds organisations of a register by login, else by name; of several with one name the one of the municipality
 * counts. Undefined where there is none or still more than one.
 */
export function organisationFinder(register: Register): (hint: OrganisationHint) => Organisation | undefined {
  const byLogin = group(register.organisations, (o) => (o.login ?? '').trim().toLowerCase());
  const byName = group(register.organisations, (o) => comparable(o.name));
  const districts = new Map(register.districts.map((d) => [d.code, municipalityName(d.name)]));
  const inMunicipality = (o: Organisation, municipality: string): boolean =>
    o.district === municipality.trim() || districts.get(o.district) === municipalityName(municipality);

  return ({ login = '', name = '', municipality = '' }) => {
    const own = byLogin.get(login.trim().toLowerCase());
    if (own?.length === 1) return own[0];
    const namesakes = byName.get(comparable(name)) ?? [];
    if (namesakes.length === 1) return namesakes[0];
    const near = municipality === '' ? [] : namesakes.filter((o) => inMunicipality(o, municipality));
    return near.length === 1 ? near[0] : undefined;
  };
}

/** One look-up; for many use `organisationFinder`. */
export const findOrganisation = (register: Register, hint: OrganisationHint): Organisation | undefined =>
  organisationFinder(register)(hint);

function group(
  organisations: readonly Organisation[],
  keyOf: (o: Organisation) => string,
): Map<string, Organisation[]> {
  const groups = new Map<string, Organisation[]>();
  for (const organisation of organisations) {
    const key = keyOf(organisation);
    if (key === '') continue;
    groups.set(key, [...(groups.get(key) ?? []), organisation]);
  }
  return groups;
}
