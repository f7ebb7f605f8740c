import type { Book, Protection, Tab } from './book.ts';
import { NotImitated, strict } from './strict.ts';

/** A User of Apps Script: nothing but a mailbox. */
export const userOf = (email: string): object => strict('User', { getEmail: () => email });

const mailbox = (user: unknown): string =>
  typeof user === 'string' ? user : (user as { getEmail(): string }).getEmail();

/** Adds a protected range as `Range.protect()` does: everybody who may edit the spreadsheet may edit it at first. */
export function protectRange(book: Book, tab: Tab, range: string): Protection {
  if (!book.mayProtect) throw new Error('You do not have permission to perform that action.');
  const protection: Protection = {
    description: '',
    range,
    unprotected: [],
    editors: [...new Set([...book.editors, book.person])],
    warningOnly: false,
  };
  tab.protections.push(protection);
  return protection;
}

/** A Protection of a range. `rangeAt` gives the Range as the script sees it. */
export function protectionOf(book: Book, tab: Tab, state: Protection, rangeAt: () => object): object {
  const guard = (): void => {
    if (!tab.protections.includes(state)) throw new Error('The protection does not exist any more.');
    if (!book.mayChange(state)) throw new Error('You do not have permission to edit this protection.');
  };
  // neither the owner nor the person at work can be taken away
  const kept = (email: string): boolean => email === book.owner || email === book.person;
  const self: object = strict('Protection', {
    getDescription: () => state.description,
    getRange: () => {
      if (state.range === undefined) throw new NotImitated('Protection.getRange of a whole tab');
      return rangeAt();
    },
    canEdit: () => book.mayChange(state),
    setDescription: (text: string) => {
      guard();
      state.description = text;
      return self;
    },
    getEditors: () => {
      guard();
      return state.editors.map(userOf);
    },
    addEditor: (user: unknown) => {
      guard();
      if (!state.editors.includes(mailbox(user))) state.editors.push(mailbox(user));
      return self;
    },
    addEditors: (emails: string[]) => {
      guard();
      for (const email of emails) {
        if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Error(`Invalid email: ${email}`);
        if (!state.editors.includes(email)) state.editors.push(email);
      }
      return self;
    },
    removeEditors: (users: unknown[]) => {
      guard();
      const gone = new Set(users.map(mailbox));
      state.editors = state.editors.filter((email) => kept(email) || !gone.has(email));
      return self;
    },
    canDomainEdit: () => state.domain === true,
    setDomainEdit: (allowed: boolean) => {
      guard();
      state.domain = allowed;
      return self;
    },
    isWarningOnly: () => state.warningOnly,
    setWarningOnly: (warning: boolean) => {
      guard();
      state.warningOnly = warning;
      // Google gives a warning no editors
      if (warning) state.editors = [...book.editors];
      return self;
    },
    remove: () => {
      guard();
      tab.protections.splice(tab.protections.indexOf(state), 1);
    },
  });
  return self;
}
