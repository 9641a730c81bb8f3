import type { Candidate, Id } from '../../model/election.js';
import type { ReadySnapshot } from '../../model/snapshot.js';

/** A part takes its candidate as an id (then the snapshot knows the rest) or as the data itself. */
export type CandidateOrId = Candidate | Id | undefined;

export const idOf = (given: CandidateOrId): Id => (typeof given === 'object' ? given.id : (given ?? ''));

export const candidateOf = (
  given: CandidateOrId,
  snapshot: ReadySnapshot | undefined,
): Candidate | undefined =>
  typeof given === 'object' ? given : snapshot?.election.candidates.find(({ id }) => id === given);

export const nameOf = (given: CandidateOrId, snapshot: ReadySnapshot | undefined): string =>
  candidateOf(given, snapshot)?.name ?? idOf(given);
