import { parsePeriod } from '../period/period.ts';
import { type District, isOpen, type Organisation } from '../register/register.ts';
import type { SummaryInput } from './input.ts';

/** The district of a summary and who belongs to it. */
export interface DistrictUnits {
  readonly district: District;
  /** Open in the school year, in register order. */
  readonly organisations: readonly Organisation[];
  /** Also those that are closed. */
  readonly all: ReadonlyMap<string, Organisation>;
  /** True when the register holds other districts of the same region. */
  readonly hasNeighbours: boolean;
}

/** Thrown for a district that the register does not hold. */
export class UnknownDistrict extends Error {
  override readonly name = 'UnknownDistrict';
}

export function districtUnits(
  input: Pick<SummaryInput, 'register' | 'district' | 'schoolYear'>,
): DistrictUnits {
  const { register } = input;
  const district = register.districts.find((d) => d.code === input.district);
  if (!district) throw new UnknownDistrict(`no district ${input.district} in the register`);
  const own = register.organisations.filter((o) => o.district === district.code);
  const year = parsePeriod(input.schoolYear);
  return {
    district,
    organisations: year ? own.filter((o) => isOpen(o, year)) : own,
    all: new Map(own.map((o) => [o.code, o])),
    hasNeighbours: register.districts.some((d) => d.code !== district.code && d.region === district.region),
  };
}
