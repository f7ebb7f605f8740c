import type { Day } from '../../shared/period/period.ts';

/** A moment as a wall clock shows it. */
export interface WallTime {
  readonly day: Day;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const dayMs = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    clocks.set(zone, clock);
  }
  return clock;
}

/** What a clock in the zone shows at an instant (milliseconds of UTC). */
export function wallTime(instant: number, zone: string): WallTime {
  const [, day, hour, minute, second] = /^(\S+) (\d+):(\d+):(\d+)$/.exec(clockOf(zone).format(instant))!;
  return { day: day!, hour: Number(hour), minute: Number(minute), second: Number(second) };
}

const asUtc = ({ day, hour, minute, second }: WallTime): number =>
  Date.parse(`${day}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1000;

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
export function zoneOffset(instant: number, zone: string): number {
  return asUtc(wallTime(instant, zone)) - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant at which clocks in the zone show a time: the first one where they show it twice. Where they never show it
 * (clocks put forward), the time is counted with the offset before the change: 02:30 becomes 03:30.
 */
export function instantOf(day: Day, hour: number, minute: number, zone: string): number {
  const wanted = asUtc({ day, hour, minute, second: 0 });
  const before = wanted - zoneOffset(wanted - dayMs, zone);
  const after = wanted - zoneOffset(wanted + dayMs, zone);
  const shown = [before, after].filter((at) => at + zoneOffset(at, zone) === wanted);
  return shown.length > 0 ? Math.min(...shown) : before;
}

/** `2026-11-23T03:00:00+03:00`: an instant as the zone's clocks show it. */
export function zonedText(instant: number, zone: string): string {
  const { day, hour, minute, second } = wallTime(instant, zone);
  const minutes = Math.round(zoneOffset(instant, zone) / 60_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const ahead = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
  return `${day}T${two(hour)}:${two(minute)}:${two(second)}${offset}`;
}
