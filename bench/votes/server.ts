/** A server to be measured, in a process of its own: prints its address, and ends with its standard input. */
import { join } from 'node:path';
import {
  createElectionServer,
  nodeHmac,
  openPostgres,
  openSqlite,
  serveNode,
  type Storage,
} from '../../src/server/index.js';
import { electionsOf, PAGE } from './campaign.js';
import { serveExpress } from './express.js';
import { votesInPostgres } from './express-postgres.js';
import { votesInSqlite } from './express-sqlite.js';
import { nullStorage } from './null-storage.js';

/** Two campaigns, so that a server can be measured cold and warm. */
const elections = ['cold', 'warm'].flatMap(electionsOf);

/** @param place a folder, or the address of a Postgres database */
const KINDS: Readonly<Record<string, (place: string) => Promise<string>>> = {
  null: async () => voix(nullStorage()),
  sqlite: async (place) => voix(await openSqlite(join(place, 'voix.db'), { now: Date.now })),
  postgres: async (place) => voix(await openPostgres(place, { now: Date.now })),
  'express-sqlite': async (place) => {
    const { storeVote, countVotes } = votesInSqlite(join(place, 'votes.db'));
    return (await serveExpress(elections, PAGE, storeVote, countVotes)).url;
  },
  'express-postgres': async (place) => {
    const { storeVote, countVotes } = await votesInPostgres(place);
    return (await serveExpress(elections, PAGE, storeVote, countVotes)).url;
  },
};

async function voix(storage: Storage): Promise<string> {
  for (const election of elections) await storage.putElection({ election, origins: [PAGE] });
  const server = createElectionServer({
    storage,
    secret: 'a secret of benches, forty bytes long or so',
    hmac: nodeHmac,
  });
  return (await serveNode(server, { port: 0 })).url;
}

const [kind = '', place = ''] = process.argv.slice(2);
const start = KINDS[kind];
if (!start) throw new Error(`There is no server ${kind}.`);
process.stdout.write(`${await start(place)}\n`);
process.stdin.resume().once('end', () => process.exit());
