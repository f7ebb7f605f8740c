import { beforeAll, describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import { elementRead, resolveConcrete } from '../../shared/catalog/concrete.ts';
import type { Indicator } from '../../shared/catalog/types.ts';
import { flagsOf, inputsOf } from '../../shared/expression/inputs.ts';
import { Definitions } from '../../shared/indicator/definitions.ts';
import { denominatorOf } from '../../shared/indicator/nature.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import type { Scalar } from '../../shared/plan/plan.ts';
import { figures } from '../../shared/review/figures.ts';
import { review } from '../../shared/review/review.ts';
import { dice } from '../acceptance/disk-workspace.ts';
import { bookOfPlan } from '../appsscript/fakes/book-of-plan.ts';
import { readByAddon } from '../appsscript/read-by-addon.ts';
import { openRealm } from '../appsscript/realm.ts';
import { records } from '../e2e/msoko.ts';
import { say } from '../etl/cli/console.ts';
import { date, type NightWorkspace, nightWorkspace, schoolYear } from '../fixtures/night-workspace.ts';

/** A figure as text: value, numerator, denominator, reason. */
type Shown = readonly string[];

let workspace: NightWorkspace;
/** By `unit indicator period`. */
const night = new Map<string, Shown>();
const sheet = new Map<string, Shown>();
/** Indicators whose figures the add-on works out, by unit. */
const known = new Map<string, ReadonlySet<string>>();

const text = (value: number | undefined): string => (value === undefined ? '' : String(value));

beforeAll(async () => {
  const { throw: throws } = dice(5);
  // a value now and then was not given
  workspace = await nightWorkspace(({ type }) =>
    throws(9) === 0 || type === 'text' || type === 'date' ? undefined : throws(type === 'yes_no' ? 2 : 60),
  );
  const { books, catalog, dir, put } = workspace;
  const one = dice(7);
  const answer = (code: string): Scalar | undefined => {
    const { type, unit } = resolveConcrete(catalog, code)!.element;
    const luck = one.throw(40);
    if (luck < 3) return undefined;
    if (luck < 6) return one.one(['х', 'не ведём']);
    if (luck < 9) return one.one(['н/д', 'нет данных']);
    if (luck === 9) return one.one(['двадцать', -1, '1 10']);
    if (type === 'yes_no') return one.one(['да', 'нет', 1, 0]);
    if (type === 'date') return '2025-03-01';
    if (type === 'text') return 'приказ № 5';
    if (luck < 13) return 0;
    return unit === '%' ? one.throw(100) : one.throw(60);
  };
  for (const book of books) {
    const values = new Map<string, Scalar | undefined>();
    const plan = book.plan({
      fill: () => ({
        value: (element, period) => {
          const key = `${element} ${period}`;
          if (!values.has(key)) values.set(key, answer(element));
          return values.get(key);
        },
        submitted: 'да',
        submittedOn: '2025-06-01',
        submittedByPost: 'директор',
      }),
    });
    put(`inbox/${book.code}.xlsx`, await writeWorkbook(plan));
    const realm = await openRealm(bookOfPlan(plan));
    const found = review({ sheets: readByAddon(realm) }, { file: 'book' }, date);
    known.set(book.code, new Set(found.catalog.indicators.map((indicator) => indicator.code)));
    for (const { result } of figures(found)) {
      const { value, numerator, denominator, reason } = result;
      sheet.set(`${book.code} ${result.indicator} ${result.period}`, [
        ...[value, numerator, denominator].map(text),
        reason ?? '',
      ]);
    }
  }
  const ran = await say(dir, 'run', '--date', date);
  if (ran.code > 1) throw new Error(ran.log);
  const { out } = await say(dir, 'export', 'indicators', '--date', date);
  for (const row of records(out)) {
    const { level, unit, indicator, period, value, numerator, denominator, reason } = row;
    const isOwn = level === 'organisation' || (level === 'district' && isOfDistrict(indicator ?? ''));
    if (!isOwn || parsePeriod(period ?? '')?.schoolYear !== schoolYear) continue;
    night.set(`${unit} ${indicator} ${period}`, [value!, numerator!, denominator!, reason!]);
  }
}, 280_000);

/** All versions of the indicator that a concrete code names. */
function versionsOf(concrete: string): readonly Indicator[] {
  const base = new Definitions(workspace.catalog).anyOf(concrete)?.code;
  return workspace.catalog.indicators.filter(({ code }) => code === base);
}

/** Elements behind an indicator, and whether it asks for a verdict of the analysis. */
function behind(concrete: string, seen = new Set<string>()): { elements: string[]; asksFlag: boolean } {
  const found = { elements: [] as string[], asksFlag: false };
  if (seen.has(concrete)) return found;
  seen.add(concrete);
  for (const indicator of versionsOf(concrete)) {
    for (const side of [indicator.numerator, denominatorOf(indicator), indicator.scope]) {
      if (!side) continue;
      if (flagsOf(side).length > 0) found.asksFlag = true;
      if (side === indicator.scope) continue;
      for (const code of inputsOf(side)) {
        const read = elementRead(workspace.catalog, code);
        if (read) found.elements.push(read.element.code);
        else {
          const deeper = behind(code, seen);
          found.elements.push(...deeper.elements);
          found.asksFlag ||= deeper.asksFlag;
        }
      }
    }
  }
  return found;
}

/** Of inputs that the district itself gives, all of them. */
const isOfDistrict = (concrete: string): boolean => {
  const { elements } = behind(concrete);
  return (
    elements.length > 0 &&
    elements.every((code) => workspace.catalog.elements.get(code)?.level === 'district')
  );
};

describe('«Мои показатели» against the export of the night', () => {
  it('says the same of every figure that the workbook can give', () => {
    const differing = [...sheet]
      .filter(([key, shown]) => JSON.stringify(night.get(key)) !== JSON.stringify(shown))
      .map(([key, shown]) => `${key}: ${shown.join('|')}, by night ${night.get(key)?.join('|')}`);
    expect(differing).toEqual([]);
    // every reason that a workbook alone can lead to was met
    const reasons = new Set([...sheet.values()].map(([, , , reason]) => reason));
    expect([...reasons].sort()).toEqual(
      ['', 'no_base', 'no_data', 'not_applicable', 'not_reported', 'rejected', 'zero_denominator'].sort(),
    );
    expect([...sheet.values()].filter(([value]) => value !== '').length).toBeGreaterThan(300);
    const kinds = new Set(
      [...sheet.keys()].flatMap((key) => versionsOf(key.split(' ')[1]!).map((i) => i.kind)),
    );
    expect([...kinds]).toEqual(expect.arrayContaining(['share', 'count', 'presence', 'mean', 'change']));
    const frequencies = new Set([...sheet.keys()].map((key) => parsePeriod(key.split(' ')[2]!)?.frequency));
    expect([...frequencies]).toEqual(
      expect.arrayContaining(['school_year', 'stage', 'month', 'school_quarter']),
    );
  });

  it('lacks nothing but what leans on official results or on the analysis', () => {
    const official = new Set(workspace.catalog.official.map(({ element }) => element));
    const lacking = [...night.keys()].filter((key) => !sheet.has(key));
    const unexplained = lacking.filter((key) => {
      const { elements, asksFlag } = behind(key.split(' ')[1]!);
      return !asksFlag && !elements.some((code) => official.has(code));
    });
    expect(unexplained).toEqual([]);
    expect(lacking.length).toBeGreaterThan(0);
  });
});
