import { hasPersonalEmail } from './personal-email.ts';
import { hasBirthDate, hasFullName } from './personal-names.ts';
import { hasDocument, hasPhone, hasSnils } from './personal-numbers.ts';
import { plainSpaces } from './spaces.ts';

export const personalDataKinds = ['snils', 'email', 'document', 'phone', 'birth_date', 'full_name'] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

const detectors: Readonly<Record<PersonalDataKind, (text: string) => boolean>> = {
  snils: hasSnils,
  email: hasPersonalEmail,
  document: hasDocument,
  phone: hasPhone,
  birth_date: hasBirthDate,
  full_name: hasFullName,
};

/**
 * Finds what a form of aggregates must not hold (152-ФЗ; domain §12) and tells its kind, never its text.
 * Names inside titles («СОШ им. …»), ИНН, order numbers and office mailboxes pass. The first kind of the list counts.
 */
export function detectPersonalData(text: string): PersonalDataKind | undefined {
  if (text.length < 5) return undefined;
  const plain = plainSpaces(text);
  return personalDataKinds.find((kind) => detectors[kind](plain));
}
