/**
 * A server of the storm: the product's own parts, but for a clock that the storm sets. Takes orders by lines
 * on its standard input: `clock <ms>` sets how far its clock is from the machine's,
 * and is said again once it is so.
 */
import { createInterface } from 'node:readline';
import {
  createElectionServer,
  nodeHmac,
  openDataFolder,
  openPostgres,
  openSqlite,
  serveNode,
  type Clock,
  type Storage,
} from '../../src/server/index.js';
import { openLogKey } from '../../src/server/signing/node-key.js';
import { electionsAt, ORGANISER, SECRET } from './campaign.js';

const [place = '', key = '', begun = '', offsetAtFirst = '0'] = process.argv.slice(2);

let offset = Number(offsetAtFirst);
const clock: Clock = { now: () => Date.now() + offset, rate: 1 };

async function open(): Promise<Storage> {
  if (place.startsWith('postgres:')) return openPostgres(place, clock);
  const { database } = await openDataFolder(place);
  return openSqlite(database, clock);
}

const storage = await open();
const { signer, marks, sha256 } = await openLogKey(key);
for (const election of electionsAt(Number(begun)))
  if (!(await storage.election(election.id)))
    await storage.putElection({ election, origins: ['*'], key: signer.vkey(`${ORGANISER}/${election.id}`) });
const server = createElectionServer({
  storage,
  clock,
  secret: SECRET,
  hmac: nodeHmac,
  signer,
  marks,
  sha256,
  name: ORGANISER,
  turn: 300,
  heartbeat: 1000,
  log: (entry) => {
    if (entry.level !== 'info') process.stderr.write(`${JSON.stringify(entry)}\n`);
  },
});
const serving = await serveNode(server, { port: 0 });
process.on('SIGTERM', async () => {
  await serving.close();
  await storage.close();
  process.exit(0);
});
createInterface(process.stdin)
  .on('line', (line) => {
    const [order, value] = line.split(' ');
    if (order !== 'clock') return;
    offset = Number(value);
    process.stdout.write(`${line}\n`);
  })
  // The storm is gone, and with it all that this server was for.
  .on('close', () => process.exit(1));
process.stdout.write(`${new URL(serving.url).port}\n`);
