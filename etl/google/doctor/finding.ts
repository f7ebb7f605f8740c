/** What the doctor found at one step; both texts Russian. */
export interface Finding {
  /** Name of the step, for programs: `google.folder`. */
  readonly check: string;
  readonly state: 'good' | 'bad' | 'advice';
  readonly text: string;
  readonly hint?: string;
}

export const good = (check: string, text: string): Finding => ({ check, state: 'good', text });
export const bad = (check: string, text: string, hint: string): Finding => ({
  check,
  state: 'bad',
  text,
  hint,
});
export const advice = (check: string, text: string, hint?: string): Finding => ({
  check,
  state: 'advice',
  text,
  ...(hint !== undefined && { hint }),
});
