import type { NamedEvidence } from '../../criteria/evidence.ts';
import type { CriterionStatus } from '../../criteria/mark.ts';
import type { LinkState } from '../../cycle/coverage.ts';
import type { Place } from '../../issue/issue.ts';
import type { StyleName } from '../../plan/plan.ts';
import { managementTexts as texts } from '../../texts/management.ts';
import { dayText } from '../../texts/summary.ts';
import { placeLink } from '../place-link.ts';
import { none, text } from './cells.ts';
import type { DraftCell } from './sheet-draft.ts';

export const statusStyles: Readonly<Record<CriterionStatus, StyleName>> = {
  met: 'good',
  partly: 'attention',
  not_met: 'bad',
  not_applicable: 'locked',
  no_data: 'unit',
};

const stateStyles: Readonly<Record<LinkState, StyleName>> = {
  yes: 'good',
  partly: 'attention',
  no: 'bad',
  unknown: 'unit',
};

/** A state in words; the colour only repeats them. */
export const stateCell = (state: LinkState): DraftCell => text(texts.states[state], stateStyles[state]);

/** A document with its date. */
export const documentText = ({ document, date }: NamedEvidence): string =>
  [document, date === undefined ? undefined : dayText(date)].filter((part) => part !== undefined).join(', ');

/** The address, or why there is none. `wanted`: an address is asked for here. */
export function linkCell({ link, badLink }: NamedEvidence, wanted: boolean): DraftCell {
  if (link !== undefined) return { value: link, style: 'text', link: { url: link } };
  if (badLink) return text(texts.evidence.badLink, 'bad');
  return wanted ? text(texts.evidence.noLink, 'attention') : none();
}

/** A link of its own to the cell where something was entered. */
export function placeCell(place: Place | undefined, inbox: string): DraftCell {
  if (!place) return none();
  return { value: texts.open, style: 'unit', link: placeLink(place, inbox) };
}
