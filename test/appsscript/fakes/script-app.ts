import type { Book } from './book.ts';
import { NotImitated, strict } from './strict.ts';

/** Triggers a person may have in one script. */
const mostTriggers = 20;

export interface FakeTrigger {
  readonly id: string;
  readonly handler: string;
  readonly hour: number;
  /** Spreadsheet in which it was made, and who made it: they see it, nobody else does. */
  readonly book: string;
  readonly person: string;
}

/**
 * ScriptApp of an editor add-on: triggers of the person at work and what that person has allowed. One trigger of a type per
 * person and document. `listsClock`: Google's reference does not say whether `getUserTriggers` of a spreadsheet lists
 * those of the clock.
 */
export function scriptApp(book: Pick<Book, 'id' | 'person'>) {
  const state = { triggers: [] as FakeTrigger[], status: 'NOT_REQUIRED', others: 0, listsClock: true };
  const objects = new Map<object, FakeTrigger>();
  const own = (): FakeTrigger[] => state.triggers.filter(({ person }) => person === book.person);
  const here = (): FakeTrigger[] => own().filter((trigger) => trigger.book === book.id);
  const shown = (trigger: FakeTrigger): object => {
    const object = strict('Trigger', {
      getHandlerFunction: () => trigger.handler,
      getUniqueId: () => trigger.id,
    });
    objects.set(object, trigger);
    return object;
  };
  const builder = (handler: string): object => {
    let days = 0;
    let hour = -1;
    const clock: object = strict('ClockTriggerBuilder', {
      everyDays: (n: number) => {
        days = n;
        return clock;
      },
      atHour: (n: number) => {
        hour = n;
        return clock;
      },
      create: () => {
        if (days !== 1 || hour < 0) throw new NotImitated('a trigger that is no daily one');
        if (here().length > 0)
          throw new Error(
            'This add-on has created too many time-based triggers in this document for this Google user account.',
          );
        if (own().length + state.others >= mostTriggers)
          throw new Error(
            'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
          );
        const id = `trigger-${state.triggers.length + 1}`;
        const trigger = { id, handler, hour, book: book.id, person: book.person };
        state.triggers.push(trigger);
        return shown(trigger);
      },
    });
    return strict('TriggerBuilder', { timeBased: () => clock });
  };
  const service = strict('ScriptApp', {
    AuthMode: { NONE: 'NONE', LIMITED: 'LIMITED', FULL: 'FULL', CUSTOM_FUNCTION: 'CUSTOM_FUNCTION' },
    AuthorizationStatus: { REQUIRED: 'REQUIRED', NOT_REQUIRED: 'NOT_REQUIRED' },
    getAuthorizationInfo: (mode: string) => {
      if (mode !== 'FULL') throw new NotImitated(`getAuthorizationInfo ${mode}`);
      return strict('AuthorizationInfo', { getAuthorizationStatus: () => state.status });
    },
    newTrigger: builder,
    getUserTriggers: () => (state.listsClock ? here() : []).map(shown),
    getProjectTriggers: () => own().map(shown),
    deleteTrigger: (object: object) => {
      const trigger = objects.get(object);
      if (!trigger || !state.triggers.includes(trigger)) throw new Error('Trigger not found');
      state.triggers.splice(state.triggers.indexOf(trigger), 1);
    },
  });
  return { service, state };
}
