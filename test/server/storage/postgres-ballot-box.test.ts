import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { after, before, it } from 'node:test';
import { openPostgres } from '../../../src/server/storage/postgres.js';
import type { Storage } from '../../../src/server/storage/storage.js';
import { startPostgres, type TestDatabase } from '../../support/postgres.js';
import { DURING } from '../support/backend.js';
import { castAll, many, putNewElection } from './casts.js';

/** Of a connection on which ballots are written: how often something went to the database after it had answered. */
interface Way {
  trips: number;
  hasAnswered: boolean;
  isOfBallots: boolean;
}

let database: TestDatabase;
let storage: Storage;
const ways: Way[] = [];
const proxy = createServer((client) => {
  const { hostname, port } = new URL(database.url);
  const way: Way = { trips: 0, hasAnswered: true, isOfBallots: false };
  ways.push(way);
  const upstream = connect(Number(port), hostname);
  client.on('data', (data) => {
    if (way.hasAnswered) way.trips++;
    way.hasAnswered = false;
    way.isOfBallots ||= data.includes('voix-write');
    upstream.write(data);
  });
  upstream.on('data', (data) => {
    way.hasAnswered = true;
    client.write(data);
  });
  client.on('close', () => upstream.destroy()).on('error', () => upstream.destroy());
  upstream.on('close', () => client.destroy()).on('error', () => client.destroy());
});

before(async () => {
  database = await startPostgres();
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(database.url);
  url.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  storage = await openPostgres(url.href, { now: () => DURING });
});
after(async () => {
  await storage.close();
  proxy.close();
  await database.stop();
});

it('a batch of ballots goes to the database and back twice, however many they are', async () => {
  const election = await putNewElection(storage);
  await castAll(storage, many(1, election));
  const [way, ...others] = ways.filter(({ isOfBallots }) => isOfBallots);
  assert.ok(way && others.length === 0, 'ballots of one election go over one connection');
  const before = way.trips;
  await castAll(storage, many(50, election));
  assert.equal(way.trips - before, 2);
  assert.equal((await storage.tally(election)).ballots, 51);
});
