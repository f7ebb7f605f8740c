import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkScript } from '../../../appsscript/build/check-script.ts';
import { reviewPlan } from '../../fixtures/review-plan.ts';
import { Book, emptyTab } from '../fakes/book.ts';
import { bookOfPlan } from '../fakes/book-of-plan.ts';
import { builtAddon, openRealm, type Realm } from '../realm.ts';

const stage = '2024/25:start';
/** Cell of «1–4 классы», «Из них достигли базового уровня» at the beginning of the year: 30 of 40. */
const form = 'Качество подготовки обучающихся';
const basic = 'E12';

describe('=МСОКО(…)', () => {
  let realm: Realm;
  beforeAll(async () => {
    realm = await openRealm(bookOfPlan(reviewPlan()));
  });
  beforeEach(() => {
    realm.calls.clear();
  });
  const ask = (...args: unknown[]): unknown => realm.run('МСОКО', ...args);

  it.each([
    ['a value', ['i.noo', stage], 75],
    ['a concrete code', ['i.basic.noo', stage], 75],
    ['nothing where there is no value', ['i.basic.ooo', stage], ''],
    ['the reason in words', ['i.basic.ooo', stage, 'причина'], 'ошибка в данных'],
    ['another reason', ['i.basic.soo', stage, 'Причина '], 'данные не внесены'],
    ['no reason where there is a value', ['i.noo', stage, 'причина'], ''],
    ['the value by its word', ['i.noo', stage, 'значение'], 75],
    ['the school year without a period', ['i.oge'], 95],
    ['a code in capitals and with spaces', [' I.OGE ', '2024/25'], 95],
  ])('gives %s', (_, args, expected) => {
    expect(ask(...args)).toBe(expected);
    expect(realm.calls.count('write')).toBe(0);
  });

  it.each([
    [['i.nooo', stage], 'В этой книге нет показателя «i.nooo». Возможно, имелся в виду «i.noo».'],
    [['constructor', stage], 'В этой книге нет показателя «constructor».'],
    [
      ['i.noo', '2024/25:strat'],
      'Период «2024/25:strat» записан неверно. Возможно, имелся в виду «2024/25:start».',
    ],
    [['i.oge', '2023/24'], 'За период «2023/24» показатель не рассчитывается. Есть периоды: «2024/25».'],
    [['', stage], 'Не указан код показателя. Пример: =МСОКО("oge.passed_share.all"; "2024/25").'],
    [
      ['i.noo', stage, 'почему'],
      'Третий аргумент «почему» неизвестен: можно указать «значение» или «причина».',
    ],
  ])('says what is wrong with %j', (args, message) => {
    expect(() => ask(...args)).toThrow(message);
  });

  it('answers a range in one go, a wrong code in its own cell', () => {
    expect(ask([['i.noo'], ['i.nooo'], [''], ['i.basic.ooo']], stage)).toEqual([
      [75],
      ['В этой книге нет показателя «i.nooo». Возможно, имелся в виду «i.noo».'],
      [''],
      [''],
    ]);
    expect(ask([['i.noo'], ['i.oge']], [[stage, '2024/25']], 'причина')).toEqual([
      ['', ''],
      ['За период «2024/25:start» показатель не рассчитывается. Есть периоды: «2024/25».', ''],
    ]);
  });

  it('works the figures out once for a sheet full of formulas, under either name', () => {
    ask('i.noo', stage);
    realm.calls.clear();
    expect(realm.run('MSOKO', 'i.oge', '2024/25')).toBe(95);
    expect(realm.calls.log).toEqual([]);
  });

  it('reads anew once the cells it refers to have changed, or the cache forgot', () => {
    expect(ask('i.noo', stage, '', [[30]])).toBe(75);
    realm.book.type(form, basic, 20);
    expect(ask('i.noo', stage, '', [[30]])).toBe(75);
    expect(ask('i.noo', stage, '', [[20]])).toBe(50);
    realm.cache.values.clear();
    expect(ask('i.noo', stage, '', [[30]])).toBe(50);
    realm.book.type(form, basic, 30);
  });

  it('says that it waits for another formula, and keeps no lock', () => {
    realm.cache.values.clear();
    realm.lock.state.isTaken = true;
    expect(() => ask('i.noo', stage)).toThrow('Показатели ещё считаются.');
    realm.lock.state.isTaken = false;
    expect(ask('i.noo', stage)).toBe(75);
    expect(realm.lock.state.isHeld).toBe(false);
  });

  it('begins nothing that 30 seconds would not do for', async () => {
    const late = await openRealm(bookOfPlan(reviewPlan()), { now: '2025-06-01T09:00:00Z' });
    late.lock.state.onWait = () => late.setNow('2025-06-01T09:00:15Z');
    expect(() => late.run('МСОКО', 'i.noo', stage)).toThrow('Показатели ещё считаются.');
    expect([late.lock.state.isHeld, late.calls.count('read')]).toEqual([false, 0]);
  });

  it('belongs into our workbooks only', async () => {
    const other = await openRealm(new Book('Чужая', [emptyTab(1, 'Лист1')]));
    expect(() => other.run('МСОКО', 'i.noo', stage)).toThrow('только в книге МСОКО');
    expect(other.call('snapshot')).toBeNull();
  });
});

describe('«Пересчитать сейчас»', () => {
  it('raises the count in our formulas, writes no other cell, and forgets what was kept', async () => {
    const book = bookOfPlan(reviewPlan());
    const own = emptyTab(77, 'Сводка');
    const formulas = ['=МСОКО("i.noo"; "2024/25:start")', '=SUM(1; 2)', '=MSOKO("i.oge")'];
    formulas.forEach((formula, i) => {
      own.cells.set(`A${i + 1}`, { formula });
    });
    book.tabs.push(own);
    const realm = await openRealm(book, {
      beforeWrite: (_, area) => {
        if (area === 'A3') throw new Error('protected');
      },
    });
    expect(realm.run('МСОКО', 'i.noo', stage)).toBe(75);
    realm.book.type(form, basic, 20);
    realm.run('recalculate');
    expect([...own.cells.values()].map(({ formula }) => formula)).toEqual([
      '=МСОКО("i.noo"; "2024/25:start";;;1)',
      '=SUM(1; 2)',
      '=MSOKO("i.oge")',
    ]);
    expect(realm.calls.count('write')).toBe(1);
    expect(realm.ui.toasts).toEqual([
      'Пересчитано формул: 1. Защищённых ячеек, которые вам нельзя менять: 1.',
    ]);
    expect(realm.run('МСОКО', 'i.noo', stage, '', '', 1)).toBe(50);
  });

  it('says that there is nothing to do', async () => {
    const realm = await openRealm(bookOfPlan(reviewPlan()));
    realm.run('recalculate');
    expect(realm.calls.count('write')).toBe(0);
    expect(realm.ui.toasts[0]).toMatch(/^Формул МСОКО в этой книге нет/);
  });
});

it('the engine runs at Google too, and HtmlService can carry it', async () => {
  const page = (await builtAddon()).get('engine.html') ?? '';
  const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
  expect(checkScript(script)).toEqual([]);
  expect(page.includes('`')).toBe(false);
  expect(page.length).toBeGreaterThan(50_000);
});
