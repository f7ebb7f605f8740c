export interface ReminderState {
  /** A letter comes before due dates to the person who asks. */
  readonly isOn: boolean;
}

export type SwitchAnswer =
  | { readonly kind: 'on' | 'off' }
  /** Google allows a person no more triggers. */
  | { readonly kind: 'tooMany' };

export interface ReminderCalls {
  reminderState(): ReminderState;
  switchReminder(isOn: boolean): SwitchAnswer;
}
