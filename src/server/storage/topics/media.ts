/** Which photos and videos are spoken of anywhere. */
import type { Work } from '../topics.js';

/** In an address that this server gave. */
const NAMED = /\/media\/([0-9a-f]{32})/g;

export const mediaTopic = {
  reads: {
    /**
     * The ids in the elections, in the mandates, and in the candidacies but for those that were withdrawn: the right to
     * show their pictures has ended.
     */
    named: async ({ db }: Work): Promise<ReadonlySet<string>> => {
      const rows = await db
        .selectFrom('elections')
        .select('json as text')
        .unionAll(db.selectFrom('mandates').select('json as text'))
        .unionAll(db.selectFrom('candidacies').select('profile as text').where('state', '<>', 'withdrawn'))
        .execute();
      return new Set(rows.flatMap(({ text }) => [...text.matchAll(NAMED)].map(([, id = '']) => id)));
    },
  },
  writes: {},
} as const;
