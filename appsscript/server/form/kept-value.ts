import { literal } from '../sheet/literal.ts';
import { cellScalar } from '../sheet/scalar.ts';

/**
 * What `setValues` takes to leave a cell as it is, by the value that `getValues` gave of it; undefined where no value
 * does: errors, images, and times of day, of which a Date keeps no more than Sheets hands over.
 */
export function keptValue(
  value: unknown,
  isDay: (date: Date) => boolean,
): string | number | boolean | Date | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    if (cellScalar(value, '', () => '').type === 'error') return undefined;
    return literal(value);
  }
  return Object.prototype.toString.call(value) === '[object Date]' && isDay(value as Date)
    ? (value as Date)
    : undefined;
}
