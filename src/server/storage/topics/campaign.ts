/** What is asked of all elections at once. */
import type { Id } from '../../../model/election.js';
import type { Tally } from '../../../model/tally.js';
import { countsOf } from '../rows.js';
import type { Work } from '../topics.js';

export const campaignTopic = {
  reads: {
    /** The tallies of all elections, as last committed, in one statement: none is of another moment. */
    tallies: async ({ db }: Work): Promise<ReadonlyMap<Id, Tally>> => {
      const rows = await db
        .selectFrom('heads')
        .leftJoin('tallies', 'tallies.election', 'heads.election')
        .select(['heads.election', 'version', 'ballots', 'candidate', 'votes'])
        .execute();
      const found = new Map<Id, typeof rows>();
      for (const row of rows) {
        const own = found.get(row.election);
        if (own) own.push(row);
        else found.set(row.election, [row]);
      }
      return new Map([...found].map(([election, own]) => [election, tallyIn(own)]));
    },
  },
  writes: {},
} as const;

interface Counted {
  readonly version: number;
  readonly ballots: number;
  readonly candidate: string | null;
  readonly votes: number | null;
}

function tallyIn(rows: readonly Counted[]): Tally {
  const { version, ballots } = rows[0] ?? { version: 0, ballots: 0 };
  const counts = rows.map(({ candidate, votes }) => ({ candidate: candidate ?? '', votes: votes ?? 0 }));
  return { version, ballots, counts: countsOf(counts) };
}
