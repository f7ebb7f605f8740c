import { describe, expect, it } from 'vitest';
import { assembleRegister, unknownRegion } from '../../../etl/workspace/assemble-register.ts';
import { toDistrict } from '../../../etl/workspace/to-organisation.ts';

const district = (code: string, region: string) =>
  toDistrict({ code, name: `Район ${code}`, region, region_name: 'Область', roadmap: '' });

const row = (file: string, line: number, columns: Record<string, string>) => ({ file, line, columns });

describe('assembleRegister', () => {
  it('joins the own register with files of the inbox; the later row adds what it says and keeps the rest', () => {
    const register = assembleRegister(
      [district('a', 'R1')],
      [
        row('organisations.csv', 2, {
          code: 's',
          name: 'Школа',
          type: 'school',
          district: 'a',
          programmes: 'НОО',
        }),
      ],
      [row('register.csv', 2, { organisation: 's', district: 'a', pupils: '120' })],
    );
    expect(register.organisations).toHaveLength(1);
    expect(register.organisations[0]).toMatchObject({
      name: 'Школа',
      programmes: ['НОО'],
      columns: { pupils: '120' },
    });
    expect(register.issues).toEqual([]);
  });

  it('creates an unknown district in the only region there is', () => {
    const register = assembleRegister(
      [district('a', 'R1')],
      [],
      [row('r.csv', 2, { organisation: 's', district: 'b' })],
    );
    expect(register.districts.map((d) => [d.code, d.region])).toEqual([
      ['a', 'R1'],
      ['b', 'R1'],
    ]);
  });

  it('does not guess a region where there are several', () => {
    const register = assembleRegister(
      [district('a', 'R1'), district('c', 'R2')],
      [],
      [row('r.csv', 2, { organisation: 's', district: 'b' })],
    );
    expect(register.districts[2]?.region).toBe(unknownRegion);
  });

  it.each([
    [{ code: '', district: 'a' }, 'code'],
    [{ code: 's', district: '' }, 'district'],
    [{ code: 's', district: 'a', opened: '1.9.2024' }, 'opened'],
    [{ code: 's', district: 'a', type: 'scool' }, 'type'],
    [{ code: 's', district: 'a', programmes: 'HOO' }, 'programmes'],
  ])('reports %j as an issue with its line and goes on', (columns, fault) => {
    const { issues, organisations } = assembleRegister(
      [district('a', 'R1')],
      [row('organisations.csv', 7, columns), row('organisations.csv', 8, { code: 'ok', district: 'a' })],
      [],
    );
    expect(issues).toMatchObject([
      { code: 'register.invalid', place: { file: 'organisations.csv', line: 7 }, params: { fault } },
    ]);
    expect(organisations.some((o) => o.code === 'ok')).toBe(true);
  });

  it('warns of an empty name or type, not of a column the file does not have', () => {
    const { issues } = assembleRegister(
      [district('a', 'R1')],
      [row('organisations.csv', 2, { code: 's', name: '', type: 'school', district: 'a' })],
      [row('r.csv', 2, { organisation: 't', district: 'a' })],
    );
    expect(issues).toMatchObject([
      { code: 'register.incomplete', organisation: 's', params: { fault: 'name' } },
    ]);
  });

  it('takes the first of two rows with one code in the same file', () => {
    const { organisations, issues } = assembleRegister(
      [district('a', 'R1')],
      [
        row('organisations.csv', 2, { code: 's', name: 'Первая', type: 'school', district: 'a' }),
        row('organisations.csv', 3, { code: 's', name: 'Вторая', type: 'school', district: 'a' }),
      ],
      [],
    );
    expect(organisations[0]?.name).toBe('Первая');
    expect(issues).toMatchObject([{ code: 'register.invalid', place: { line: 3 } }]);
  });
});
