import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Authenticator } from '../support/authenticator.js';
import { BASE } from '../support/backend.js';
import { anAdmin, cookieIn, OWNER, READER } from '../support/admin.js';
import { assertProblem } from '../support/problem.js';

const SITE = 'vote.test';

/** Somebody has added a passkey. */
async function aPasskey(t: TestContext) {
  const admin = await anAdmin(t);
  const { ask } = admin;
  const cookie = await admin.signIn();
  const question = async (path: string, by?: string): Promise<string> => {
    const answer = await ask(path, { body: {}, cookie: by });
    assert.equal(answer.status, 200, await answer.clone().text());
    return ((await answer.json()) as { options: { challenge: string } }).options.challenge;
  };
  const toAdd = () => question('/admin/passkeys/question', cookie);
  const toSign = () => question('/admin/sign-in/passkey-question');
  const add = (credential: unknown, by = cookie) =>
    ask('/admin/passkeys/add', { cookie: by, body: { name: 'Téléphone', credential } });
  const signIn = (credential: unknown) => ask('/admin/sign-in/passkey', { body: { credential } });
  const device = new Authenticator();
  const added = await add(device.create(await toAdd(), BASE, SITE));
  return { ...admin, cookie, toAdd, toSign, add, signInBy: signIn, device, added };
}

describe('a passkey', () => {
  it('lets in whoever added it, without an address being asked for', async (t) => {
    const { added, device, toSign, signInBy, ask } = await aPasskey(t);
    const { passkeys } = (await added.json()) as { passkeys: { name: string }[] };
    assert.deepEqual(
      passkeys.map(({ name }) => name),
      ['Téléphone'],
    );
    const answer = await signInBy(device.get(await toSign(), BASE, SITE));
    assert.equal(answer.status, 200, await answer.clone().text());
    const session = await ask('/admin/session', { cookie: cookieIn(answer) });
    assert.equal(((await session.json()) as { person: { email: string } }).person.email, OWNER.email);
  });

  it('signs each challenge once: what was recorded lets nobody in', async (t) => {
    const { device, toSign, signInBy } = await aPasskey(t);
    const signed = device.get(await toSign(), BASE, SITE);
    const both = await Promise.all([signInBy(signed), signInBy(signed)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 403]);
    await assertProblem(await signInBy(signed), 'passkey-refused');
  });

  it('is refused for another site, another challenge, an old one, or without its person being known', async (t) => {
    const { device, toSign, toAdd, signInBy, wall } = await aPasskey(t);
    await assertProblem(
      await signInBy(device.get(await toSign(), 'https://evil.test', SITE)),
      'passkey-refused',
    );
    await assertProblem(await signInBy(device.get(await toSign(), BASE, 'evil.test')), 'passkey-refused');
    await assertProblem(await signInBy(device.get(await toAdd(), BASE, SITE)), 'passkey-refused');
    const forged = Buffer.from('a.9999999999999.b').toString('base64url');
    await assertProblem(await signInBy(device.get(forged, BASE, SITE)), 'passkey-refused');
    const old = device.get(await toSign(), BASE, SITE);
    wall.set(wall.now() + 300_000);
    await assertProblem(await signInBy(old), 'passkey-refused');
    device.verifies = false;
    await assertProblem(await signInBy(device.get(await toSign(), BASE, SITE)), 'passkey-refused');
  });

  it('of a device that is not known, or with another’s signature, is refused', async (t) => {
    const { device, toSign, signInBy } = await aPasskey(t);
    const other = new Authenticator();
    await assertProblem(await signInBy(other.get(await toSign(), BASE, SITE)), 'passkey-refused');
    const challenge = await toSign();
    const { response } = other.get(challenge, BASE, SITE);
    await assertProblem(
      await signInBy({ ...device.get(challenge, BASE, SITE), response }),
      'passkey-refused',
    );
    await assertProblem(
      await signInBy({ id: 'x', rawId: 'x', type: 'public-key', response: {} }),
      'passkey-refused',
    );
  });

  it('is added by who was asked to, and removed by its own person only', async (t) => {
    const { toAdd, add, ask, signIn, device, cookie } = await aPasskey(t);
    const reader = await signIn(READER);
    const second = new Authenticator();
    await assertProblem(await add(second.create(await toAdd(), BASE, SITE), reader), 'passkey-refused');
    const id = device.id.toString('base64url');
    const remove = (by: string) => ask('/admin/passkeys/remove', { cookie: by, body: { id } });
    await remove(reader);
    const kept = (await (await ask('/admin/passkeys', { cookie })).json()) as { passkeys: unknown[] };
    assert.equal(kept.passkeys.length, 1);
    assert.deepEqual(await (await remove(cookie)).json(), { passkeys: [] });
  });
});
