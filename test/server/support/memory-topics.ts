import { migrate } from '../../../src/server/storage/migrations.js';
import { guarded } from '../../../src/server/storage/queries.js';
import { connect, kyselyOver } from '../../../src/server/storage/sqlite-connection.js';
import { topicsOf, writeOf, type Topics } from '../../../src/server/storage/topics.js';
import type { MemoryStorage } from './memory-storage.js';

/** The real topics, on a database that no file keeps, beside a storage that forgets: its tallies are theirs. */
export async function topicsBeside(storage: MemoryStorage, now: () => number): Promise<Topics> {
  const db = kyselyOver(connect(':memory:', ''));
  await migrate(db, 'sqlite');
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
