/** What is done with candidacies: by their people through the routes, by the brand through the admin's. */
import type { Candidate, Election, Id } from '../model/election.js';
import type { Candidacy } from '../model/candidacy.js';
import { ElectionError } from '../model/errors.js';
import { isFrom, phaseAt } from '../model/phase.js';
import type { Storage, StoredElection } from './storage/storage.js';
import type { Topics } from './storage/topics.js';

type Kept = Awaited<ReturnType<Topics['candidacies']['approve']>>;

/** What is needed for it, of the routes' services. */
export interface CandidacyServices {
  readonly storage: Storage;
  readonly clock: { now(): number };
}

/** More never stand in one election. */
const MOST = 2000;

/** @throws ElectionError `unsupported` where the storage keeps none */
export function candidaciesIn({ topics }: Storage): Topics['candidacies'] {
  if (!topics) throw new ElectionError('unsupported', { detail: 'candidacies' });
  return topics.candidacies;
}

/**
 * Makes a candidate of whoever is approved. Two moderators at once: one approves, the other is told.
 * @param by who of the brand
 * @param candidacies those that enter it into the trail, where there is one
 * @throws ElectionError `candidacy-closed` once voting has opened, `candidacy-unknown`, `candidacy-settled`,
 * `changed-meanwhile`, `election-unknown`
 */
export async function approveCandidacy(
  { storage, clock }: CandidacyServices,
  election: Id,
  { id, version, by }: { readonly id: string; readonly version: number; readonly by: string },
  candidacies = candidaciesIn(storage),
): Promise<Kept> {
  const stored = await storage.election(election);
  if (!stored) throw new ElectionError('election-unknown');
  if (isFrom(phaseAt(stored.election.calendar, clock.now()), 'voting'))
    throw new ElectionError('candidacy-closed');
  const taken = new Set([
    ...stored.election.candidates.map((candidate) => candidate.id),
    ...((await storage.log?.numbers(election)) ?? new Map<Id, number>()).keys(),
  ]);
  const approved = await candidacies.approve(election, id, version, by, [...taken]);
  await seatCandidates(storage, election);
  return approved;
}

/** @throws ElectionError `candidacy-unknown`, `candidacy-settled`, `changed-meanwhile` */
export const sendCandidacyBack = (
  { storage }: Pick<CandidacyServices, 'storage'>,
  election: Id,
  decided: { readonly id: string; readonly version: number; readonly by: string; readonly reason: string },
  candidacies = candidaciesIn(storage),
): Promise<Kept> => candidacies.sendBack(election, decided.id, decided.version, decided.by, decided.reason);

/**
 * By the person. Before voting opens the candidate is gone. After that, what was cast stays counted, nobody can cast
 * for them any more, and they can no longer be elected: the log says so.
 * @throws ElectionError `candidacy-closed` from the close on, `candidacy-unknown`, `changed-meanwhile`
 */
export async function withdrawCandidacy(
  { storage, clock }: CandidacyServices,
  election: Election,
  person: string,
  version: number,
): Promise<Kept> {
  if (isFrom(phaseAt(election.calendar, clock.now()), 'counting'))
    throw new ElectionError('candidacy-closed');
  const withdrawn = await candidaciesIn(storage).withdraw(election.id, person, version);
  await seatCandidates(storage, election.id);
  return withdrawn;
}

/**
 * Brings an election in line with its candidacies: who was approved stands, who withdrew does not. Whoever writes last
 * looks again, so that two at once leave nobody out. Done again after a failure, it ends what was begun.
 */
export async function seatCandidates(storage: Storage, election: Id): Promise<void> {
  const candidacies = candidaciesIn(storage);
  for (;;) {
    const stored = await storage.election(election);
    if (!stored) return;
    const withdrawn = await candidacies.ofElection(election, MOST, 'withdrawn');
    const approved = await candidacies.ofElection(election, MOST, 'approved');
    const { candidates, gone } = seated(stored.election.candidates, [...approved, ...withdrawn]);
    if (candidates === stored.election.candidates) return;
    for (const candidate of gone) await enterWithdrawal(storage, election, candidate);
    await putUnlessChanged(storage, { ...stored, election: { ...stored.election, candidates } }, stored);
  }
}

/** Where the brand edits it at that moment, the edit stays, and the caller looks again. */
async function putUnlessChanged(storage: Storage, next: StoredElection, seen: StoredElection): Promise<void> {
  try {
    await storage.putElection(next, seen);
  } catch (thrown) {
    if (!(thrown instanceof ElectionError) || thrown.code !== 'changed-meanwhile') throw thrown;
  }
}

/** Those who stand, the same list where nobody comes or goes; a candidate's words of now are kept as they are. */
export function seated(
  candidates: readonly Candidate[],
  candidacies: readonly Candidacy[],
): { readonly candidates: readonly Candidate[]; readonly gone: readonly Id[] } {
  const standing = new Set(candidates.map(({ id }) => id));
  const ofState = (state: Candidacy['state'], stands: boolean) =>
    candidacies.flatMap(({ state: is, candidate, profile }) =>
      is === state && candidate !== undefined && standing.has(candidate) === stands
        ? [{ id: candidate, ...profile }]
        : [],
    );
  const come = ofState('approved', false);
  const gone = ofState('withdrawn', true).map(({ id }) => id);
  if (come.length + gone.length === 0) return { candidates, gone };
  return { candidates: [...candidates.filter(({ id }) => !gone.includes(id)), ...come], gone };
}

async function enterWithdrawal({ log }: Storage, election: Id, id: Id): Promise<void> {
  const candidate = (await log?.numbers(election))?.get(id);
  if (candidate === undefined) return;
  await log?.append(election, { type: 'moderation', candidate, act: 'withdrawn', reason: 'on-request' });
}
