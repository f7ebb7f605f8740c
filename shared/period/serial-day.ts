import { type Day, dayOf } from './period.ts';

/** Last serial of spreadsheets: 9999-12-31. */
const lastSerial = 2_958_465;
/** Days from 1900-01-00 to 1904-01-00, the start of the date system of old Macs. */
const offset1904 = 1462;

/**
 * The day of a serial number of a spreadsheet, a time of day dropped: 45536 → `2024-09-01`. Undefined outside
 * 1900-01-01–9999-12-31 and for serial 60, the 29.02.1900 that Excel counts and the calendar does not have.
 * Civil-calendar arithmetic with years that begin in March, so that the leap day comes last.
 */
export function serialDay(serial: number, system1904 = false): Day | undefined {
  const whole = Math.floor(serial) + (system1904 ? offset1904 : 0);
  if (!(whole >= 1 && whole <= lastSerial) || whole === 60) return undefined;
  // days since 0000-03-01; before March 1900 Excel is one day behind
  const days = whole + 693_899 + (whole < 60 ? 1 : 0);
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return dayOf(year, month, day);
}
