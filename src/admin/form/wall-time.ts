/**
 * Instants as a clock on a wall of the election's zone shows them: what `<input type="datetime-local">` takes.
 * A wall that is asked for an hour that a change of clocks leaves out gives the hour after it.
 */
import type { Instant } from '../../model/election.js';

/** `2026-11-30T20:00`, or empty. */
export type WallTime = string;

const MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for a zone that is none */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format)
    formats.set(
      timeZone,
      (format = new Intl.DateTimeFormat('en-CA', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
      })),
    );
  return format;
}

/** Milliseconds that the zone is ahead of UTC at an instant, to the minute. */
function offsetAt(at: number, timeZone: string): number {
  // By their names: engines do not agree on their order.
  const parts = formatOf(timeZone).formatToParts(at);
  const part = (name: Intl.DateTimeFormatPartTypes) => Number(parts.find(({ type }) => type === name)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return wall - Math.floor(at / MINUTE) * MINUTE;
}

export const isZone = (timeZone: string): boolean => {
  try {
    return /^[A-Z]/i.test(timeZone) && formatOf(timeZone) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** What the wall shows at an instant; empty where there is none. */
export function wallTimeOf(instant: Instant | undefined, timeZone: string): WallTime {
  const at = Date.parse(instant ?? '');
  if (Number.isNaN(at) || !isZone(timeZone)) return '';
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16);
}

/** The instant at which the wall shows it, with that day's offset; empty where nothing is shown. */
export function instantOf(wall: WallTime, timeZone: string): Instant | '' {
  const shown = Date.parse(`${wall}Z`);
  if (Number.isNaN(shown) || !isZone(timeZone)) return '';
  // The offset of a guess may be that of the other side of a change of clocks: asked twice, it is the right one.
  const guess = shown - offsetAt(shown, timeZone);
  const at = shown - offsetAt(guess, timeZone);
  const offset = offsetAt(at, timeZone);
  return new Date(at + offset).toISOString().slice(0, 19) + written(offset);
}

function written(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
