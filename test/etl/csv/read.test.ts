import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../etl/csv/read.ts';
import type { SourceContent } from '../../../etl/store/store.ts';
import { readingCatalog } from '../../fixtures/reading-catalog.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Cyrillic and ASCII in windows-1251, worked out from its code page. */
const cp1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) as number;
    if (code < 128) return code;
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
    const others: Record<string, number> = { ё: 0xb8, Ё: 0xa8, '№': 0xb9, '«': 0xab, '»': 0xbb, '—': 0x97 };
    return others[letter] as number;
  });

const read = (text: string | Uint8Array): SourceContent =>
  readCsv(typeof text === 'string' ? utf8(text) : text, 'f.csv', readingCatalog);

const values = (content: SourceContent): string[] =>
  content.observations.map(
    (o) => `${o.unit} ${o.element} ${o.period} → ${o.value ?? o.status} L${o.place.line}`,
  );
const told = (content: SourceContent): string[] => content.issues.map((i) => `${i.code} L${i.place.line}`);

const head = 'organisation,period,element,value';

describe('observations', () => {
  it('reads values by the rules of typed-in cells', () => {
    const content = read(`${head}
s1,2024/25,pupils,"45,0"
s1,2024/25,share,"85 %"
s1,2024/25,note,"строка, с запятой"
s1,2024/25,held,да
s1,2024/25,day,15.03.2025
s1,2024/25:q1,trips,н/д
s1,2024/25,vpr.passed.ru.g4,х
s2,2024/25,pupils,
`);
    expect(content.kind).toBe('observations');
    expect(values(content)).toEqual([
      's1 pupils 2024/25 → 45 L2',
      's1 share 2024/25 → 85 L3',
      's1 note 2024/25 → строка, с запятой L4',
      's1 held 2024/25 → 1 L5',
      's1 day 2024/25 → 2025-03-15 L6',
      's1 trips 2024/25:q1 → no_data L7',
      's1 vpr.passed.ru.g4 2024/25 → not_applicable L8',
      's2 pupils 2024/25 → not_reported L9',
    ]);
    expect(told(content)).toEqual(['cell.required L9']);
  });

  it('counts physical lines through quoted line breaks and blank lines', () => {
    const content = read(`\n${head}\n\ns1,2024/25,note,"раз\nдва\n\nтри"\n\n\ns1,2024/25,pupils,5\n`);
    expect(values(content)).toEqual(['s1 note 2024/25 → раз\nдва\n\nтри L4', 's1 pupils 2024/25 → 5 L10']);
  });

  it('counts lines of Windows, old Mac and mixed files alike', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = [head, 's1,2024/25,note,"а', 'б"', 's1,2024/25,pupils,5', ''].join(end);
      expect(values(read(text))).toEqual(['s1 note 2024/25 → а\nб L2', 's1 pupils 2024/25 → 5 L4']);
    }
    expect(values(read(`${head}\r\ns1,2024/25,pupils,5\ns2,2024/25,pupils,6\r\n`))).toEqual([
      's1 pupils 2024/25 → 5 L2',
      's2 pupils 2024/25 → 6 L3',
    ]);
  });

  it('reads every delimiter and encoding', () => {
    const rows = (d: string) =>
      [head.split(',').join(d), ['s1', '2024/25', 'note', 'ёлка №1'].join(d), ''].join('\n');
    const expected = ['s1 note 2024/25 → ёлка №1 L2'];
    for (const delimiter of [',', ';', '\t']) {
      expect(values(read(rows(delimiter)))).toEqual(expected);
      expect(values(read(`\ufeff${rows(delimiter)}`))).toEqual(expected);
      expect(values(read(cp1251(rows(delimiter))))).toEqual(expected);
    }
    const wide = Uint8Array.from(Buffer.from(`\ufeff${rows('\t')}`, 'utf16le'));
    expect(values(read(wide))).toEqual(expected);
    expect(values(read('sep=;\norganisation;period;element;value\ns1;2024/25;share;12,5\n'))).toEqual([
      's1 share 2024/25 → 12.5 L3',
    ]);
  });

  it('does not take half of a number that lost its quotes', () => {
    const content = read(`${head}\ns1,2024/25,share,12,5\ns1,2024/25,pupils,12,,\n`);
    expect(values(content)).toEqual(['s1 share 2024/25 → rejected L2', 's1 pupils 2024/25 → 12 L3']);
    expect(told(content)).toEqual(['cell.not_number L2']);
  });

  it('names what it cannot place', () => {
    const content = read(`${head}
s1,2024/25,nobody,1
s1,2024/25,trips,1
s1,2024/26,pupils,1
,2024/25,pupils,1
s1,2024/25,vpr.passed,1
s1,2024/25,pupils,много
`);
    expect(values(content)).toEqual(['s1 pupils 2024/25 → rejected L7']);
    expect(told(content)).toEqual([
      'element.unknown L2',
      'period.unknown L3',
      'period.unknown L4',
      'organisation.unknown L5',
      'element.unknown L6',
      'cell.not_number L7',
    ]);
  });

  it('takes neither of two different values, and equal ones once', () => {
    const content = read(`${head}
s1,2024/25,pupils,5
s1,2024/25,pupils,7
s2,2024/25,pupils,5
s2,2024/25,pupils,"5,0"
`);
    expect(values(content)).toEqual(['s1 pupils 2024/25 → rejected L2', 's2 pupils 2024/25 → 5 L4']);
    expect(told(content)).toEqual(['value.conflict L3', 'key.duplicate L5']);
  });

  it('never keeps personal data', () => {
    const content = read(
      `${head}\ns1,2024/25,pupils,Иванова Мария Петровна\ns1,2024/25,nobody,89281234567\n`,
    );
    expect(told(content)).toEqual(['element.unknown L3', 'cell.personal_data L2']);
    expect(JSON.stringify(content)).not.toMatch(/Иванова|8928/);
  });
});

const resultsHead =
  'school_year,procedure,subject,grade,district,organisation,participants,mark2,mark3,mark4,mark5';

describe('results', () => {
  it('names procedures, subjects, grades and years by their codes', () => {
    const content = read(`${resultsHead},stage,mean_score
2024/25,ВПР,Русский язык,4 класс,d,s1,10,1,2,3,4,,"55,5"
2023-2024,vpr,РУ,g5,d,s1,"1 000",0,0,0,1000,июль,
`);
    expect(content.kind).toBe('results');
    expect(told(content)).toEqual([]);
    expect(content.results).toEqual([
      {
        schoolYear: '2024/25',
        procedure: 'vpr',
        subject: 'ru',
        grade: '4',
        stage: '',
        district: 'd',
        organisation: 's1',
        participants: 10,
        mark2: 1,
        mark3: 2,
        mark4: 3,
        mark5: 4,
        meanScore: 55.5,
        place: { file: 'f.csv', line: 2 },
      },
      {
        schoolYear: '2023/24',
        procedure: 'vpr',
        subject: 'ru',
        grade: '5',
        stage: 'июль',
        district: 'd',
        organisation: 's1',
        participants: 1000,
        mark2: 0,
        mark3: 0,
        mark4: 0,
        mark5: 1000,
        place: { file: 'f.csv', line: 3 },
      },
    ]);
  });

  it('keeps unknown words under their slug and tells each once', () => {
    const content = read(`${resultsHead}
1996/97,A-level,Chemistry,11,L001,L001-S0001,13,0,2,4,7
1996/97,A-level,Chemistry,11,L001,L001-S0002,28,0,3,6,19
1996/97,A-level,Родной язык,11,L001,L001-S0002,28,0,3,6,19
`);
    expect(content.results.map((r) => `${r.procedure} ${r.subject}`)).toEqual([
      'a_level chemistry',
      'a_level chemistry',
      'a_level rodnoy_yazyk',
    ]);
    expect(content.issues.map((i) => [i.code, i.place.line, i.params?.word])).toEqual([
      ['results.unknown_subject', 2, 'A-level'],
      ['results.unknown_subject', 2, 'Chemistry'],
      ['results.unknown_subject', 4, 'Родной язык'],
    ]);
  });

  it('uses no row with a fault', () => {
    const content = read(`${resultsHead}
2024/25,ВПР,РУ,4,d,s1,10,1,2,3,5
2024/25,ВПР,РУ,4,d,s2,10,,2,3,5
2024/25,ВПР,РУ,4,d,s3,10,1,2,3,4.5
2024/25,ВПР,РУ,4,d,s4,н/д,1,2,3,4
2024/25,ВПР,РУ,сад,d,s5,10,1,2,3,4
2025,ВПР,РУ,4,d,s6,10,1,2,3,4
2024/25,ВПР,РУ,4,d,,10,1,2,3,4
2024/25,ВПР,РУ,4,d,s7,10,1,2,3,4,5
`);
    expect(content.results).toEqual([]);
    expect(told(content)).toEqual([
      'results.sum L2',
      'results.not_number L3',
      'results.not_number L4',
      'results.not_number L5',
      'results.not_number L6',
      'period.unknown L7',
      'organisation.unknown L8',
      'results.not_number L9',
    ]);
    expect(content.issues[0]?.params).toEqual({ sum: 11, participants: 10 });
    expect(content.issues[1]?.params).toEqual({ column: 'mark2' });
  });

  it('counts an identical row once; of rows that differ none', () => {
    const content = read(`${resultsHead}
2024/25,ВПР,РУ,4,d,s1,10,1,2,3,4
2024/25,vpr,Русский язык,4 класс,d,s1,10,1,2,3,4
2024/25,ВПР,РУ,4,d,s2,10,1,2,3,4
2024/25,ВПР,РУ,4,d,s2,10,0,3,3,4
`);
    expect(content.results.map((r) => r.organisation)).toEqual(['s1']);
    expect(told(content)).toEqual(['results.duplicate L3', 'value.conflict L5']);
    expect(content.issues[1]?.params).toEqual({
      value: '10 (0, 3, 3, 4)',
      source: 'f.csv#L5',
      other: '10 (1, 2, 3, 4)',
      otherSource: 'f.csv#L4',
    });
  });
});

describe('a register', () => {
  it('keeps every column and names the missing ones once', () => {
    const content = read('organisation,district,pupils\nL1,L001,13\nL2,L001,"28"\n');
    expect(content.kind).toBe('register');
    expect(content.registerRows).toEqual([
      { line: 2, columns: { code: 'L1', district: 'L001', pupils: '13' } },
      { line: 3, columns: { code: 'L2', district: 'L001', pupils: '28' } },
    ]);
    expect(content.issues).toEqual([
      {
        code: 'register.incomplete',
        place: { file: 'f.csv', line: 1 },
        params: { columns: 'type, name, region' },
      },
    ]);
  });

  it('is content with a complete one', () => {
    const content = read('code;name;type;district;region\n01;Школа;school;d;RU-DA\n');
    expect(content.issues).toEqual([]);
    expect(content.registerRows[0]?.columns.code).toBe('01');
  });
});

describe('a list of objectivity markers', () => {
  const list = `Год;Муниципалитет;Логин;Наименование ОО;4 РУ;4 МА;РУ5;Количество маркеров
2023;Ботлихский район;edu050001;МКОУ «СОШ № 1»;1;;0;1
2023;Ботлихский район;edu050001;МКОУ  "СОШ № 1";1;;0;1
2023;Ботлихский район;edu050002;МКОУ «СОШ № 2»;;;;0
2022;Ботлихский район;edu050002;МКОУ «СОШ № 2»;1;1;1;3
2022;Ботлихский район;edu050003;МКОУ «СОШ № 3»;2;1;1;3
`;

  it('finds its columns by meaning', () => {
    for (const bytes of [utf8(list), cp1251(list)]) {
      const content = read(bytes);
      expect(content.kind).toBe('markers');
      expect(content.markers).toEqual([
        {
          schoolYear: '2022/23',
          organisation: '',
          works: ['ru.g4'],
          municipality: 'Ботлихский район',
          login: 'edu050001',
          name: 'МКОУ «СОШ № 1»',
          place: { file: 'f.csv', line: 2 },
        },
        {
          schoolYear: '2021/22',
          organisation: '',
          works: ['ru.g4', 'math.g4', 'ru.g5'],
          municipality: 'Ботлихский район',
          login: 'edu050002',
          name: 'МКОУ «СОШ № 2»',
          place: { file: 'f.csv', line: 5 },
        },
      ]);
      expect(told(content)).toEqual(['results.duplicate L3', 'results.not_number L6']);
    }
  });

  it('reads English headers and names an unknown work', () => {
    const content = read('year,municipality,login,name,4 РУ,6 ЯЯ,markers\n2023,M,l1,N,1,1,2\n');
    expect(content.markers[0]?.works).toEqual(['ru.g4', 'yaya.g6']);
    expect(content.issues[0]).toMatchObject({ code: 'results.unknown_subject', params: { word: 'ЯЯ' } });
  });
});

it('a file of nothing but separators is refused before it is split', () => {
  const content = read(new Uint8Array(8_000_001).fill(44));
  expect(content.issues).toEqual([
    { code: 'file.too_large', place: { file: 'f.csv' }, params: { limit: 'cells', most: 8_000_000 } },
  ]);
});

describe('anything else', () => {
  it.each([
    ['an unknown header', 'a,b,c\n1,2,3\n'],
    ['an empty file', ''],
    ['bytes that are no text', Uint8Array.from([1, 0, 2, 0])],
    ['a page', '<html><body>organisation</body></html>'],
  ])('%s is of unknown kind', (_, text) => {
    const content = read(text);
    expect(content.kind).toBe('unreadable');
    expect(content.issues.map((i) => i.code)).toEqual(['file.unknown_kind']);
  });
});
