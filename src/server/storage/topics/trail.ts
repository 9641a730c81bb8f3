/** What the brand's people did. Entries are added, never changed. */
import type { Id } from '../../../model/election.js';
import type { TrailRow } from '../admin-schema.js';
import { laterId } from '../later-id.js';
import type { Work } from '../topics.js';

/** Who acts; `null`: whoever has the command line. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

export interface Deed {
  readonly act: string;
  readonly election?: Id;
  /** What it was done to, by its id. */
  readonly subject?: string;
  readonly detail?: string;
}

/** Who did what, and when. */
export interface Entry {
  readonly by: Actor | null;
  readonly deed: Deed;
  /** Ms since 1970, by the wall's clock. */
  readonly at: number;
}

/** Writes an entry in the transaction of what it tells of. @param at ms since 1970, by the wall's clock */
export async function enter(
  { db }: Pick<Work, 'db'>,
  by: Actor | null,
  { act, election, subject, detail }: Deed,
  at: number,
): Promise<void> {
  const row: TrailRow = {
    id: laterId(at),
    at,
    person: by?.id ?? null,
    name: by?.name ?? null,
    act,
    election: election ?? null,
    subject: subject ?? null,
    detail: detail ?? null,
  };
  await db.insertInto('trail').values(row).execute();
}

export const trailTopic = {
  reads: {
    /** The newest first. @param before the id of an entry: only older ones */
    page: async (
      { db }: Work,
      limit: number,
      { election, before }: { readonly election?: Id; readonly before?: string },
    ): Promise<readonly TrailRow[]> => {
      let query = db.selectFrom('trail').selectAll();
      if (election !== undefined) query = query.where('election', '=', election);
      if (before !== undefined) query = query.where('id', '<', before);
      const rows = await query.orderBy('id', 'desc').limit(limit).execute();
      return rows.map((row) => ({ ...row, at: Number(row.at) }));
    },
    /**
     * What these ids are called: a person's name, today's or the one they left with; the name on a candidacy, where
     * it is not erased; what a question asks.
     */
    names: async ({ db }: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
      if (ids.length === 0) return new Map();
      const left = await db
        .selectFrom('trail')
        .select(['subject as id', 'detail as name'])
        .where('act', '=', 'person-removed')
        .where('subject', 'in', ids)
        .execute();
      const people = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
      const asked = await db
        .selectFrom('questions')
        .select(['id', 'text as name'])
        .where('id', 'in', ids)
        .execute();
      const candidacies = await db
        .selectFrom('candidacies')
        .select(['id', 'profile'])
        .where('id', 'in', ids)
        .execute();
      const standing = candidacies.map(({ id, profile }) => ({
        id,
        name: (JSON.parse(profile) as { readonly name: string }).name,
      }));
      const named = [...left, ...people, ...asked, ...standing];
      return new Map(named.flatMap(({ id, name }) => (id && name ? [[id, name] as const] : [])));
    },
    /** Whether any of these acts was done to the election. */
    has: async ({ db }: Work, election: Id, acts: readonly string[]): Promise<boolean> => {
      const row = await db
        .selectFrom('trail')
        .select('id')
        .where('election', '=', election)
        .where('act', 'in', acts)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
  },
  writes: {
    add: (work: Work, by: Actor | null, deed: Deed, at: number): Promise<void> => enter(work, by, deed, at),
  },
} as const;
