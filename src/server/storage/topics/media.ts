/** Which photos and videos are spoken of anywhere. */
import type { Work } from '../topics.js';

/** In an address that this server gave. */
const NAMED = /\/media\/([0-9a-f]{32})/g;

/** Elections, mandates, candidates who may come back, and candidacies but for those that were withdrawn: the right to show their pictures has ended. */
const speaking = ({ db }: Work) =>
  db
    .selectFrom('elections')
    .select('json as text')
    .unionAll(db.selectFrom('mandates').select('json as text'))
    .unionAll(db.selectFrom('hidden_candidates').select('profile as text'))
    .unionAll(db.selectFrom('candidacies').select('profile as text').where('state', '<>', 'withdrawn'));

export const mediaTopic = {
  reads: {
    /** The ids of all that is spoken of. */
    named: async (work: Work): Promise<ReadonlySet<string>> => {
      const rows = await speaking(work).execute();
      return new Set(rows.flatMap(({ text }) => [...text.matchAll(NAMED)].map(([, id = '']) => id)));
    },
    /** Whether anybody speaks of what stands at an address. */
    isNamed: async (work: Work, address: string): Promise<boolean> => {
      const [path] = address.match(NAMED) ?? [];
      if (path === undefined) return false;
      const found = await work.db
        .selectFrom(speaking(work).as('speaking'))
        .select('text')
        .where('text', 'like', `%${path}%`)
        .limit(1)
        .execute();
      return found.length > 0;
    },
  },
  writes: {},
} as const;
