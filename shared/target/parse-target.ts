import type { Target, TargetPart } from './target.ts';

const number = (text: string): number => Number(text.replace(',', '.'));

/** Every match of a global pattern. */
function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const own = new RegExp(pattern.source, pattern.flags);
  for (let match = own.exec(text); match; match = own.exec(text)) found.push(match);
  return found;
}

const trajectoryStep = /(20\d\d)(?:\s*(?:г\.?|год))?\s*[-–—]\s*(\d+(?:,\d+)?)\s*%/g;

/** «2020- 20%, 2021- 35%, 2022 – 50%». */
function trajectoryOf(text: string): TargetPart | undefined {
  const byYear = new Map<number, number>();
  for (const [, year, percent] of matchesOf(trajectoryStep, text)) byYear.set(Number(year), number(percent!));
  return byYear.size > 0 ? { type: 'trajectory', byYear } : undefined;
}

const least =
  /не\s+менее\s+(\d+(?:,\d+)?)(?:\s*[-–—]\s*(?:х|ти|и)(?![а-я])|\s*[-–—]\s*\d+)?\s*(%|процент)?/gi;
const yearly = /^[^.;]*?(?:в\s+год|ежегодно)/i;

/** Every «не менее N» of the text, with its unit and whether it is asked of each year. */
function boundsOf(text: string): TargetPart[] {
  return matchesOf(least, text).map((match): TargetPart => {
    const after = text.slice(match.index + match[0].length);
    const end = after.search(/не\s+менее/i);
    const perYear = yearly.test(end < 0 ? after : after.slice(0, end));
    return { type: match[2] === undefined ? 'count' : 'share', least: number(match[1]!), perYear };
  });
}

const growth =
  /(увеличени|рост|повышени|снижени|уменьшени|сокращени)[ея]\s+(?:дол|числ|количеств|процент|показател)/i;

/** What a sentence without a number asks for. */
function plainPart(sentence: string): TargetPart {
  const grown = growth.exec(sentence);
  if (grown) return { type: 'growth', up: /^(?:увел|рост|повы)/i.test(grown[1]!) };
  if (/^участие(?![а-яё])/i.test(sentence)) return { type: 'participation' };
  if (/^(?:исполнение|выполнение|реализация)\s/i.test(sentence)) return { type: 'execution' };
  if (/^(?:доля|количество|число|процент)(?![а-яё])/i.test(sentence)) return { type: 'figure' };
  return { type: 'document' };
}

/** Sentences of a cell: a full stop or semicolon followed by a capital letter, or by the end. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/[.;](?=\s+[А-ЯЁ])/)
    .map((part) => part.replace(/^[\s–—-]+|[\s.;]+$/g, ''))
    .filter((part) => part !== '');

function partsOf(sentence: string): TargetPart[] {
  const trajectory = trajectoryOf(sentence);
  if (trajectory) return [trajectory];
  const bounds = boundsOf(sentence);
  if (bounds.length === 0) return [plainPart(sentence)];
  const isDocumentToo = /^наличие(?![а-яё])/i.test(sentence);
  return isDocumentToo ? [{ type: 'document' }, ...bounds] : bounds;
}

/** Reads the printed target of an activity (domain §5); equal parts of one cell count once. */
export function parseTarget(text: string): Target {
  const parts: TargetPart[] = [];
  const seen = new Set<string>();
  for (const sentence of sentencesOf(text.replace(/\s+/g, ' ').trim())) {
    for (const part of partsOf(sentence)) {
      const key = part.type === 'document' ? part.type : JSON.stringify(part) + parts.length;
      if (seen.has(key)) continue;
      seen.add(key);
      parts.push(part);
    }
  }
  return parts;
}
