import type { ClockReading } from '../../model/clock.js';
import type { Id } from '../../model/election.js';
import type { Tally } from '../../model/tally.js';
import { EVENTS, frameId } from '../../protocol/routes.js';

const encoder = new TextEncoder();
const event = (name: string, data: string, id?: string): Uint8Array =>
  encoder.encode(`event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${data}\n\n`);

/** The results of an election as they are sent, but for the clock, which is read when they are. */
export interface PreparedResults {
  readonly id: string;
  readonly json: string;
}

export const prepareResults = (election: Id, tally: Tally): PreparedResults => ({
  id: frameId(election, tally.version),
  json: `"election":${JSON.stringify(election)},"results":${shownResults(tally)}`,
});

/** Results that are not hidden, as they are sent. */
export const shownResults = ({ version, ballots, counts }: Tally): string =>
  JSON.stringify({ hidden: false, version, ballots, counts });

export const resultsEvent = ({ id, json }: PreparedResults, clock: ClockReading): Uint8Array =>
  event(EVENTS.results, `{${json},"clock":${JSON.stringify(clock)}}`, id);

export const clockEvent = (clock: ClockReading): Uint8Array => event(EVENTS.clock, JSON.stringify(clock));

export const electionEvent = (election: Id): Uint8Array =>
  event(EVENTS.election, JSON.stringify({ election }));

/** How long a browser waits before it connects again by itself, in milliseconds. */
export const retryHint = (wait: number): Uint8Array => encoder.encode(`retry: ${Math.round(wait)}\n\n`);
