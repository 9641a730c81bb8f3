/** What goes by itself, thirty days after the end: a real server, its log and an auditor, on clocks that the test sets. */
import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import Database from 'libsql';
import { audit } from '../../src/audit/audit.js';
import { httpSource } from '../../src/audit/http-source.js';
import type { LogEntry } from '../../src/server/log.js';
import { endsOf } from '../../src/server/retention.js';
import { serveNode } from '../../src/server/node.js';
import { createElectionServer } from '../../src/server/server.js';
import { marksInMemory } from '../../src/server/signing/marks.js';
import { openSqlite } from '../../src/server/storage/sqlite.js';
import { failures, sha256 } from '../audit/support/audit-files.js';
import {
  anElection,
  aVote,
  BASE,
  CLOSES,
  device,
  DURING,
  OPENS,
  PAGE,
  plurality,
  SECRET,
  SetClock,
} from './support/backend.js';
import { noMailer } from './support/memory-media.js';
import { aSigner, NAME } from './support/signed.js';

const DAY = 86_400_000;
const ID = 'maison';

/** @param isOld whether it is from before pseudonyms had salts */
async function anElectionHeld(t: TestContext, isOld = false) {
  const folder = await mkdtemp(join(tmpdir(), 'voix-retention-'));
  const clock = new SetClock(OPENS - 1);
  const signer = await aSigner();
  const key = signer.vkey(`${NAME}/${ID}`);
  const storage = await openSqlite(join(folder, 'voix.db'), { now: () => clock.now() });
  await storage.putElection({ election: anElection(ID), origins: [PAGE], key });
  if (isOld) dropSalts(join(folder, 'voix.db'));
  const said: LogEntry[] = [];
  const server = createElectionServer({
    storage,
    clock,
    secret: SECRET,
    signer,
    marks: marksInMemory(),
    sha256,
    name: NAME,
    turn: 2_000_000_000,
    admin: { mailer: noMailer, now: () => clock.now() },
    log: (entry) => void said.push(entry),
  });
  const serving = await serveNode(server, { port: 0 });
  t.after(async () => {
    await serving.close();
    await storage.close();
    await rm(folder, { recursive: true });
  });
  const asked = (path: string, person: number, body?: unknown) =>
    server.fetch(
      new Request(`${BASE}/elections/${ID}/${path}`, {
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
        headers: {
          Authorization: `Device ${device(person)}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': randomUUID(),
          Origin: PAGE,
        },
      }),
    );
  const profile = {
    name: 'Léa',
    town: 'Brest',
    slogan: 'Des bocaux',
    manifesto: 'Je veux des bocaux. '.repeat(5),
  };
  const consents = { age: true, rules: true, image: true };
  const sent = await asked('candidacies', 7, { profile, consents, email: 'lea@example.org' });
  assert.equal(sent.status, 200);
  clock.set(DURING);
  for (const voter of [1, 2, 3])
    assert.equal((await server.fetch(aVote(ID, { voter, choice: plurality('amina') }))).status, 201);
  assert.equal((await asked('candidates/amina/report', 2, { reason: 'other' })).status, 200);
  clock.set(CLOSES);
  await server.turn();
  await server.turn();
  const recounted = async () => {
    const found = await audit(httpSource(`${serving.url}/elections/${ID}/log`), { sha256, keys: [key] });
    assert.deepEqual(failures(found), []);
    return found.log?.replay;
  };
  const ownBallot = async (voter: number) =>
    ((await (await asked('ballot', voter)).json()) as { ballot: unknown }).ballot;
  const topics = storage.topics!;
  const email = async () => (await topics.candidacies.ofElection(ID, 9))[0]?.email;
  const acts = async () => (await topics.trail.page(20, {})).map(({ act, name }) => [act, name]);
  const warned = () => said.filter(({ event }) => event === 'voters-kept');
  return { clock, server, storage, topics, recounted, ownBallot, email, acts, warned };
}

function dropSalts(path: string): void {
  const database = new Database(path);
  database.exec('DELETE FROM voter_salts');
  database.close();
}

/** Of the first person, as whoever has the server's secret can make it. */
const pseudonym = (label: string): string =>
  createHmac('sha256', SECRET)
    .update(`voter|${label}|${device(1)}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');

describe('thirty days after the end', () => {
  it('addresses, reports and the way from a voter to a ballot go; the log says so, and is recounted', async (t) => {
    const { clock, server, topics, recounted, ownBallot, email, acts } = await anElectionHeld(t);
    const before = await recounted();
    clock.set(CLOSES + 30 * DAY - 3_600_001);
    await server.turn();
    assert.equal(await email(), 'lea@example.org');
    assert.ok(await ownBallot(1));
    assert.equal((await recounted())?.erasedVoters, 0);

    clock.set(CLOSES + 31 * DAY);
    await server.turn();
    assert.equal(await email(), undefined);
    assert.equal((await topics.reports.ofElection(ID)).size, 0);
    assert.equal(await topics.retention.saltOf(ID), '');
    assert.equal(await ownBallot(1), null);
    assert.deepEqual((await acts()).sort(), [
      ['data-purged', 'Voix'],
      ['data-purged', 'Voix'],
      ['voters-forgotten', 'Voix'],
    ]);
    const after = await recounted();
    assert.equal(after?.erasedVoters, 3);
    assert.equal(after?.register.votes(1), 3);
    assert.deepEqual(after?.proclamations.at(-1)?.entry, before?.proclamations.at(-1)?.entry);

    clock.set(CLOSES + 60 * DAY);
    await server.turn();
    assert.equal((await acts()).length, 3, 'nothing is done twice');
    assert.equal((await recounted())?.erasedVoters, 3);
  });

  it('the server’s secret alone does not give a voter’s pseudonym, not even before', async (t) => {
    const { storage, ownBallot } = await anElectionHeld(t);
    assert.ok(await ownBallot(1));
    assert.equal(await storage.ballotOf(ID, pseudonym(ID)), undefined);
    const salt = await storage.topics!.retention.saltOf(ID);
    assert.ok(await storage.ballotOf(ID, pseudonym(`${ID}|${salt}`)));
  });

  it('of an election from before salts all else goes, and it is said once that voters can still be told', async (t) => {
    const { clock, server, topics, recounted, ownBallot, email, acts, warned } = await anElectionHeld(
      t,
      true,
    );
    clock.set(CLOSES + 30 * DAY - 3_600_001);
    await server.turn();
    assert.deepEqual(warned(), []);
    for (const day of [31, 32]) {
      clock.set(CLOSES + day * DAY);
      await server.turn();
      assert.deepEqual(warned(), [{ event: 'voters-kept', level: 'warn', election: ID }]);
    }
    assert.equal(await email(), undefined);
    assert.equal((await topics.reports.ofElection(ID)).size, 0);
    assert.ok(await ownBallot(1));
    assert.deepEqual(await acts(), [
      ['data-purged', 'Voix'],
      ['data-purged', 'Voix'],
    ]);
    assert.equal((await recounted())?.erasedVoters, 0);
  });

  it('of one from before salts that opens later voters are forgotten, too: it was given its salt at once', async (t) => {
    const clock = new SetClock(OPENS - 2 * DAY);
    const folder = await mkdtemp(join(tmpdir(), 'voix-retention-'));
    const path = join(folder, 'voix.db');
    const storage = await openSqlite(path, { now: () => clock.now() });
    await storage.putElection({ election: anElection(ID), origins: [PAGE] });
    dropSalts(path);
    const admin = { mailer: noMailer, now: () => clock.now() };
    const server = createElectionServer({ storage, clock, secret: SECRET, admin });
    t.after(async () => {
      await server.close();
      await storage.close();
      await rm(folder, { recursive: true });
    });
    // Whoever has asked already is told of the new name, too.
    assert.equal((await server.fetch(new Request(`${BASE}/elections/${ID}`))).status, 200);
    await server.turn();
    const salt = await storage.topics!.retention.saltOf(ID);
    assert.match(salt ?? '', /^[\w-]{22}$/);
    clock.set(DURING);
    assert.equal((await server.fetch(aVote(ID, { voter: 1, choice: plurality('amina') }))).status, 201);
    assert.ok(await storage.ballotOf(ID, pseudonym(`${ID}|${salt}`)));
  });

  it('is counted from the proclamation, and for who wrote from the end of the mandate', () => {
    const at = (day: number) => new Date(day * DAY).toISOString();
    const endsAt = (calendar: object) => {
      const { dispute, mandate } = endsOf({
        calendar: { voting: at(1), timeZone: 'UTC', ...calendar },
      } as never);
      return [dispute / DAY, mandate / DAY];
    };
    assert.deepEqual(endsAt({ counting: at(10) }), [40, 40]);
    assert.deepEqual(endsAt({ counting: at(10), proclaimed: at(12) }), [42, 42]);
    assert.deepEqual(endsAt({ counting: at(10), proclaimed: at(12), mandate: at(20) }), [42, Infinity]);
    assert.deepEqual(endsAt({ counting: at(10), mandate: at(20), ended: at(300) }), [40, 330]);
  });
});
