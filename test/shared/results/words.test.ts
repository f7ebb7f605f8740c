import { describe, expect, it } from 'vitest';
import { parseGrade } from '../../../shared/results/grade.ts';
import { markerSchoolYear, parseSchoolYear } from '../../../shared/results/school-year.ts';
import { slugOf } from '../../../shared/results/slug.ts';

describe('grades', () => {
  it.each([
    ['4', '4'],
    ['4 класс', '4'],
    ['4-й класс', '4'],
    ['4 кл.', '4'],
    ['g11', '11'],
    ['09', '9'],
    ['4,0', '4'],
    ['13', undefined],
    ['0', undefined],
    ['сад', undefined],
    ['', undefined],
    ['4-5', undefined],
  ])('%s → %s', (text, grade) => {
    expect(parseGrade(text)).toBe(grade);
  });
});

describe('school years', () => {
  it.each([
    ['2022/23', '2022/23'],
    ['2022/2023', '2022/23'],
    ['2022-2023', '2022/23'],
    ['2022–2023 учебный год', '2022/23'],
    ['1999/00', '1999/00'],
    ['2022/24', undefined],
    ['2022/2024', undefined],
    ['2022', undefined],
    ['', undefined],
  ])('%s → %s', (text, year) => {
    expect(parseSchoolYear(text)).toBe(year);
  });

  it.each([
    ['2023', '2022/23'],
    ['2023 год', '2022/23'],
    ['2000', '1999/00'],
    ['2022/23', '2022/23'],
    ['когда-то', undefined],
  ])('in a list of markers %s → %s', (text, year) => {
    expect(markerSchoolYear(text)).toBe(year);
  });
});

describe('slugs', () => {
  it.each([
    ['A-level', 'a_level'],
    ['Chemistry', 'chemistry'],
    ['Родной (аварский) язык', 'rodnoy_avarskiy_yazyk'],
    ['Ёжик', 'ezhik'],
    ['1С', 'x_1s'],
    ['—', 'x'],
  ])('%s → %s', (word, slug) => {
    expect(slugOf(word)).toBe(slug);
    expect(slug).toMatch(/^[a-z][a-z0-9_]*$/);
  });
});
