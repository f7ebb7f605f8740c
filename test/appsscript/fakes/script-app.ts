import { NotImitated, strict } from './strict.ts';

/** Triggers a person may have in one script. */
const mostTriggers = 20;

export interface FakeTrigger {
  readonly handler: string;
  readonly hour: number;
}

/** ScriptApp: triggers of the person at work and what that person has allowed. */
export function scriptApp() {
  const state = { triggers: [] as FakeTrigger[], status: 'NOT_REQUIRED', others: 0 };
  const objects = new Map<object, FakeTrigger>();
  const shown = (trigger: FakeTrigger): object => {
    const object = strict('Trigger', { getHandlerFunction: () => trigger.handler });
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
        if (state.triggers.length + state.others >= mostTriggers)
          throw new Error(
            'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
          );
        const trigger = { handler, hour };
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
    getUserTriggers: () => state.triggers.map(shown),
    deleteTrigger: (object: object) => {
      const trigger = objects.get(object);
      if (!trigger) throw new Error('Trigger not found');
      state.triggers.splice(state.triggers.indexOf(trigger), 1);
    },
  });
  return { service, state };
}
