import { type PrintedDate, readDates, wholeYear } from './read-dates.ts';
import type { NoDate, Schedule, Stretch, Term } from './schedule.ts';

/** Words that say how often; each is cut out of the text before its dates are read. */
interface Phrases {
  rest: string;
  annual: boolean;
  halfYearly: boolean;
  quarterly: boolean;
  monthly: boolean;
  withinYear: boolean;
  wholePeriod: boolean;
  permanent: boolean;
  asNeeded: boolean;
  schoolYear: boolean;
  afterSchoolYear: boolean;
  /** Of the following year. */
  later: boolean;
  /** «один раз в N лет». */
  every?: number;
  /** «с 2021 года». */
  from?: number;
  /** «2022–2025 учебный год». */
  schoolYears?: readonly [number, number];
  leansOn?: string;
}

const numbers: Readonly<Record<string, number>> = { два: 2, три: 3, четыре: 4, пять: 5 };

/** The words around one deadline, from the longest to the shortest, so that none eats a part of another. */
function cut(text: string): Phrases {
  const p: Phrases = {
    rest: text
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/\s+/g, ' ')
      .replace(/не позднее /gi, 'до ')
      .trim(),
    annual: false,
    halfYearly: false,
    quarterly: false,
    monthly: false,
    withinYear: false,
    wholePeriod: false,
    permanent: false,
    asNeeded: false,
    schoolYear: false,
    afterSchoolYear: false,
    later: false,
  };
  const take = (pattern: RegExp, found: (match: RegExpExecArray) => void = () => undefined): boolean => {
    const match = pattern.exec(p.rest);
    if (!match) return false;
    found(match);
    p.rest = `${p.rest.slice(0, match.index)} , ${p.rest.slice(match.index + match[0].length)}`;
    return true;
  };
  p.later = take(/года,? следующего за отч[её]тным/i);
  take(/(?:далее )?(?:1|один) раз в (\d|два|три|четыре|пять) (?:года|лет)/i, ([, n = '']) => {
    p.every = numbers[n.toLowerCase()] ?? Number(n);
  });
  take(/для каждой (?:оо|образовательной организации|организации|школы)/i);
  take(
    /(?:в течени[еи] |на )?(\d{4}) ?[-/] ?(\d{4}|\d\d) (?:учебн(?:ого|ый|ых)|уч\.) ?(?:года?|лет|г\.)/i,
    ([, a = '', b = '']) => {
      p.schoolYears = [Number(a), Number(b.length === 2 ? a.slice(0, 2) + b : b)];
    },
  );
  p.schoolYear = take(/в течени[еи] (?:всего )?учебного года/i);
  p.afterSchoolYear = take(/по итогам учебного года/i);
  p.wholePeriod = take(
    /(?:в течени[еи]|на протяжении) (?:всего |указанного )?(?:периода|срока)(?: реализации)?/i,
  );
  p.withinYear = take(/в течени[еи] (?:всего )?(?:календарного )?года/i);
  take(/в течени[еи] (?=\d{4})/i);
  p.halfYearly = take(/(?:1 |один )?раз в полугодие/i);
  p.quarterly = take(/ежеквартально|(?:1|один) раз в квартал/i);
  p.monthly = take(/ежемесячно|(?:1|один) раз в месяц/i);
  take(
    /(?:в соответствии с|согласно|по) (?:[^,;()]*? )?(?:график|план|дорожн)[а-я-]*[^,;()]*/i,
    ([phrase]) => {
      p.leansOn = phrase.replace(/^(?:в соответствии с|согласно|по) /i, '').trim();
    },
  );
  take(/с (\d{4})(?: ?г\.| года?)?/i, ([, year]) => {
    p.from = Number(year);
  });
  p.annual = take(/(?:далее |обновление )?(?:ежегодно|каждый год)/i);
  p.permanent = take(/(?:далее )?(?:постоянно|на постоянной основе|непрерывно)/i);
  p.asNeeded = take(
    /по (?:мере )?(?:потребности|необходимости|запрос(?:у|ам)|поступления|требовани(?:ю|ям))/i,
  );
  take(/в период [^,;()\d]*/i, ([phrase]) => {
    p.leansOn ??= phrase.trim();
  });
  let results: string | undefined;
  take(
    /по (?:итогам|результатам) [^,;()\d]*?(?=$|[,;()]|\d{4}|январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр)/i,
    ([phrase]) => {
      results = phrase.replace(/^по /i, '').trim();
    },
  );
  // a dash beside a cut phrase joins nothing any more
  p.rest = p.rest.replace(/,\s*-|-\s*,/g, ' , ').replace(/^[\s,.-]+|[\s,.-]+$/g, '');
  // «по итогам ЕГЭ, июль» has its date; where nothing else is printed, the results are what one waits for
  if (p.rest === '') p.leansOn ??= results;
  return p;
}

const monthsOwed = [1, 2, 3, 4, 5, 6, 9, 10, 11, 12];

/** The stretches of a year that «ежемесячно» and the like ask for; nothing is owed in July and August (domain §4). */
function stretchesOf(p: Phrases): Stretch[] {
  if (p.monthly) return monthsOwed.map((month) => ({ from: month, to: month }));
  if (p.halfYearly) return [1, 7].map((from) => ({ from, to: from + 5 }));
  if (p.quarterly) return [1, 4, 7, 10].map((from) => ({ from, to: from + 2 }));
  if (p.schoolYear) return [{ from: 9, to: 8 }];
  if (p.afterSchoolYear) return [{ from: 6, to: 8 }];
  return [wholeYear];
}

const none = (reason: NoDate): Schedule => ({ terms: [], reason });

/** Terms of one printed date, with the words around it. */
function termsOf(date: PrintedDate, p: Phrases): Term[] {
  const isRepeated = p.annual || p.later || p.every !== undefined;
  const recurs =
    isRepeated ||
    p.monthly ||
    p.quarterly ||
    p.halfYearly ||
    p.withinYear ||
    p.schoolYear ||
    p.afterSchoolYear;
  const own = date.stretch && (p.later ? { ...date.stretch, later: 1 } : date.stretch);
  const stretches = own ? [own] : stretchesOf(p);
  const step = p.every ?? 1;
  if (date.year === undefined) {
    return stretches.map((stretch) => ({
      type: 'each',
      stretch,
      step,
      ...(p.from !== undefined && { first: p.from }),
    }));
  }
  const { year, lastYear, endYear } = date;
  if (endYear !== undefined) return stretches.map((stretch) => ({ type: 'once', stretch, year, endYear }));
  if (lastYear !== undefined) {
    if (!own && !recurs) return [{ type: 'once', stretch: wholeYear, year, endYear: lastYear }];
    return stretches.map((stretch) => ({ type: 'each', stretch, step, first: year, last: lastYear }));
  }
  if (isRepeated) return stretches.map((stretch) => ({ type: 'each', stretch, step, first: year }));
  return stretches.map((stretch) => ({ type: 'once', stretch, year }));
}

/**
 * What a printed deadline means (domain §4). Recurring words stand without years and are unrolled by `dueDates` over
 * the window of the roadmap. A text of which any word stays unread is `not_understood`: it is never guessed.
 */
export function parseDeadline(text: string): Schedule {
  if (/^[\s.,;–—-]*$/.test(text)) return none('no_deadline');
  const p = cut(text);
  const dates = readDates(p.rest.toLowerCase());
  if (dates === undefined) return none('not_understood');
  const leans = p.leansOn === undefined ? {} : { leansOn: p.leansOn };
  const terms: Term[] = [];
  if (p.schoolYears) {
    const [year, last] = p.schoolYears;
    terms.push({ type: 'once', stretch: { from: 9, to: 8 }, year, endYear: last });
  }
  if (p.wholePeriod) terms.push({ type: 'whole' });
  if (dates.length > 0) terms.push(...dates.flatMap((date) => termsOf(date, p)));
  else if (p.every !== undefined) terms.push({ type: 'round', years: p.every });
  else if (
    p.annual ||
    p.withinYear ||
    p.halfYearly ||
    p.quarterly ||
    p.monthly ||
    p.from !== undefined ||
    ((p.schoolYear || p.afterSchoolYear) && terms.length === 0)
  )
    terms.push(...termsOf({}, p));
  if (terms.length > 0) return { terms, ...leans };
  if (p.leansOn !== undefined) return { ...none('waits_for_schedule'), ...leans };
  if (p.permanent) return none('permanent');
  return none(p.asNeeded ? 'as_needed' : 'not_understood');
}
