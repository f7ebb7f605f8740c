import type { Place } from '../issue/issue.ts';

/** Results of one organisation in one assessment procedure: counts of people, never people. */
export interface AssessmentResult {
  readonly schoolYear: string;
  /** Normalised codes (`vpr`, `ru`), or the transliterated slug of an unknown word. */
  readonly procedure: string;
  readonly subject: string;
  readonly grade: string;
  /** As written; empty = the main period. */
  readonly stage: string;
  readonly district: string;
  readonly organisation: string;
  readonly participants: number;
  readonly mark2: number;
  readonly mark3: number;
  readonly mark4: number;
  readonly mark5: number;
  readonly belowMin?: number;
  readonly high?: number;
  readonly meanScore?: number;
  readonly journalLower?: number;
  readonly journalSame?: number;
  readonly journalHigher?: number;
  readonly observers?: number;
  readonly place: Place;
}

/** A published marker of objectivity: a request to check, never an accusation. */
export interface ObjectivityMarker {
  readonly schoolYear: string;
  /** Empty until found in the register by login, else by name. */
  readonly organisation: string;
  /** How the list itself names the organisation; empty where it has no such column. */
  readonly municipality?: string;
  readonly login?: string;
  readonly name?: string;
  /** Works that carry a marker: `ru.g4`. */
  readonly works: readonly string[];
  readonly place: Place;
}
