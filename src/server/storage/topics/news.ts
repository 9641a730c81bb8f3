/** Candidates' news from the campaign. */
import type { Id } from '../../../model/election.js';
import type { News } from '../../../model/news.js';
import type { NewsRow } from '../schema.js';
import type { Work } from '../topics.js';

export const newsTopic = {
  reads: {
    /**
     * The newest first.
     * @param candidate only theirs
     */
    ofElection: async (
      { db }: Work,
      election: Id,
      limit: number,
      candidate?: Id,
    ): Promise<readonly News[]> => {
      let query = db.selectFrom('news').selectAll().where('election', '=', election);
      if (candidate !== undefined) query = query.where('candidate', '=', candidate);
      const rows = await query.orderBy('at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(newsOf);
    },
  },
  writes: {
    add: async (
      { db, now }: Work,
      election: Id,
      { id, candidate, text }: Omit<News, 'at'>,
    ): Promise<News> => {
      const row = { election, id, candidate, text, at: now };
      await db.insertInto('news').values(row).execute();
      return newsOf(row);
    },
    /** @returns whether there was such a piece */
    remove: async ({ db }: Work, election: Id, id: string): Promise<boolean> => {
      const { numDeletedRows } = await db
        .deleteFrom('news')
        .where('election', '=', election)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  },
} as const;

const newsOf = ({ id, candidate, text, at }: NewsRow): News => ({
  id,
  candidate,
  text,
  at: new Date(Number(at)).toISOString(),
});
