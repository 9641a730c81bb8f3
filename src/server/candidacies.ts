/** What is done with candidacies: by their people through the routes, by the brand through the admin's. */
import type { Candidate, Election, Id } from '../model/election.js';
import type { Candidacy, CandidacyState } from '../model/candidacy.js';
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
  await seatCandidates(storage, election, clock.now());
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
  await seatCandidates(storage, election.id, clock.now());
  return withdrawn;
}

/**
 * By the brand, with a reason that everyone is told. Before voting opens the candidate is gone; after that it is as with a
 * withdrawal. Two at once, or while the person withdraws: the log says one thing.
 * @param by who of the brand
 * @param entry into the trail
 * @throws ElectionError `candidacy-closed` from the close on, `candidate-unknown`, `election-unknown`
 */
export async function hideCandidate(
  { storage, clock }: CandidacyServices,
  election: Id,
  { candidate, by, reason }: { readonly candidate: Id; readonly by: string; readonly reason: string },
  entry?: Parameters<Topics['entering']>[0],
): Promise<void> {
  const stored = await storage.election(election);
  if (!stored) throw new ElectionError('election-unknown');
  const now = clock.now();
  if (isFrom(phaseAt(stored.election.calendar, now), 'counting')) throw new ElectionError('candidacy-closed');
  const standing = stored.election.candidates.find(({ id }) => id === candidate);
  if (!standing) throw new ElectionError('candidate-unknown');
  await storage.topics?.hidden.keep(election, standing, by, reason);
  const { candidacies } = (entry && storage.topics?.entering(entry)) ?? {
    candidacies: candidaciesIn(storage),
  };
  const isOwn = await candidacies.hide(election, candidate, by, reason);
  const goes: Going = { candidate, act: 'hidden', reason };
  // Who is gone by their own candidacy goes with all others; who came another way, by hand.
  const put = (next: StoredElection, seen: StoredElection) => putUnlessChanged(storage, next, seen, entry);
  for (let isDone = isOwn; !isDone;) isDone = await takeOut(storage, election, goes, now, put);
  await seatCandidates(storage, election, now);
}

/**
 * By the brand, of whom it took out, with a reason that everyone is told: they stand again as they stood. All ballots cast
 * for them count, and have never ceased to. Two at once: the log and the trail say it once.
 * @param by who of the brand
 * @param entry into the trail
 * @throws ElectionError `candidacy-closed` from the close on, `candidate-unknown` where nobody of that id was taken out,
 * `candidacy-settled` where they have withdrawn, `election-unknown`
 */
export async function restoreCandidate(
  { storage, clock }: CandidacyServices,
  election: Id,
  { candidate: id, by, reason }: { readonly candidate: Id; readonly by: string; readonly reason: string },
  entry?: Parameters<Topics['entering']>[0],
): Promise<void> {
  const stored = await storage.election(election);
  if (!stored) throw new ElectionError('election-unknown');
  const now = clock.now();
  if (isFrom(phaseAt(stored.election.calendar, now), 'counting')) throw new ElectionError('candidacy-closed');
  const { topics, log } = storage;
  const kept = (await topics?.hidden.ofElection(election))?.find(({ candidate }) => candidate.id === id);
  if (!topics || !kept) throw new ElectionError('candidate-unknown');
  const isOwn = await (entry ? topics.entering(entry) : topics).candidacies.restore(election, id, by);
  const number = (await log?.numbers(election))?.get(id);
  if (number !== undefined)
    await log?.append(election, { type: 'moderation', candidate: number, act: 'restored', reason: 'error' });
  for (let isDone = false; !isDone;) {
    const seen = await storage.election(election);
    if (!seen || seen.election.candidates.some((one) => one.id === id)) break;
    const again = { ...seen.election, candidates: [...seen.election.candidates, kept.candidate] };
    const next = { ...seen, election: amended(again, [reason], now) };
    isDone = await putUnlessChanged(storage, next, seen, isOwn ? undefined : entry);
  }
  await topics.hidden.forget(election, id);
  await seatCandidates(storage, election, now);
}

/** Who stands no more, and why. */
interface Going {
  readonly candidate: Id;
  readonly act: 'hidden' | 'withdrawn';
  /** In the brand's words. */
  readonly reason: string | undefined;
}

/** @returns whether they stand no more; else somebody else has changed the election meanwhile */
async function takeOut(
  storage: Storage,
  election: Id,
  going: Going,
  now: number,
  put: (next: StoredElection, seen: StoredElection) => Promise<boolean>,
): Promise<boolean> {
  const stored = await storage.election(election);
  const { candidates = [] } = stored?.election ?? {};
  const staying = candidates.filter(({ id }) => id !== going.candidate);
  if (!stored || staying.length === candidates.length) return true;
  await enterGoing(storage, election, going);
  const left = { ...stored.election, candidates: staying };
  return put({ ...stored, election: told(left, [going], now) }, stored);
}

/**
 * Brings an election in line with its candidacies: who was approved stands, who withdrew or was hidden does not. Whoever
 * writes last looks again, so that two at once leave nobody out. Done again after a failure, it ends what was begun.
 * @param now the instant of the change
 */
async function seatCandidates(storage: Storage, election: Id, now: number): Promise<void> {
  const candidacies = candidaciesIn(storage);
  for (;;) {
    const stored = await storage.election(election);
    if (!stored) return;
    const ofState = (state: CandidacyState) => candidacies.ofElection(election, MOST, state);
    const all = [await ofState('approved'), await ofState('withdrawn'), await ofState('hidden')].flat();
    const { candidates, gone } = seated(stored.election.candidates, all);
    if (candidates === stored.election.candidates) return;
    for (const going of gone) await enterGoing(storage, election, going);
    const next = told({ ...stored.election, candidates }, gone, now);
    await putUnlessChanged(storage, { ...stored, election: next }, stored);
  }
}

/**
 * Where the brand edits it at that moment, the edit stays, and the caller looks again.
 * @returns whether it was put
 */
async function putUnlessChanged(
  storage: Storage,
  next: StoredElection,
  seen: StoredElection,
  entry?: Parameters<Topics['entering']>[0],
): Promise<boolean> {
  try {
    await storage.putElection(next, seen, entry);
    return true;
  } catch (thrown) {
    if (!(thrown instanceof ElectionError) || thrown.code !== 'changed-meanwhile') throw thrown;
    return false;
  }
}

/** Everyone is told why the brand took a candidate out. */
const told = (election: Election, gone: readonly Going[], now: number): Election =>
  amended(
    election,
    gone.flatMap(({ act, reason }) => (act === 'hidden' && reason ? [reason] : [])),
    now,
  );

/** Once voting has opened, everyone is told why who stands has changed. */
function amended(election: Election, reasons: readonly string[], now: number): Election {
  if (reasons.length === 0 || !isFrom(phaseAt(election.calendar, now), 'voting')) return election;
  const at = new Date(now).toISOString();
  const amendments = reasons.map((note) => ({ at, parts: ['candidates'], note }));
  return { ...election, amendments: [...(election.amendments ?? []), ...amendments] };
}

/** Those who stand, the same list where nobody comes or goes; a candidate's words of now are kept as they are. */
function seated(
  candidates: readonly Candidate[],
  candidacies: readonly Candidacy[],
): { readonly candidates: readonly Candidate[]; readonly gone: readonly Going[] } {
  const standing = new Set(candidates.map(({ id }) => id));
  const come = candidacies.flatMap(({ state, candidate, profile }) =>
    state === 'approved' && candidate !== undefined && !standing.has(candidate)
      ? [{ id: candidate, ...profile }]
      : [],
  );
  const gone = candidacies.flatMap(({ state, candidate, reason }): Going[] =>
    (state === 'withdrawn' || state === 'hidden') && candidate !== undefined && standing.has(candidate)
      ? [{ candidate, act: state, reason }]
      : [],
  );
  if (come.length + gone.length === 0) return { candidates, gone };
  const going = new Set(gone.map(({ candidate }) => candidate));
  return { candidates: [...candidates.filter(({ id }) => !going.has(id)), ...come], gone };
}

/** The log has it once, however often it is done; what was reported of them waits no more. */
async function enterGoing(
  { log, topics }: Storage,
  election: Id,
  { candidate: id, act }: Going,
): Promise<void> {
  const candidate = (await log?.numbers(election))?.get(id);
  const reason = act === 'hidden' ? 'rules' : 'on-request';
  if (candidate !== undefined) await log?.append(election, { type: 'moderation', candidate, act, reason });
  await topics?.reports.see(election, id);
}
