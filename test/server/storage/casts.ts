import { randomBytes, randomUUID } from 'node:crypto';
import type { Choice } from '../../../src/model/choice.js';
import type { Rules } from '../../../src/model/election.js';
import { marksOf } from '../../../src/model/choice.js';
import type { Tally } from '../../../src/model/tally.js';
import type { Cast, Storage, StoredBallot } from '../../../src/server/storage/storage.js';
import { anElection, CLOSES, OPENS } from '../support/backend.js';

/** A new election of its own, so that tests can share a database. */
export async function putNewElection(storage: Storage, rules: Partial<Rules> = {}): Promise<string> {
  const id = newId();
  await storage.putElection({ election: anElection(id, rules), origins: ['https://brand.test'] });
  return id;
}

export const newId = (): string => `e-${randomUUID()}`;

export const vote = (candidate: string): Choice => ({ method: 'plurality', candidate });
export const approve = (...candidates: string[]): Choice => ({ method: 'approval', candidates });

/** A voter of one's own, with a key of one's own, unless said otherwise. */
export function aCast(election: string, given: Partial<Cast> = {}): Cast {
  return {
    election,
    voter: randomBytes(16).toString('base64url'),
    key: randomUUID(),
    ballot: randomBytes(16).toString('base64url'),
    choice: vote('amina'),
    tier: 'device',
    revote: true,
    opens: OPENS,
    closes: CLOSES,
    ...given,
  };
}

export const many = (count: number, election: string, given: Partial<Cast> = {}): Cast[] =>
  Array.from({ length: count }, () => aCast(election, given));

export const castAll = (storage: Storage, casts: readonly Cast[]) =>
  Promise.all(casts.map((cast) => storage.cast(cast)));

/** How often each kind of outcome came. */
export function kindsOf(outcomes: readonly { readonly kind: string }[]): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { kind } of outcomes) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

export async function allBallots(storage: Storage, election: string): Promise<StoredBallot[]> {
  const ballots: StoredBallot[] = [];
  for await (const ballot of storage.ballots(election)) ballots.push(ballot);
  return ballots;
}

/** Counted again from nothing but the ballots. */
export function recount(ballots: readonly StoredBallot[]): Tally {
  const replaced = new Set(ballots.map((ballot) => ballot.replaces));
  const counted = ballots.filter(({ sequence }) => !replaced.has(sequence));
  const counts: Record<string, number> = {};
  for (const { choice } of counted)
    for (const mark of marksOf(choice)) counts[mark] = (counts[mark] ?? 0) + 1;
  return { version: ballots.length, ballots: counted.length, counts };
}
