/** Registers of templates/records.csv that the tracker is made of. */
export const trackerRegisters = {
  /** A fixed row per activity and due date. */
  activity: 'activity',
  /** Orders that move a deadline, drop an activity or close a roadmap. */
  amendment: 'amendment',
  /** The procedure calendar. */
  procedure: 'procedure',
} as const;
