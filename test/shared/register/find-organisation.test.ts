import { expect, it } from 'vitest';
import { findOrganisation } from '../../../shared/register/find-organisation.ts';
import type { Organisation, Register } from '../../../shared/register/register.ts';

const organisation = (code: string, name: string, district: string, login?: string): Organisation => ({
  code,
  name,
  types: ['school'],
  district,
  programmes: [],
  columns: {},
  ...(login !== undefined && { login }),
});

const register: Register = {
  districts: [
    {
      code: 'a',
      name: 'Ботлихский район',
      region: 'RU-DA',
      regionName: 'Дагестан',
      roadmaps: [],
      columns: {},
    },
    {
      code: 'b',
      name: 'МР «Рутульский район»',
      region: 'RU-DA',
      regionName: 'Дагестан',
      roadmaps: [],
      columns: {},
    },
  ],
  organisations: [
    organisation('a1', 'МКОУ «Зелёная СОШ № 1»', 'a', 'edu050001'),
    organisation('a2', 'МКОУ «СОШ № 2»', 'a'),
    organisation('b2', 'МКОУ «СОШ № 2»', 'b'),
  ],
};

it.each([
  ['by login', { login: ' EDU050001 ', name: 'как угодно' }, 'a1'],
  ['by name: quotes, case, spaces, ё', { name: 'мкоу  "ЗЕЛЕНАЯ СОШ №1"' }, 'a1'],
  ['by name where the login is unknown', { login: 'x', name: 'МКОУ «Зелёная СОШ № 1»' }, 'a1'],
  ['of namesakes by municipality', { name: 'МКОУ "СОШ №2"', municipality: 'Рутульский' }, 'b2'],
  ['of namesakes by the code of the district', { name: 'МКОУ "СОШ №2"', municipality: 'a' }, 'a2'],
  ['namesakes without a municipality', { name: 'МКОУ «СОШ № 2»' }, undefined],
  ['an unknown name', { name: 'МКОУ «СОШ № 3»', municipality: 'a' }, undefined],
  ['nothing', {}, undefined],
  ['empty texts', { login: '', name: '', municipality: '' }, undefined],
])('%s', (_, hint, code) => {
  expect(findOrganisation(register, hint)?.code).toBe(code);
});
