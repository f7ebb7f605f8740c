import { describe, expect, it } from 'vitest';
import { formatPlace, namedPlace, type Place, webLink } from '../../../shared/issue/place.ts';
import { spreadsheetId, spreadsheetPath } from '../../../shared/issue/spreadsheet.ts';
import { placeLink } from '../../../shared/summary/place-link.ts';

const file = spreadsheetPath('1AbC-d_9');
const title = 'Школа № 1';
const cell = `${file}/edit#gid=0&range=C7`;

describe('a place', () => {
  const cases: readonly (readonly [name: string, place: Place, source: string, shown: string])[] = [
    [
      'a cell of a file',
      { file: 'a/s1.xlsx', tab: 'ГИА', cell: 'C7' },
      'a/s1.xlsx#ГИА!C7',
      'a/s1.xlsx#ГИА!C7',
    ],
    ['a line', { file: 'v.csv', line: 3 }, 'v.csv#L3', 'v.csv#L3'],
    ['a file', { file: 'v.csv' }, 'v.csv', 'v.csv'],
    ['a cell of a spreadsheet', { file, title, tab: 'ГИА', gid: 0, cell: 'C7' }, cell, `${title} · ГИА · C7`],
    ['a tab of a spreadsheet', { file, title, tab: 'ГИА', gid: 5 }, `${file}/edit#gid=5`, `${title} · ГИА`],
    ['a spreadsheet', { file, title }, file, title],
    ['a spreadsheet of unknown name', { file, tab: 'ГИА', gid: 0, cell: 'C7' }, cell, cell],
  ];

  it.each(cases)('%s has its source, its words and its link', (_, place, source, shown) => {
    const isOnline = place.file === file;
    expect(formatPlace(place)).toBe(source);
    expect(namedPlace(place)).toBe(shown);
    expect(webLink(place)).toBe(isOnline ? source : undefined);
    const below = {
      file: `../inbox/${place.file}`,
      ...(place.tab && { sheet: place.tab, cell: place.cell }),
    };
    expect(placeLink(place, '../inbox/')).toEqual(isOnline ? { url: source } : below);
  });
});

describe('the id of a spreadsheet', () => {
  it.each([
    [file, '1AbC-d_9'],
    [`${file}/edit#gid=0&range=C7`, '1AbC-d_9'],
    [` ${file}/edit?usp=sharing `, '1AbC-d_9'],
    ['https://docs.google.com/spreadsheets/u/1/d/1AbC-d_9/edit', '1AbC-d_9'],
    ['https://docs.google.com/a/school.example/spreadsheets/d/1AbC-d_9', '1AbC-d_9'],
    ['https://docs.google.com/document/d/1AbC-d_9', undefined],
    ['https://docs.google.com.example.org/spreadsheets/d/1AbC-d_9', undefined],
    ['inbox/s1.xlsx', undefined],
  ])('of %s is %s', (text, id) => {
    expect(spreadsheetId(text)).toBe(id);
  });
});
