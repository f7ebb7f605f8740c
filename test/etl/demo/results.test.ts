import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { demoTable } from '../../../etl/demo/demo-table.ts';
import { oneDistrict } from '../../../etl/demo/demonstration.ts';
import { vprCsv } from '../../../etl/demo/results.ts';
import type { Organisation } from '../../../shared/register/register.ts';

const register = demoTable('organisations.csv').map(
  (row): Organisation =>
    ({
      ...row,
      types: row.type?.split(' ') ?? [],
      programmes: row.programmes?.split(' ') ?? [],
      columns: { pupils: row.pupils },
    }) as unknown as Organisation,
);

/** Percent of marks «2» of an organisation over all works of a year. */
function failing(organisation: string, year: string): number {
  const rows = Papa.parse<Record<string, string>>(vprCsv(register, year), {
    header: true,
    skipEmptyLines: true,
  }).data;
  const own = rows.filter((row) => row.organisation === organisation);
  const sum = (column: string) => own.reduce((total, row) => total + Number(row[column]), 0);
  return (100 * sum('mark2')) / sum('participants');
}

const schools = register.filter((o) => o.types.includes('school')).map((o) => o.code);

describe('invented results', () => {
  it('have one school that is clearly the weakest in the last year', () => {
    const others = schools.filter((code) => code !== 'school-08').map((code) => failing(code, '2024/25'));
    expect(failing('school-08', '2024/25')).toBeGreaterThan(Math.max(...others));
  });

  it('have one school that clearly catches up', () => {
    const [first = 0, second = 0, third = 0] = oneDistrict.years.map((year) => failing('school-06', year));
    expect(first).toBeGreaterThan(second + 3);
    expect(second).toBeGreaterThan(third + 3);
  });

  it('have no school before it was opened, and no grades that a primary school does not teach', () => {
    expect(vprCsv(register, '2022/23')).not.toContain('school-12');
    expect(vprCsv(register, '2023/24')).toContain('school-12');
    const primary = vprCsv(register, '2024/25')
      .split('\n')
      .filter((line) => line.includes('school-11'));
    expect(primary.length).toBeGreaterThan(0);
    expect(primary.every((line) => line.split(',')[3] === '4')).toBe(true);
  });

  it('add up: the marks of every line are its participants', () => {
    for (const year of oneDistrict.years) {
      const lines = vprCsv(register, year).trim().split('\n').slice(1);
      for (const line of lines) {
        const [n = 0, ...marks] = line.split(',').slice(-5).map(Number);
        expect(marks.reduce((a, b) => a + b, 0)).toBe(n);
        expect(Math.min(...marks)).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
