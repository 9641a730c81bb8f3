/** A candidate whom the brand took out, and put back, as a real server's log tells it to an auditor. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { audit } from '../../src/audit/audit.js';
import { dossier } from '../../src/audit/dossier/dossier.js';
import { httpSource } from '../../src/audit/http-source.js';
import { hideCandidate, restoreCandidate } from '../../src/server/candidacies.js';
import { serveNode } from '../../src/server/node.js';
import { createElectionServer } from '../../src/server/server.js';
import { marksInMemory } from '../../src/server/signing/marks.js';
import { openSqlite } from '../../src/server/storage/sqlite.js';
import { anElection, aVote, CLOSES, DURING, plurality, SECRET, SetClock } from '../server/support/backend.js';
import { aSigner, NAME } from '../server/support/signed.js';
import { failures, sha256 } from './support/audit-files.js';

const ID = 'maison';
const AMINA = { candidate: 'amina', by: 'Zoé', reason: 'Elle travaille pour nous.' };

/** Amina has three votes, Bruno two. @param acts what the brand does then */
async function proclaimedAfter(t: TestContext, acts: (services: Services) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'voix-taken-out-'));
  const clock = new SetClock(DURING);
  const storage = await openSqlite(join(folder, 'voix.db'), { now: () => clock.now() });
  const signer = await aSigner();
  const key = signer.vkey(`${NAME}/${ID}`);
  await storage.putElection({ election: anElection(ID), origins: ['https://brand.test'], key });
  const more = { signer, marks: marksInMemory(), sha256, name: NAME, turn: 2_000_000_000 };
  const server = createElectionServer({ storage, clock, secret: SECRET, ...more });
  const serving = await serveNode(server, { port: 0 });
  t.after(async () => {
    await serving.close();
    await storage.close();
    await rm(folder, { recursive: true });
  });
  const vote = async (voter: number, candidate: string): Promise<number> =>
    (await server.fetch(aVote(ID, { voter, choice: plurality(candidate) }))).status;
  for (const [voter, candidate] of ['amina', 'amina', 'amina', 'bruno', 'bruno'].entries())
    assert.equal(await vote(voter, candidate), 201);
  await acts({ storage, clock, vote });
  clock.set(CLOSES + 1000);
  await server.turn();
  await server.turn();
  const found = await audit(httpSource(`${serving.url}/elections/${ID}/log`), { sha256, keys: [key] });
  return {
    found,
    page: dossier(found, sha256) ?? '',
    outcome: found.log?.replay.proclamations.at(-1)?.entry,
  };
}

interface Services {
  readonly storage: Awaited<ReturnType<typeof openSqlite>>;
  readonly clock: SetClock;
  readonly vote: (voter: number, candidate: string) => Promise<number>;
}

describe('recounted by whoever shares nothing with the server', () => {
  it('who was taken out keeps the votes, and is not elected', async (t) => {
    const { found, page, outcome } = await proclaimedAfter(t, async (services) => {
      await hideCandidate(services, ID, AMINA);
      assert.equal(await services.vote(9, 'amina'), 422);
    });
    assert.deepEqual(failures(found), []);
    assert.deepEqual(outcome?.outcome, { kind: 'elected', candidate: 2, votes: 2, margin: 2 });
    assert.equal(outcome?.counts[0], 3);
    assert.match(page, /taken out|retiré·e de la liste/);
  });

  it('who was put back is elected with all votes, those from before too', async (t) => {
    const { found, page, outcome } = await proclaimedAfter(t, async (services) => {
      await hideCandidate(services, ID, AMINA);
      await restoreCandidate(services, ID, { ...AMINA, reason: 'C’était une homonyme.' });
      assert.equal(await services.vote(9, 'amina'), 201);
    });
    assert.deepEqual(failures(found), []);
    assert.deepEqual(outcome?.outcome, { kind: 'elected', candidate: 1, votes: 4, margin: 2 });
    assert.match(page, /put back|remise sur la liste/);
  });
});
