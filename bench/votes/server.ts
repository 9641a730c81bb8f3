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
import { makeKey, openLogKey, type LogKey } from '../../src/server/signing/node-key.js';
import { serveParse } from '../compare/parse-server.js';
import { electionsOf, PAGE } from './campaign.js';
import { serveExpress } from './express.js';
import { votesInPostgres } from './express-postgres.js';
import { votesInSqlite } from './express-sqlite.js';
import { nullStorage } from './null-storage.js';

/** Two campaigns, so that a server can be measured cold and warm. */
const elections = ['cold', 'warm'].flatMap(electionsOf);

const now = Date.now;

const KINDS: Readonly<Record<string, (folder: string, database: string) => Promise<string>>> = {
  http: plainHttp,
  null: async () => voix(nullStorage()),
  sqlite: async (folder) => voix(await openSqlite(join(folder, 'voix.db'), { now }), folder),
  'sqlite-no-log': async (folder) => voix(await openSqlite(join(folder, 'voix.db'), { now, log: false })),
  postgres: async (folder, database) => voix(await openPostgres(database, { now }), folder),
  'postgres-no-log': async (_, database) => voix(await openPostgres(database, { now, log: false })),
  'express-sqlite': async (folder) => {
    const { storeVote, countVotes } = votesInSqlite(join(folder, 'votes.db'));
    return (await serveExpress(elections, PAGE, storeVote, countVotes)).url;
  },
  'express-postgres': async (_, database) => {
    const { storeVote, countVotes } = await votesInPostgres(database);
    return (await serveExpress(elections, PAGE, storeVote, countVotes)).url;
  },
  'parse-postgres': (_, database) => serveParse(elections, PAGE, database),
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

/** @param folder of the key that signs the logs; without one there are none */
async function voix(storage: Storage, folder?: string): Promise<string> {
  for (const election of elections) await storage.putElection({ election, origins: [PAGE] });
  const server = createElectionServer({
    storage,
    secret: 'a secret of benches, forty bytes long or so',
    hmac: nodeHmac,
    ...(folder !== undefined && (await newKey(join(folder, 'log.key')))),
  });
  return (await serveNode(server, { port: 0 })).url;
}

async function newKey(file: string): Promise<LogKey> {
  await makeKey(file);
  return openLogKey(file);
}

const [kind = '', folder = '', database = ''] = process.argv.slice(2);
const start = KINDS[kind];
if (!start) throw new Error(`There is no server ${kind}.`);
process.stdout.write(`${await start(folder, database)}\n`);
process.stdin
  .on('data', () => {
    const { user, system } = process.cpuUsage();
    process.stdout.write(`${user + system}\n`);
  })
  .once('end', () => process.exit());
