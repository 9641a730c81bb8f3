import type { ClockReading } from '../../model/clock.js';
import type { Id } from '../../model/election.js';
import type { Tally } from '../../model/tally.js';
import { EVENTS, frameId } from '../../protocol/live-routes.js';

const encoder = new TextEncoder();
const event = (name: string, data: string, id?: string): Uint8Array =>
  encoder.encode(`event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${data}\n\n`);

/** The results of an election as they are sent, to whomever. */
export interface PreparedResults {
  readonly id: string;
  /** Of the tally. */
  readonly version: number;
  readonly bytes: Uint8Array;
}

/**
 * @param tag changes with the election
 * @param clock an instant before which all that was committed is in the tally
 */
export function prepareResults(
  election: Id,
  tag: string,
  tally: Tally,
  clock: ClockReading,
): PreparedResults {
  const id = frameId(election, tally.version, tag);
  const data = `{"election":${JSON.stringify(election)},"results":${shownResults(tally)},"clock":${JSON.stringify(clock)}}`;
  return { id, version: tally.version, bytes: event(EVENTS.results, data, id) };
}

/** Results that are not hidden, as they are sent. */
export const shownResults = ({ version, ballots, counts }: Tally): string =>
  JSON.stringify({ hidden: false, version, ballots, counts });

export const clockEvent = (clock: ClockReading): Uint8Array => event(EVENTS.clock, JSON.stringify(clock));

export const electionEvent = (election: Id): Uint8Array =>
  event(EVENTS.election, JSON.stringify({ election }));

/** How long a browser waits before it connects again by itself, in milliseconds. */
export const retryHint = (wait: number): Uint8Array => encoder.encode(`retry: ${Math.round(wait)}\n\n`);
