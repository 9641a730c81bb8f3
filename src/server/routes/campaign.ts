import { entryOf, seatOf } from '../../model/campaign.js';
import type { ClockReading } from '../../model/clock.js';
import type { Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import type { Tally } from '../../model/tally.js';
import { accessOf, readable } from '../access.js';
import { answer, publicFor } from '../answer.js';
import { ownOrigin, type Call, type Handler, type Services } from '../call.js';
import { publicAddresses } from '../public-addresses.js';
import type { StoredElection } from '../storage/storage.js';
import type { Topics } from '../storage/topics.js';

const NONE: Tally = { version: 0, ballots: 0, counts: {} };

/**
 * All elections that the asking page may speak to, with what everyone may see of them. What is hidden is decided at an
 * instant before the tallies are read, as `results.ts` does it.
 */
export const showCampaign: Handler = async (services, call) => {
  const clock = readingOf(services);
  const { stored, tallies } = await shownTo(services, call);
  const entries = stored.map(({ election }) =>
    entryOf(election, tallies.get(election.id) ?? NONE, clock.now),
  );
  return answerAll(services, call, { clock, entries });
};

export const showAssembly: Handler = async (services, call) => {
  const clock = readingOf(services);
  const { stored, tallies, topics } = await shownTo(services, call);
  const mandates = await topics.mandate.all();
  const seats = stored.flatMap(
    ({ election }) =>
      seatOf(election, tallies.get(election.id) ?? NONE, mandates.get(election.id), clock.now) ?? [],
  );
  return answerAll(services, call, { clock, seats });
};

const readingOf = ({ clock }: Services): ClockReading => ({ now: clock.now(), rate: clock.rate });

interface Shown {
  readonly stored: readonly StoredElection[];
  readonly tallies: ReadonlyMap<Id, Tally>;
  readonly topics: Topics;
}

async function shownTo(services: Services, call: Call): Promise<Shown> {
  call.cors = readable(call.origin);
  const { storage } = services;
  const { topics } = storage;
  if (!topics) throw new ElectionError('unsupported');
  const own = ownOrigin(services, call);
  const [stored, tallies] = await Promise.all([storage.elections(), topics.campaign.tallies()]);
  return {
    stored: stored.filter(({ origins }) => accessOf(call.origin, own, origins).allowed),
    tallies,
    topics,
  };
}

const answerAll = (services: Services, call: Call, body: object): Response =>
  answer(services, call, JSON.stringify(body, publicAddresses(services.publicOrigin)), {
    headers: { 'Cache-Control': publicFor(services.clock) },
  });
