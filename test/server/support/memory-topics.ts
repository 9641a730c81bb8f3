import { migrate } from '../../../src/server/storage/migrations.js';
import { guarded } from '../../../src/server/storage/queries.js';
import { connect, kyselyOver } from '../../../src/server/storage/sqlite-connection.js';
import { topicsOf, writeOf, type Topics } from '../../../src/server/storage/topics.js';
import type { MemoryStorage } from './memory-storage.js';

/** Without the tables that a table for searching makes for itself. */
const MADE = `
  SELECT sql FROM sqlite_master
    WHERE sql IS NOT NULL AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')`;

/** What makes the tables as they are now: migrations take longer than most tests. */
let tables: string | undefined;

/** The real topics, on a database that no file keeps, beside a storage that forgets: its tallies are theirs. */
export async function topicsBeside(storage: MemoryStorage, now: () => number): Promise<Topics> {
  const connection = connect(':memory:', tables ?? '');
  const db = kyselyOver(connection);
  if (tables === undefined) {
    await migrate(db, 'sqlite');
    const made = connection.prepare(MADE).raw().all() as [string][];
    tables = made.map(([text]) => `${text};`).join('\n');
  }
  const topics = topicsOf({
    read: (task) => guarded(() => task({ db, dialect: 'sqlite', now: now() })),
    write: (topic, name, args, entry) =>
      guarded(() =>
        db
          .transaction()
          .execute((within) =>
            writeOf(topic, name, args, entry)({ db: within, dialect: 'sqlite', now: now() }),
          ),
      ),
  });
  const tallies: Topics['campaign']['tallies'] = async () => {
    const all = (await storage.elections()).map(async ({ election: { id } }) => {
      return [id, await storage.tally(id)] as const;
    });
    return new Map(await Promise.all(all));
  };
  return { ...topics, campaign: { tallies } };
}
