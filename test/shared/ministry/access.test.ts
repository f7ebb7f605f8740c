import { describe, expect, it } from 'vitest';
import { type AccessEvent, accessOf, activeAccess } from '../../../shared/ministry/access.ts';
import { isPublished } from '../../../shared/ministry/published-address.ts';

/** `day action type who role until`, `-` for nothing. */
const events = (...lines: string[]): AccessEvent[] =>
  lines.map((line) => {
    const [day = '', action, type, who = '', role, until = '-'] = line.split(' ');
    return {
      ...{ day, district: 'd1', action, type, role, command: `c ${day}` },
      who: who === '-' ? '' : who,
      ...(until !== '-' && { until }),
    } as AccessEvent;
  });

describe('who has access, by the lines of share.csv', () => {
  it('holds what was granted until it ends, and again when it is granted again', () => {
    const lines = events(
      '2025-01-01 granted user a@b.example reader 2025-06-30',
      '2025-01-02 granted domain b.example reader',
      '2025-02-01 revoked user a@b.example reader',
    );
    expect(activeAccess(lines, 'd1').map(({ who }) => who)).toEqual(['b.example']);
    expect(accessOf(lines, 'd1')[1]).toMatchObject({
      who: 'a@b.example',
      since: '2025-01-01',
      until: '2025-06-30',
      ended: { action: 'revoked', day: '2025-02-01', command: 'c 2025-02-01' },
    });
    const again = [...lines, ...events('2025-03-01 granted user a@b.example reader')];
    const [first] = activeAccess(again, 'd1');
    expect(first).toMatchObject({ who: 'a@b.example', since: '2025-03-01', isFound: false });
    expect(first).not.toHaveProperty('until');
  });

  it('keeps the first day where only the end is moved, and the new one where somebody wrote down what was found', () => {
    const moved = events(
      '2025-01-01 granted user a@b.example reader 2025-02-01',
      '2025-01-20 granted user a@b.example reader 2025-06-01',
    );
    expect(accessOf(moved, 'd1')).toMatchObject([{ since: '2025-01-01', until: '2025-06-01' }]);
    const found = events('2025-01-01 found anyone - reader', '2025-01-05 granted anyone - reader');
    expect(accessOf(found.slice(0, 1), 'd1')).toMatchObject([{ isFound: true, since: '2025-01-01' }]);
    expect(accessOf(found, 'd1')).toMatchObject([{ isFound: false, since: '2025-01-05' }]);
  });

  it('tells mailboxes from groups of the same name, and one district from another', () => {
    const lines = events(
      '2025-01-01 granted user a@b.example reader',
      '2025-01-01 granted group a@b.example reader',
      '2025-01-02 revoked user a@b.example reader',
    );
    expect(activeAccess(lines, 'd1').map(({ type }) => type)).toEqual(['group']);
    expect(accessOf(lines, 'd2')).toEqual([]);
  });
});

describe('an address that may stand in the file', () => {
  it.each([
    ['https://school.example/docs/order-5.pdf', true],
    ['http://edu.example/news?id=1', true],
    ['https://school.example/report.xlsx', false],
    ['https://school.example/report.XLS?download=1', false],
    ['https://docs.google.com/spreadsheets/d/1', false],
    ['https://drive.google.com/drive/folders/1', false],
    ['https://disk.yandex.ru/d/1', false],
    ['https://yadi.sk/i/1', false],
    ['file:///inbox/report.pdf', false],
    ['inbox/s1.xlsx', false],
  ])('%s: %s', (address, is) => {
    expect(isPublished(address)).toBe(is);
  });
});
