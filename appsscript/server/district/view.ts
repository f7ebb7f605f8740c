import { readState } from '../../../shared/live-state/read-state.ts';
import type { OpenedDistrict } from '../../calls/district.ts';
import { lookAtDistrict } from './look.ts';

/** What the page «Район» shows. */
export function openDistrict(): OpenedDistrict {
  const open = lookAtDistrict();
  if ('kind' in open) return open;
  const { today, state, organisations } = open;
  const [night] = readState(state, 'night').values();
  return {
    kind: 'view',
    view: {
      today,
      night: night!,
      organisations,
      issues: [...readState(state, 'issue').values()],
      corrections: [...readState(state, 'correction').values()],
    },
  };
}
