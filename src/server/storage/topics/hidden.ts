/** Candidates whom the brand took out, as they stood: so that one who was taken out by mistake can come back. */
import type { Candidate, Id, Instant } from '../../../model/election.js';
import type { HiddenCandidateRow } from '../schema.js';
import type { Work } from '../topics.js';

export interface HiddenCandidate {
  readonly candidate: Candidate;
  /** Why, as everyone was told. */
  readonly reason: string;
  /** Who of the brand. */
  readonly by: string;
  readonly at: Instant;
}

const hiddenOf = ({ profile, reason, decided_by, at }: HiddenCandidateRow): HiddenCandidate => ({
  candidate: JSON.parse(profile) as Candidate,
  reason,
  by: decided_by,
  at: new Date(Number(at)).toISOString(),
});

export const hiddenTopic = {
  reads: {
    /** The last one first. */
    ofElection: async ({ db }: Work, election: Id): Promise<readonly HiddenCandidate[]> => {
      const rows = await db
        .selectFrom('hidden_candidates')
        .selectAll()
        .where('election', '=', election)
        .orderBy('at', 'desc')
        .orderBy('candidate')
        .execute();
      return rows.map(hiddenOf);
    },
  },
  writes: {
    /** Again, it is replaced. */
    keep: async (
      { db, now }: Work,
      election: Id,
      candidate: Candidate,
      by: string,
      reason: string,
    ): Promise<void> => {
      const row = { profile: JSON.stringify(candidate), reason, decided_by: by, at: now };
      await db
        .insertInto('hidden_candidates')
        .values({ election, candidate: candidate.id, ...row })
        .onConflict((conflict) => conflict.columns(['election', 'candidate']).doUpdateSet(row))
        .execute();
    },
    forget: async ({ db }: Pick<Work, 'db'>, election: Id, candidate: Id): Promise<void> => {
      await db
        .deleteFrom('hidden_candidates')
        .where('election', '=', election)
        .where('candidate', '=', candidate)
        .execute();
    },
  },
} as const;
