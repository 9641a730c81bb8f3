import type { Db } from '../log-writes.js';

/** What waits to be sent, and is due: the longest due first. @returns a query of their ids */
export const dueIn = (db: Db, table: 'mails' | 'deliveries', at: number, limit: number) =>
  db
    .selectFrom(table)
    .select('id')
    .where('state', '=', 'waiting')
    .where('next', '<=', at)
    .orderBy('next')
    .limit(limit);
