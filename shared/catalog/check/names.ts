import { catalogPlace } from '../../texts/catalog.ts';
import type { Draft } from '../draft.ts';
import type { Origin } from '../types.ts';

/**
 * Elements and indicators share one row of codes, since expressions name both: no code twice, no old name that is
 * also a code, and no code that is at the same time another one made concrete.
 */
export function checkNames(draft: Draft): void {
  const { catalog, references, faults } = draft;
  const owners = new Map<string, Origin>();
  for (const element of catalog.elements.values()) owners.set(element.code, element.origin);
  for (const indicator of catalog.indicators) {
    const element = catalog.elements.get(indicator.code);
    if (element === undefined) {
      if (!owners.has(indicator.code)) owners.set(indicator.code, indicator.origin);
      continue;
    }
    const params = { key: indicator.code, where: catalogPlace(element.origin) };
    faults.push({ ...indicator.origin, code: 'key.ambiguous', column: 'code', params });
  }
  for (const [code, origin] of owners) {
    const other = references.otherReading(code);
    if (other === undefined) continue;
    const params = { key: code, where: catalogPlace(owners.get(other)!) };
    faults.push({ ...origin, code: 'key.ambiguous', column: 'code', params });
  }
  const aliases = new Map<string, { code: string; origin: Origin }>();
  for (const { code, aliases: old, origin } of [...catalog.elements.values(), ...catalog.indicators]) {
    for (const alias of old) {
      const taken = owners.get(alias) ?? otherOwner(aliases.get(alias), code);
      if (taken === undefined) {
        aliases.set(alias, { code, origin });
        continue;
      }
      const params = { alias, where: catalogPlace(taken) };
      faults.push({ ...origin, code: 'alias.collision', column: 'aliases', params });
    }
  }
}

/** Versions of one indicator may repeat its old names. */
const otherOwner = (owner: { code: string; origin: Origin } | undefined, code: string): Origin | undefined =>
  owner === undefined || owner.code === code ? undefined : owner.origin;
