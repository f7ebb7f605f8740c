import { hasHomeAddress } from './personal-address.ts';
import { hasBirthDate } from './personal-birth.ts';
import { hasPersonalEmail } from './personal-email.ts';
import { hasFullName } from './personal-names.ts';
import { hasControlSum, hasDocument, hasPhone, hasSnils } from './personal-numbers.ts';
import { personalText } from './personal-text.ts';

export const personalDataKinds = [
  'snils',
  'email',
  'document',
  'phone',
  'birth_date',
  'full_name',
  'address',
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

const detectors: Readonly<Record<PersonalDataKind, (text: string) => boolean>> = {
  snils: hasSnils,
  email: hasPersonalEmail,
  document: hasDocument,
  phone: hasPhone,
  birth_date: hasBirthDate,
  full_name: hasFullName,
  address: hasHomeAddress,
};

/** Codes and periods, the most of what is looked at: Latin letters and few digits. */
const code = /^[A-Za-z0-9_.:/|-]*$/;
const telling = /\d(?:\D{0,3}\d){8}|ovna|evna|vich|ichna/i;

/**
 * Finds what a form of aggregates must not hold (152-ФЗ; domain §12) and tells its kind, never its text.
 * Names inside titles («СОШ им. …»), ИНН, order numbers and office mailboxes pass. The first kind of the list counts.
 */
export function detectPersonalData(text: string): PersonalDataKind | undefined {
  if (text.length < 5 || (code.test(text) && !telling.test(text))) return undefined;
  const plain = personalText(text);
  return personalDataKinds.find((kind) => detectors[kind](plain));
}

/**
 * The same for what stands where a name of an organisation, a place or an event belongs: a person's name inside it is
 * part of the title, unless it is all there is.
 */
export function detectInTitle(title: string): PersonalDataKind | undefined {
  const kind = detectPersonalData(title);
  if (kind !== 'full_name') return kind;
  const words = personalText(title)
    .split(/[ .,]+/)
    .filter((word) => word !== '');
  return words.length <= 4 ? kind : undefined;
}

/**
 * The same for a number typed where a count belongs: ten or eleven digits that are a phone or a СНИЛС, whose leading
 * zero a spreadsheet drops. Other large numbers (money) pass.
 */
export function detectInNumber(value: number): PersonalDataKind | undefined {
  if (!Number.isInteger(value) || value < 1e9 || value >= 1e11) return undefined;
  const digits = String(value);
  if (digits.length === 10)
    return digits.startsWith('9') ? 'phone' : hasControlSum(`0${digits}`) ? 'snils' : undefined;
  return hasSnils(digits) ? 'snils' : hasPhone(digits) ? 'phone' : undefined;
}
