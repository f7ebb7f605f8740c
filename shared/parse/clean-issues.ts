import type { Issue } from '../issue/issue.ts';
import { detectPersonalData } from './personal-data.ts';

/**
 * Issues without personal data, wherever a reader may have quoted some: the last gate before they are stored, logged
 * or shown. Places keep their file, whose name is clean already.
 */
export function cleanIssues(issues: readonly Issue[]): readonly Issue[] {
  const known = new Map<string, boolean>();
  const isClean = (text: string): boolean => {
    const told = known.get(text);
    if (told !== undefined) return told;
    const clean = detectPersonalData(text) === undefined;
    known.set(text, clean);
    return clean;
  };
  return issues.map((issue) => {
    const { raw, organisation, element, period, params } = issue;
    const texts = [raw, organisation, element, period, ...Object.values(params ?? {})];
    if (texts.every((text) => typeof text !== 'string' || isClean(text))) return issue;
    const clean = { ...issue };
    for (const name of ['raw', 'organisation', 'element', 'period'] as const) {
      if (clean[name] !== undefined && !isClean(clean[name])) delete clean[name];
    }
    if (params === undefined) return clean;
    const kept = Object.entries(params).filter(([, value]) => typeof value !== 'string' || isClean(value));
    return { ...clean, params: Object.fromEntries(kept) };
  });
}
