/** Reports on candidates: one a person and candidate. Who reported is nobody's to see. */
import type { Id } from '../../../model/election.js';
import type { ReportReason, Reports } from '../../../model/report.js';
import type { Work } from '../topics.js';

export const reportsTopic = {
  reads: {
    /** Those that the brand has not looked at yet, by candidate. */
    ofElection: async ({ db }: Work, election: Id): Promise<ReadonlyMap<Id, Reports>> => {
      const rows = await db
        .selectFrom('candidate_reports')
        .select(['candidate', 'reason', (eb) => eb.fn.countAll().as('n')])
        .where('election', '=', election)
        .where('seen', '=', 0)
        .groupBy(['candidate', 'reason'])
        .execute();
      const reports = new Map<Id, Reports>();
      for (const { candidate, reason, n } of rows)
        reports.set(candidate, { ...reports.get(candidate), [reason]: Number(n) });
      return reports;
    },
  },
  writes: {
    /** The first reason that a person gives stays. */
    add: async (
      { db }: Work,
      election: Id,
      candidate: Id,
      person: string,
      reason: ReportReason,
    ): Promise<void> => {
      await db
        .insertInto('candidate_reports')
        .values({ election, candidate, person, reason, seen: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    /** The brand has looked at all that there are of this candidate. @returns how many it had not looked at before */
    see: async ({ db }: Work, election: Id, candidate: Id): Promise<number> => {
      const { numUpdatedRows } = await db
        .updateTable('candidate_reports')
        .set({ seen: 1 })
        .where('election', '=', election)
        .where('candidate', '=', candidate)
        .where('seen', '=', 0)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  },
} as const;
