import type { Ballot } from '../../model/ballot.js';
import type { Choice } from '../../model/choice.js';
import type { Calendar, Election, Id, Rules } from '../../model/election.js';
import type { Adapter } from '../adapter.js';

export const HOURS = 3_600_000;

const from = (hours: number) => new Date(Date.now() + hours * HOURS).toISOString();

/** Voting has been open for an hour, and closes in one. */
const open = (): Calendar => ({ voting: from(-1), counting: from(1), timeZone: 'Europe/Paris' });
/** Voting opens in an hour, for two. */
const early = (): Calendar => ({
  campaign: from(-1),
  voting: from(1),
  counting: from(3),
  timeZone: 'Europe/Paris',
});

/** An election of three candidates; the id of one is a name that every object has. */
export function electionOf(
  id: Id,
  rules: Partial<Rules> = {},
  calendar: 'open' | 'early' = 'open',
): Election {
  return {
    id,
    lang: 'en',
    title: `Election ${id}`,
    brand: { id: 'brand', name: 'Brand' },
    calendar: calendar === 'open' ? open() : early(),
    rules: {
      method: { kind: 'plurality' },
      visibility: 'always',
      revote: true,
      confirm: false,
      quorum: 0,
      identity: 'device',
      ...rules,
    },
    candidates: [
      { id: 'ada', name: 'Ada' },
      { id: 'ben', name: 'Ben' },
      { id: 'constructor', name: 'Constance Ructor' },
    ],
  };
}

export const forOne = (candidate: Id): Choice => ({ method: 'plurality', candidate });
export const forSeveral = (...candidates: Id[]): Choice => ({ method: 'approval', candidates });

export const ballotFor = (election: Id, choice: Choice): Ballot => ({
  election,
  choice,
  key: crypto.randomUUID(),
});

/** Casts a new ballot for one candidate. */
export const vote = (adapter: Adapter, election: Id, candidate: Id) =>
  adapter.cast(ballotFor(election, forOne(candidate)));
