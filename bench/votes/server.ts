/**
 * A server to be measured, in a process of its own: prints its address, then for each line of its standard
 * input the microseconds of processor time that it has taken, and ends with it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  createElectionServer,
  nodeHmac,
  openPostgres,
  openSqlite,
  serveNode,
  type Storage,
} from '../../src/server/index.js';
import { serveParse } from '../compare/parse-server.js';
import { electionsOf, PAGE } from './campaign.js';
import { serveExpress } from './express.js';
import { votesInPostgres } from './express-postgres.js';
import { votesInSqlite } from './express-sqlite.js';
import { nullStorage } from './null-storage.js';

/** Two campaigns, so that a server can be measured cold and warm. */
const elections = ['cold', 'warm'].flatMap(electionsOf);

/** @param place a folder, or the address of a Postgres database */
const KINDS: Readonly<Record<string, (place: string) => Promise<string>>> = {
  http: plainHttp,
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
  'parse-postgres': (place) => serveParse(elections, PAGE, place),
};

/** The least that Node can do: reads the request, and answers as much as we do. What the machine gives. */
async function plainHttp(): Promise<string> {
  const receipt = JSON.stringify({ receipt: 'x'.repeat(220) });
  const results = JSON.stringify({ results: { ballots: 1, counts: {} } });
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const [status, body] = request.method === 'POST' ? [201, receipt] : [200, results];
      response
        .writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': body.length })
        .end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

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
process.stdin
  .on('data', () => {
    const { user, system } = process.cpuUsage();
    process.stdout.write(`${user + system}\n`);
  })
  .once('end', () => process.exit());
