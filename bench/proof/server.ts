/** A server with a long log, in a process of its own: stores its ballots before it says where it is. */
import { join } from 'node:path';
import {
  createElectionServer,
  makeKey,
  nodeHmac,
  openLogKey,
  openSqlite,
  serveNode,
  type Storage,
} from '../../src/server/index.js';
import { openElection } from '../open-election.js';
import { answering } from '../program.js';
import { deviceOf, ELECTION } from './voters.js';

/** `url`: where it is. `cpu`: microseconds of processor time up to now, of all its threads. */
export type Question = 'url' | 'cpu';

/** Waiting at once while the ballots are stored: whole batches. */
const AT_ONCE = 2000;

const CANDIDATES = ['ada', 'ben', 'cy'];

const [folder = '', ballots = ''] = process.argv.slice(2);
await makeKey(join(folder, 'log.key'));
const key = await openLogKey(join(folder, 'log.key'));
const storage = await openSqlite(join(folder, 'voix.db'), { now: Date.now });
const election = openElection(ELECTION, 'en', CANDIDATES);
await storage.putElection({ election, origins: ['*'], key: key.signer.vkey(`bench.test/${ELECTION}`) });
const secret = 'a secret of benches, thirty-two bytes long or so';
await store(storage, nodeHmac(new TextEncoder().encode(secret)), Number(ballots));
const { url } = await serveNode(createElectionServer({ storage, secret, hmac: nodeHmac, ...key }), {
  port: 0,
});

answering(async (question: Question) => {
  if (question === 'url') return url;
  const { user, system } = process.cpuUsage();
  return user + system;
});

async function store(
  storage: Storage,
  hmac: (text: string) => Uint8Array | Promise<Uint8Array>,
  ballots: number,
): Promise<void> {
  let next = 0;
  const voters = `${ELECTION}|${await storage.topics?.retention.saltOf(ELECTION)}`;
  const castEach = async (): Promise<void> => {
    while (next < ballots) {
      const number = next++;
      const pseudonym = Buffer.from(await hmac(`voter|${voters}|${deviceOf(number)}`));
      const id = String(number).padStart(12, '0');
      await storage.cast({
        election: ELECTION,
        voter: pseudonym.subarray(0, 16).toString('base64url'),
        key: `00000000-0000-4000-8000-${id}`,
        ballot: deviceOf(number),
        choice: { method: 'plurality', candidate: CANDIDATES[number % CANDIDATES.length] ?? '' },
        tier: 'device',
        revote: true,
        opens: 0,
        closes: Infinity,
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, castEach));
}
