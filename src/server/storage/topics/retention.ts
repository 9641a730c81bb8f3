/** What goes when nobody needs it any more. The count and the log never do. */
import type { Id } from '../../../model/election.js';
import type { Work } from '../topics.js';
import { saltOf, withoutSalt } from '../voter-salts.js';

export const retentionTopic = {
  reads: {
    /** What pseudonyms of voters are made with besides the server's secret: see `voter-salts.ts`. */
    saltOf: ({ db }: Work, election: Id): Promise<string | undefined> => saltOf(db, election),
    /** Elections from before there were such salts, and whether they would be given one if they were put again now. */
    withoutSalt: ({ db, now }: Work) => withoutSalt(db, now),
  },
  writes: {
    /** When the dispute is over: candidates' addresses, and who reported whom. @returns how many */
    endDispute: async ({ db }: Work, election: Id): Promise<number> => {
      const addresses = await db
        .updateTable('candidacies')
        .set({ email: null })
        .where('election', '=', election)
        .where('email', 'is not', null)
        .executeTakeFirst();
      const reports = await db
        .deleteFrom('candidate_reports')
        .where('election', '=', election)
        .executeTakeFirst();
      return Number(addresses.numUpdatedRows + reports.numDeletedRows);
    },
    /** When nobody writes any more: which person stood, asked, supported or reported. What was said stays. @returns how many */
    endMandate: async ({ db }: Work, election: Id): Promise<number> => {
      const supports = await db
        .deleteFrom('question_supports')
        .where('election', '=', election)
        .executeTakeFirst();
      const reports = await db
        .deleteFrom('question_reports')
        .where('election', '=', election)
        .executeTakeFirst();
      const questions = await db
        .updateTable('questions')
        .set({ person: '' })
        .where('election', '=', election)
        .where('person', '!=', '')
        .executeTakeFirst();
      const candidacies = await db
        .updateTable('candidacies')
        .set(({ ref }) => ({ person: ref('id') }))
        .where('election', '=', election)
        .whereRef('person', '!=', 'id')
        .executeTakeFirst();
      const changed = questions.numUpdatedRows + candidacies.numUpdatedRows;
      return Number(supports.numDeletedRows + reports.numDeletedRows + changed);
    },
    /** What once let somebody in and lets nobody in any more. @param at ms since 1970 @returns how many */
    endSessions: async ({ db }: Work, at: number): Promise<number> => {
      const sessions = await db.deleteFrom('sessions').where('expires', '<=', at).executeTakeFirst();
      return Number(sessions.numDeletedRows);
    },
  },
} as const;
