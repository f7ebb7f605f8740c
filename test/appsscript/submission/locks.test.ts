import { describe, expect, it } from 'vitest';
import { colleague, School } from '../at-work/school.ts';

let school: School;

describe('what a lock cannot do', () => {
  it('without accounts of the office it only warns, since nobody else could help', async () => {
    school = await School.open({}, 'unknown');
    expect(school.submit()).toMatchObject({ view: { lock: 'warned' } });
    expect(school.locks().every(({ warningOnly }) => warningOnly)).toBe(true);
  });

  it('accounts that Google refuses leave a warning', async () => {
    school = await School.open({}, { office: ['no mailbox'] });
    expect(school.submit()).toMatchObject({ kind: 'done', failed: 0, view: { lock: 'warned' } });
  });

  it('a person who may not protect hands in all the same, and is told', async () => {
    school = await School.open();
    school.book.mayProtect = false;
    expect(school.submit()).toMatchObject({
      kind: 'done',
      failed: 2,
      view: { state: 'submitted', lock: 'open' },
    });
  });

  it('a colleague cannot open the locks of the person who handed in', async () => {
    school = await School.open();
    school.submit();
    school.book.person = colleague;
    expect(school.view().lock).toBe('others');
    expect(school.withdraw()).toMatchObject({
      kind: 'done',
      failed: 2,
      view: { state: 'draft', lock: 'others' },
    });
    school.book.person = 'program@district.test';
    expect(school.submit('методист', school.view().answers)).toMatchObject({ kind: 'done' });
  });
});

describe('withdrawing', () => {
  it('makes it a draft again and opens the cells', async () => {
    school = await School.open();
    school.submit();
    expect(school.withdraw()).toMatchObject({
      kind: 'done',
      failed: 0,
      view: { state: 'draft', lock: 'open' },
    });
    expect(school.answers()).toEqual(['нет', '2025-10-20', 'директор']);
    expect(school.locks()).toEqual([]);
    expect(school.withdraw()).toMatchObject({ kind: 'done', view: { state: 'draft' } });
  });
});

describe('where there is nothing to hand in', () => {
  it('says so: no workbook, or its first page is gone', async () => {
    school = await School.open();
    school.book.remove('_meta');
    expect(school.look()).toEqual({ kind: 'noWorkbook' });
    school = await School.open();
    for (const cell of school.book.tab('_meta').cells.values()) if (cell.formula) cell.formula = '=#REF!';
    expect(school.look()).toEqual({ kind: 'noAnswers' });
  });
});
