import { expect, test } from 'vitest';
import { columnsOf } from '../../../shared/indicator/columns.ts';
import { strays } from '../../../shared/indicator/strays.ts';
import { smallCatalog } from '../../fixtures/small-catalog.ts';
import { cells } from '../../fixtures/small-figures.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';

const catalog = smallCatalog({
  forms: { dist: { level: 'district' } },
  elements: { a: {}, s: { orgTypes: ['school'] }, c: { appliesIf: 'locality = село' }, p: { form: 'dist' } },
});
const units = register(
  [
    organisation('s1', { columns: { locality: 'село' } }),
    organisation('s2', { types: ['preschool'], closed: '2024-08-31' }),
    organisation('s3', { types: ['preschool'] }),
  ],
  [district('d1')],
);

test('values from units that do not owe them are named, with the reason; the rest is none of it', () => {
  const observations = columnsOf(
    units,
    catalog,
    cells(`s1 a 1\ns1 s 2\ns1 c 3\nd1 p 4\ns2 a 5\ns2 s 6\ns3 s x\ns3 c 7\ns1 p 8\nd1 a 9\ns3 p
      s2 a@2023/24 10\nzz a 1\ns1 unknown 1`),
  );
  const found = strays({ catalog, observations, date: '2025-01-01' });
  expect(found.map((s) => `${s.unit} ${s.element} ${s.status} ${s.value} ${s.code}`)).toEqual([
    'd1 a value 9 value.not_owed',
    's1 p value 8 value.not_owed',
    's2 a value 5 organisation.closed',
    's2 s value 6 organisation.closed',
    's3 c value 7 value.not_owed',
    's3 s not_applicable undefined value.not_owed',
  ]);
});
