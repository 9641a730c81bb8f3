import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ADMIN_OPERATIONS } from '../../../src/protocol/operations-admin.js';
import { SESSION_COOKIE } from '../../../src/protocol/admin-routes.js';
import { newCode } from '../../../src/server/admin/codes.js';
import { anElection, aBackend, aRead } from '../support/backend.js';
import { anAdmin, cookieIn, MODERATOR, OWNER, READER } from '../support/admin.js';
import { assertProblem } from '../support/problem.js';

const SIGN_IN = '/admin/sign-in/code';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('signing in by a mailed code', () => {
  it('gives a session in a host-only cookie that no script reads and no other site sends', async (t) => {
    const { ask, codeFor } = await anAdmin(t);
    const code = await codeFor(OWNER.email);
    const answer = await ask(SIGN_IN, {
      body: { email: OWNER.email.toUpperCase(), code: `${code.slice(0, 3)} ${code.slice(3)}` },
    });
    const cookie = answer.headers.get('Set-Cookie') ?? '';
    assert.match(
      cookie,
      new RegExp(`^${SESSION_COOKIE}=[\\w-]{43}; Path=/; Max-Age=43200; Secure; HttpOnly; SameSite=Strict$`),
    );
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null);
    const session = (await (await ask('/admin/session', { cookie: cookieIn(answer) })).json()) as {
      person: { name: string; role: string };
      backend: string;
    };
    assert.deepEqual([session.person.name, session.person.role], ['Zoé', 'owner']);
    assert.equal(session.backend, 'https://vote.test');
  });

  it('answers the same, and keeps as little, whether the address is known or not', async (t) => {
    const { ask, mails } = await anAdmin(t);
    const answers = [];
    for (const email of [OWNER.email, 'nobody@brand.test']) {
      const sent = await ask('/admin/sign-in/send-code', { body: { email } });
      const wrong = await ask(SIGN_IN, { body: { email, code: '000000' } });
      answers.push([sent.status, await sent.text(), wrong.status, await wrong.text()]);
    }
    assert.deepEqual(answers[0], answers[1]);
    assert.deepEqual(
      mails.map(({ to }) => to),
      [OWNER.email],
    );
  });

  it('a wrong code is entered into the trail afterwards: the answer is not slower for it', async (t) => {
    const { ask, server, topics } = await anAdmin(t);
    const failed = async () =>
      (await topics.trail.page(50, {}))
        .filter(({ act }) => act === 'sign-in-failed')
        .map((one) => one.subject);
    for (const email of [OWNER.email, 'nobody@brand.test', OWNER.email])
      await assertProblem(await ask(SIGN_IN, { body: { email, code: '000000' } }), 'code-wrong');
    assert.deepEqual(await failed(), []);
    await server.turn();
    assert.deepEqual(await failed(), [OWNER.id, OWNER.id]);
  });

  it('takes a code once, for ten minutes, and not after five wrong ones', async (t) => {
    const { ask, codeFor, wall } = await anAdmin(t);
    const enter = (email: string, code: string) => ask(SIGN_IN, { body: { email, code } });
    const used = await codeFor(OWNER.email);
    assert.equal((await enter(OWNER.email, used)).status, 200);
    await assertProblem(await enter(OWNER.email, used), 'code-wrong');
    const old = await codeFor(OWNER.email);
    wall.set(wall.now() + 10 * MINUTE);
    await assertProblem(await enter(OWNER.email, old), 'code-wrong');
    const right = await codeFor(MODERATOR.email);
    const wrong = right === '123456' ? '654321' : '123456';
    for (let n = 0; n < 5; n++) await assertProblem(await enter(MODERATOR.email, wrong), 'code-wrong');
    await assertProblem(await enter(MODERATOR.email, right), 'code-wrong');
    await assertProblem(await enter(MODERATOR.email, await codeFor(MODERATOR.email)), 'code-wrong');
    wall.set(wall.now() + HOUR);
    assert.equal((await enter(MODERATOR.email, await codeFor(MODERATOR.email))).status, 200);
  });

  it('mails at most five codes an hour', async (t) => {
    const { ask, mails } = await anAdmin(t);
    for (let n = 0; n < 8; n++)
      assert.equal((await ask('/admin/sign-in/send-code', { body: { email: READER.email } })).status, 200);
    assert.equal(mails.length, 5);
  });

  it('a mail that does not leave is in the log, without the address', async (t) => {
    const { ask, failing, log } = await anAdmin(t);
    failing.reason = `550 no such user <${OWNER.email}>`;
    assert.equal((await ask('/admin/sign-in/send-code', { body: { email: OWNER.email } })).status, 200);
    await new Promise(setImmediate);
    const failed = log.find(({ event }) => event === 'courier-failed');
    assert.match(JSON.stringify(failed), /550 no such user/);
    assert.doesNotMatch(JSON.stringify(log), /brand\.test/);
  });

  it('codes have six digits', () => {
    for (let n = 0; n < 1000; n++) assert.match(newCode(), /^\d{6}$/);
  });
});

describe('a session', () => {
  it('that was signed out of opens nothing when it is replayed', async (t) => {
    const { ask, signIn } = await anAdmin(t);
    const cookie = await signIn();
    assert.equal((await ask('/admin/people', { cookie })).status, 200);
    const out = await ask('/admin/sign-out', { cookie, body: {} });
    assert.match(out.headers.get('Set-Cookie') ?? '', /Max-Age=0/);
    assert.deepEqual(await out.json(), {});
    await assertProblem(await ask('/admin/people', { cookie }), 'sign-in-needed');
  });

  it('ends two hours after the last act, and twelve after the sign-in', async (t) => {
    const { ask, signIn, wall } = await anAdmin(t);
    const idle = await signIn();
    wall.set(wall.now() + 2 * HOUR);
    await assertProblem(await ask('/admin/people', { cookie: idle }), 'sign-in-needed');
    const busy = await signIn();
    for (let n = 0; n < 11; n++) {
      wall.set(wall.now() + HOUR);
      assert.equal((await ask('/admin/people', { cookie: busy })).status, 200);
    }
    wall.set(wall.now() + HOUR);
    await assertProblem(await ask('/admin/people', { cookie: busy }), 'sign-in-needed');
  });

  it('is used by the admin’s own page only: other origins and sites are refused before anything else', async (t) => {
    const { ask, signIn, topics } = await anAdmin(t);
    const cookie = await signIn();
    const foreign: Readonly<Record<string, string | null>>[] = [
      { Origin: 'https://evil.test' },
      { Origin: 'null' },
      { Origin: 'https://sub.vote.test' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ];
    const body = { email: 'x@brand.test', name: 'X', role: 'owner' };
    for (const headers of [...foreign, { Origin: null }]) {
      const answer = await ask('/admin/people/add', { cookie, body, headers });
      assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null);
      await assertProblem(answer, 'origin-refused');
    }
    for (const headers of foreign)
      await assertProblem(await ask('/admin/people', { cookie, headers }), 'origin-refused');
    assert.equal((await topics.people.all()).length, 3);
  });

  it('is asked for everywhere: without one no route of the admin shows or does anything', async (t) => {
    const { ask } = await anAdmin(t, [anElection('maison')]);
    const open = new Set([
      'adminSession',
      'sendCode',
      'signInByCode',
      'passkeyQuestion',
      'signInByPasskey',
      'signOut',
    ]);
    for (const [name, { method, path }] of Object.entries(ADMIN_OPERATIONS)) {
      if (open.has(name)) continue;
      const address = path.replace('{election}', 'maison').replace('{file}', 'ballots.csv');
      for (const cookie of [undefined, `${SESSION_COOKIE}=${'a'.repeat(43)}`]) {
        const options = method === 'POST' ? { body: {}, cookie } : { cookie };
        await assertProblem(await ask(address, options), 'sign-in-needed');
      }
    }
  });
});

describe('roles', () => {
  it('a reader changes nothing, a moderator no people; a role taken away is gone at the next act', async (t) => {
    const { ask, signIn, topics } = await anAdmin(t, [anElection('maison')]);
    const reader = await signIn(READER);
    const owners = new Set([
      'people',
      'addPerson',
      'changePerson',
      'removePerson',
      'webhooks',
      'addWebhook',
      'removeWebhook',
      'testWebhook',
    ]);
    const own = new Set([
      'addPasskey',
      'newPasskeyQuestion',
      'removePasskey',
      'signOut',
      'sendCode',
      'signInByCode',
      'signInByPasskey',
      'passkeyQuestion',
    ]);
    const moderator = await signIn(MODERATOR);
    for (const [name, { method, path }] of Object.entries(ADMIN_OPERATIONS)) {
      if (own.has(name)) continue;
      const address = path.replace('{election}', 'maison').replace('{file}', 'election.json');
      const asked = (cookie: string) => ask(address, method === 'POST' ? { cookie, body: {} } : { cookie });
      if (method === 'POST' || owners.has(name) || name === 'mails')
        await assertProblem(await asked(reader), 'not-allowed');
      else assert.equal((await asked(reader)).status, 200, name);
      if (owners.has(name)) await assertProblem(await asked(moderator), 'not-allowed');
    }
    assert.equal((await ask('/admin/mails', { cookie: moderator })).status, 200);
    await topics.people.change({ ...MODERATOR, version: 1, role: 'reader' }, null, 0);
    await assertProblem(await ask('/admin/mails', { cookie: moderator }), 'not-allowed');
  });

  it('an owner lets others in, and is told where somebody else was quicker, or nobody would be left', async (t) => {
    const { ask, signIn } = await anAdmin(t);
    const cookie = await signIn();
    const act = async (path: string, body: unknown) => ask(path, { cookie, body });
    const added = await act('/admin/people/add', { email: ' New@Brand.test ', name: 'Nina', role: 'reader' });
    const { people } = (await added.json()) as { people: { id: string; email: string; version: number }[] };
    const nina = people.find(({ email }) => email === 'new@brand.test');
    assert.ok(nina);
    await assertProblem(
      await act('/admin/people/add', { email: 'other@brand.test', name: 'N\u202eina', role: 'reader' }),
      'body-invalid',
    );
    await assertProblem(
      await act('/admin/people/add', { email: 'new@brand.test', name: 'N', role: 'owner' }),
      'person-known',
    );
    const change = { id: nina.id, version: nina.version, name: 'Nina', role: 'moderator' };
    assert.equal((await act('/admin/people/change', change)).status, 200);
    await assertProblem(await act('/admin/people/change', change), 'changed-meanwhile');
    const zoe = people.find(({ email }) => email === OWNER.email);
    await assertProblem(
      await act('/admin/people/remove', { id: OWNER.id, version: zoe?.version }),
      'last-owner',
    );
    const left = { id: nina.id, version: nina.version + 1 };
    assert.equal((await act('/admin/people/remove', left)).status, 200);
    const trail = (await (await ask('/admin/trail', { cookie })).json()) as {
      entries: { act: string; by: { name: string } | null; about: string | null }[];
    };
    assert.deepEqual(
      trail.entries.slice(0, 4).map(({ act: done, by, about }) => [done, by?.name, about]),
      [
        ['person-removed', 'Zoé', 'Nina'],
        ['person-changed', 'Zoé', 'Nina'],
        ['person-added', 'Zoé', 'Nina'],
        ['signed-in', 'Zoé', null],
      ],
      'who it was done to is named, even who has left',
    );
  });
});

it('where there is no admin, its routes say so', async () => {
  const { server } = await aBackend([anElection('maison')]);
  for (const path of ['/admin/session', '/admin/elections'])
    await assertProblem(await server.fetch(aRead(path)), 'unsupported');
});
