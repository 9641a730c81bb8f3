import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Receipt } from '../../src/model/ballot.js';
import type { Election } from '../../src/model/election.js';
import { createElectionServer, type ElectionServer } from '../../src/server/server.js';
import { makeKey, openLogKey } from '../../src/server/signing/node-key.js';
import { databaseIn } from '../../src/server/storage/sqlite-folder.js';
import { openSqlite } from '../../src/server/storage/sqlite.js';
import type { Storage, Witness } from '../../src/server/storage/storage.js';
import { aVote, plurality, SECRET, SetClock } from '../server/support/backend.js';
import { openElection } from './election.js';

const HOUR = 3_600_000;
const PAGE = 'https://brand.test';

export interface Held {
  readonly storage: Storage;
  readonly server: ElectionServer;
  /** Election's time; an hour before the close. */
  readonly clock: SetClock;
  readonly data: string;
  readonly key: string;
  vote(voter: number, candidate?: string): Promise<Receipt>;
  /** After the close, and proclaimed. */
  finish(): Promise<void>;
  stop(): Promise<void>;
}

/** An election that is over by everybody's clock, held again by a clock of its own: in a data folder, with a key. */
export async function holdElection(
  folder: string,
  changes: Partial<Election> = {},
  witnesses: readonly Witness[] = [],
): Promise<Held> {
  const closes = Date.now() - 24 * HOUR;
  const calendar = {
    voting: new Date(closes - 24 * HOUR).toISOString(),
    counting: new Date(closes).toISOString(),
    timeZone: 'Europe/Paris',
  };
  const election = openElection({ calendar, ...changes });
  const [data, key] = [join(folder, 'data'), join(folder, 'log.key')];
  await mkdir(data, { recursive: true });
  await makeKey(key);
  const logKey = await openLogKey(key);
  const clock = new SetClock(closes - HOUR);
  const storage = await openSqlite(databaseIn(data), { now: () => clock.now() });
  const vkey = logKey.signer.vkey(`voix.local/${election.id}`);
  await storage.putElection({ election, origins: [PAGE], key: vkey, witnesses });
  const server = createElectionServer({ storage, clock, secret: SECRET, ...logKey });
  return {
    storage,
    server,
    clock,
    data,
    key,
    vote: async (voter, candidate = 'amina') => {
      const answer = await server.fetch(aVote(election.id, { voter, choice: plurality(candidate) }));
      if (answer.status !== 201) throw new Error(await answer.text());
      return (await answer.json()) as Receipt;
    },
    finish: async () => {
      clock.set(closes + 2 * HOUR);
      await server.turn();
    },
    stop: async () => {
      await server.close();
      await storage.close();
    },
  };
}
