import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import type { Candidacy } from '../../../src/model/candidacy.js';
import type { AdminCandidatesAnswer } from '../../../src/protocol/admin/queue.js';
import { approveCandidacy } from '../../../src/server/candidacies.js';
import { anAdmin, MODERATOR, OWNER, READER } from '../support/admin.js';
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
} from '../support/backend.js';
import { assertProblem } from '../support/problem.js';

const PATH = '/admin/elections/maison/candidates';
const profile = {
  name: 'Léa Petit',
  town: 'Brest',
  slogan: 'Des bocaux',
  manifesto: 'Je veux des bocaux. '.repeat(5),
};

/** Amina, who came with the election's file, and Léa, who stood. */
async function aList(t: TestContext) {
  const admin = await anAdmin(t, [anElection('maison', {}, ['amina'])]);
  const { storage, clock, server, ask, signIn } = admin;
  clock.set(OPENS - 1);
  const post = (path: string, body: unknown, person = 1) =>
    server.fetch(
      new Request(`${BASE}/elections/maison/${path}`, {
        method: 'POST',
        headers: {
          Authorization: `Device ${device(person)}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': randomUUID(),
          Origin: PAGE,
        },
        body: JSON.stringify(body),
      }),
    );
  const consents = { age: true, rules: true, image: true };
  const sent = (await (await post('candidacies', { profile, consents })).json()) as { candidacy: Candidacy };
  await approveCandidacy({ storage, clock }, 'maison', { id: sent.candidacy.id, version: 1, by: 'ada' });
  const cookie = await signIn(MODERATOR);
  const decide = (body: object, by = cookie) => ask(`${PATH}/decide`, { cookie: by, body });
  const hide = (candidate: string, by?: string) =>
    decide({ candidate, decision: 'hide', reason: 'Une photo de quelqu’un d’autre.' }, by);
  const restore = (candidate: string, by?: string) =>
    decide({ candidate, decision: 'restore', reason: 'C’était bien sa photo.' }, by);
  const report = (candidate: string, reason: string, person: number) =>
    post(`candidates/${candidate}/report`, { reason }, person);
  const gone = async () => ((await (await ask(PATH, { cookie })).json()) as AdminCandidatesAnswer).hidden;
  const list = async () =>
    ((await (await ask(PATH, { cookie })).json()) as AdminCandidatesAnswer).candidates.map(
      ({ id, reports }) => [id, reports] as const,
    );
  const moderations = async () => {
    const { size } = (await storage.log!.head('maison'))!;
    const entries = await storage.log!.entries('maison', 0, size);
    return entries
      .map((text) => JSON.parse(text) as { type: string; candidate: number; act: string; reason: string })
      .filter(({ type }) => type === 'moderation')
      .map(({ candidate, act, reason }) => [candidate, act, reason]);
  };
  const election = async () => (await storage.election('maison'))!.election;
  return { ...admin, post, cookie, decide, hide, restore, report, list, gone, moderations, election };
}

describe('a candidate who is reported', () => {
  it('waits in the queue with the number of reports, one a person; looked at, no more', async (t) => {
    const { report, list, decide, ask, cookie, topics } = await aList(t);
    for (const [reason, person] of [
      ['offence', 1],
      ['offence', 1],
      ['impersonation', 2],
      ['offence', 3],
    ] as const)
      assert.equal((await report('lea-petit', reason, person)).status, 200);
    assert.deepEqual(await list(), [
      ['lea-petit', { offence: 2, impersonation: 1 }],
      ['amina', {}],
    ]);
    const all = (await (await ask('/admin/elections', { cookie })).json()) as {
      elections: { waiting: { reports: number } }[];
    };
    assert.equal(all.elections[0]?.waiting.reports, 1);
    assert.equal((await decide({ candidate: 'lea-petit', decision: 'keep' })).status, 200);
    assert.deepEqual((await list())[0]?.[1], {});
    assert.equal(await topics.trail.has('maison', ['candidate-kept']), true);
  });

  it('of nobody, or for no reason that there is, is refused', async (t) => {
    const { report } = await aList(t);
    await assertProblem(await report('nobody', 'offence', 1), 'candidate-unknown');
    await assertProblem(await report('amina', 'dislike', 1), 'body-invalid');
  });
});

describe('a candidate whom the brand takes out', () => {
  it('before voting opens is gone, the person reads why, and cannot send it again', async (t) => {
    const { hide, election, moderations, server, post, report, ask, cookie } = await aList(t);
    await report('lea-petit', 'impersonation', 2);
    assert.equal((await hide('lea-petit')).status, 200);
    assert.deepEqual(
      (await election()).candidates.map(({ id }) => id),
      ['amina'],
    );
    assert.equal((await election()).amendments, undefined);
    assert.deepEqual(await moderations(), [[2, 'hidden', 'rules']]);
    const own = await server.fetch(
      new Request(`${BASE}/elections/maison/candidacy`, {
        headers: { Authorization: `Device ${device(1)}` },
      }),
    );
    const { candidacy } = (await own.json()) as { candidacy: Candidacy };
    assert.deepEqual([candidacy.state, candidacy.reason], ['hidden', 'Une photo de quelqu’un d’autre.']);
    const consents = { age: true, rules: true, image: true };
    const again = await post('candidacies', { profile, consents, version: candidacy.version });
    await assertProblem(again, 'candidacy-settled');
    const all = (await (await ask('/admin/elections', { cookie })).json()) as {
      elections: { waiting: { reports: number } }[];
    };
    assert.equal(all.elections[0]?.waiting.reports, 0, 'nothing of theirs waits any more');
  });

  it('while votes come in: what was cast stays counted, none comes, everyone is told why', async (t) => {
    const { hide, election, clock, server, storage, post, moderations } = await aList(t);
    clock.set(DURING);
    const vote = (voter: number) => server.fetch(aVote('maison', { voter, choice: plurality('lea-petit') }));
    assert.equal((await vote(5)).status, 201);
    assert.equal((await hide('lea-petit')).status, 200);
    await assertProblem(await vote(6), 'candidate-unknown');
    assert.equal((await storage.tally('maison')).ballots, 1);
    assert.deepEqual(await moderations(), [[2, 'hidden', 'rules']]);
    assert.deepEqual((await election()).amendments, [
      { at: new Date(DURING).toISOString(), parts: ['candidates'], note: 'Une photo de quelqu’un d’autre.' },
    ]);
    assert.equal(
      (await post('candidacy/withdrawal', { version: 3 })).status,
      200,
      'what is theirs may still go',
    );
    assert.equal((await moderations()).length, 1, 'who is gone goes no second time');
  });

  it('who came with the election’s file goes as well', async (t) => {
    const { hide, election, clock, moderations, topics } = await aList(t);
    clock.set(DURING);
    assert.equal((await hide('amina')).status, 200);
    assert.deepEqual(
      (await election()).candidates.map(({ id }) => id),
      ['lea-petit'],
    );
    assert.equal((await election()).amendments?.length, 1);
    assert.deepEqual(await moderations(), [[1, 'hidden', 'rules']]);
    assert.equal(await topics.trail.has('maison', ['candidate-hidden']), true);
    await assertProblem(await hide('amina'), 'candidate-unknown');
  });

  it('by two at once, and while the person withdraws, is in the log once', async (t) => {
    const { hide, clock, election, moderations, signIn, post } = await aList(t);
    clock.set(DURING);
    const other = await signIn(OWNER);
    await Promise.all([
      hide('lea-petit'),
      post('candidacy/withdrawal', { version: 2 }),
      hide('lea-petit', other),
      post('candidacy/withdrawal', { version: 2 }),
      hide('amina'),
      hide('amina', other),
    ]);
    assert.deepEqual((await election()).candidates, []);
    const said = await moderations();
    assert.deepEqual(said.map(([candidate]) => candidate).sort(), [1, 2]);
    assert.ok((await election()).amendments!.length <= 2);
  });

  it('once voting has closed, by nobody; nor by who may only read', async (t) => {
    const { hide, clock, signIn, ask } = await aList(t);
    const reader = await signIn(READER);
    await assertProblem(await hide('amina', reader), 'not-allowed');
    assert.equal((await ask(PATH, { cookie: reader })).status, 200);
    clock.set(CLOSES);
    await assertProblem(await hide('amina'), 'candidacy-closed');
  });
});

describe('a candidate whom the brand puts back', () => {
  it('stands as before, whichever way they came; ballots from before count, and there are new ones', async (t) => {
    const { hide, restore, gone, election, clock, server, storage, moderations, topics } = await aList(t);
    clock.set(DURING);
    const vote = (voter: number, candidate: string) =>
      server.fetch(aVote('maison', { voter, choice: plurality(candidate) }));
    assert.equal((await vote(5, 'lea-petit')).status, 201);
    const before = await election();
    for (const id of ['lea-petit', 'amina']) assert.equal((await hide(id)).status, 200);
    assert.deepEqual((await gone()).map(({ id, name, by }) => [id, name, by]).sort(), [
      ['amina', 'amina', MODERATOR.name],
      ['lea-petit', 'Léa Petit', MODERATOR.name],
    ]);
    for (const id of ['amina', 'lea-petit']) assert.equal((await restore(id)).status, 200);
    assert.deepEqual((await election()).candidates, before.candidates);
    assert.equal((await vote(6, 'lea-petit')).status, 201);
    assert.deepEqual((await storage.tally('maison')).counts, { 'lea-petit': 2 });
    assert.deepEqual(await moderations(), [
      [2, 'hidden', 'rules'],
      [1, 'hidden', 'rules'],
      [1, 'restored', 'error'],
      [2, 'restored', 'error'],
    ]);
    assert.deepEqual(
      (await election()).amendments?.map(({ note }) => note),
      [...Array(2).fill('Une photo de quelqu’un d’autre.'), ...Array(2).fill('C’était bien sa photo.')],
    );
    const trail = await topics.trail.page(10, { election: 'maison' });
    assert.equal(trail.filter(({ act }) => act === 'candidate-restored').length, 2);
    assert.deepEqual(await gone(), []);
  });

  it('reads that their candidacy is approved, and may be taken out again', async (t) => {
    const { hide, restore, server, moderations, election } = await aList(t);
    await hide('lea-petit');
    await restore('lea-petit');
    const own = await server.fetch(
      new Request(`${BASE}/elections/maison/candidacy`, {
        headers: { Authorization: `Device ${device(1)}` },
      }),
    );
    const { candidacy } = (await own.json()) as { candidacy: Candidacy };
    assert.deepEqual([candidacy.state, candidacy.reason], ['approved', undefined]);
    assert.equal((await hide('lea-petit')).status, 200);
    assert.equal((await moderations()).length, 3);
    assert.equal((await election()).candidates.length, 1);
  });

  it('by two at once is put back once', async (t) => {
    const { hide, restore, signIn, moderations, election, topics } = await aList(t);
    const other = await signIn(OWNER);
    for (const id of ['lea-petit', 'amina']) {
      await hide(id);
      await Promise.all([restore(id), restore(id, other), restore(id)]);
    }
    assert.deepEqual((await election()).candidates.map(({ id }) => id).sort(), ['amina', 'lea-petit']);
    assert.equal((await moderations()).length, 4);
    const trail = await topics.trail.page(20, { election: 'maison' });
    assert.equal(trail.filter(({ act }) => act === 'candidate-restored').length, 2);
  });

  it('is nobody who was not taken out, nor who withdrew meanwhile; once voting has closed, nobody', async (t) => {
    const { hide, restore, post, gone, clock, signIn, election, topics } = await aList(t);
    await assertProblem(await restore('amina'), 'candidate-unknown');
    await hide('lea-petit');
    assert.equal((await post('candidacy/withdrawal', { version: 3 })).status, 200);
    assert.deepEqual(await gone(), [], 'nothing of theirs is kept');
    await assertProblem(await restore('lea-petit'), 'candidate-unknown');
    await hide('amina');
    await assertProblem(await restore('amina', await signIn(READER)), 'not-allowed');
    clock.set(CLOSES);
    await assertProblem(await restore('amina'), 'candidacy-closed');
    assert.deepEqual((await election()).candidates, []);
    assert.equal(await topics.trail.has('maison', ['candidate-restored']), false);
  });
});
