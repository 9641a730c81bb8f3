import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ErrorCode } from '../../../../src/model/errors.js';
import type { Mandate } from '../../../../src/model/mandate.js';
import type { Storage } from '../../../../src/server/storage/storage.js';
import type { Topics } from '../../../../src/server/storage/topics.js';
import type { Entry } from '../../../../src/server/storage/topics/trail.js';
import { aCast, newId, putNewElection } from '../casts.js';
import type { Using } from '../using.js';

const assertRefused = (asked: Promise<unknown>, code: ErrorCode) => assert.rejects(asked, { code });

const AT = Date.parse('2026-11-22T10:00:00Z');
const LIMITS = { attempts: 3, sent: 2, window: 3_600_000 };
const IDLE = 60_000;

/** Tests share a database: everybody is somebody else in each. */
async function someone(topics: Topics, role = 'moderator') {
  const id = newId();
  const person = { id, email: `${id}@brand.test`, name: `N ${id}`, role };
  await topics.people.add(person, null, AT);
  return { ...person, seen: null, version: 1, subjects: { known: id, unknown: `nobody-${id}` } };
}

/** The id of a ballot that was cast. */
async function ballotIn(storage: Storage, election: string): Promise<string> {
  const cast = aCast(election);
  await storage.cast(cast);
  return cast.ballot;
}

export function adminSuite(using: Using): void {
  const shows = (name: string, test: (topics: Topics) => Promise<void>) =>
    it(name, () =>
      using(async ({ topics }) => {
        assert.ok(topics);
        await test(topics);
      }),
    );

  describe('people', () => {
    shows(
      'an address is one person’s; a change names the version it saw, and is in the trail',
      async (topics) => {
        const { subjects: _, ...person } = await someone(topics, 'owner');
        const again = topics.people.add({ ...person, id: newId() }, null, AT);
        await assertRefused(again, 'person-known');
        const change = { id: person.id, version: 1, name: 'Zoé', role: 'owner' };
        await topics.people.change(change, person, AT);
        await assertRefused(topics.people.change(change, person, AT), 'changed-meanwhile');
        const stored = (await topics.people.all()).find(({ id }) => id === person.id);
        assert.deepEqual(stored, { ...person, name: 'Zoé', version: 2 });
        const entries = await topics.trail.page(50, {});
        const mine = entries.filter(({ subject }) => subject === person.id);
        assert.deepEqual(
          mine.map(({ act, person: by }) => [act, by]),
          [
            ['person-changed', person.id],
            ['person-added', null],
          ],
        );
      },
    );

    shows('the last owner stays one, even where two take it from each other at once', async (topics) => {
      for (const owner of (await topics.people.all()).filter(({ role }) => role === 'owner').slice(1))
        await topics.people.remove(owner, null, AT);
      const other = await someone(topics, 'owner');
      const owners = (await topics.people.all()).filter(({ role }) => role === 'owner');
      const outcomes = await Promise.allSettled(
        owners.map((owner) => topics.people.change({ ...owner, role: 'reader' }, other, AT)),
      );
      assert.equal(outcomes.filter(({ status }) => status === 'rejected').length, 1);
      const left = (await topics.people.all()).filter(({ role }) => role === 'owner');
      assert.equal(left.length, 1);
      for (const owner of left) await assertRefused(topics.people.remove(owner, null, AT), 'last-owner');
    });
  });

  describe('sign-ins', () => {
    const keep = (topics: Topics, email: string, subjects: { known: string; unknown: string }, hash = 'h') =>
      topics.signIns.keepCode(email, subjects, { hash, at: AT, expires: AT + 600_000 }, LIMITS);
    const tried = (
      topics: Topics,
      { email, subjects }: { email: string; subjects: { known: string; unknown: string } },
      hash: string,
      at = AT,
    ) => topics.signIns.useCode(email, subjects, hash, LIMITS, { id: newId(), at, expires: at + 3_600_000 });

    const use = async (...asked: Parameters<typeof tried>) => (await tried(...asked)).signedIn ?? undefined;

    shows('a code lets its person in, once, and not when it is too old', async (topics) => {
      const person = await someone(topics);
      assert.equal((await keep(topics, person.email, person.subjects))?.id, person.id);
      assert.equal(await use(topics, person, 'h', AT + 600_000), undefined);
      assert.equal((await use(topics, person, 'h'))?.id, person.id);
      assert.equal(await use(topics, person, 'h'), undefined);
    });

    shows('wrong codes are counted across new ones, and codes sent are counted', async (topics) => {
      const person = await someone(topics);
      await keep(topics, person.email, person.subjects);
      for (const wrong of ['a', 'b']) assert.equal(await use(topics, person, wrong), undefined);
      assert.ok(await keep(topics, person.email, person.subjects, 'new'));
      assert.equal(await keep(topics, person.email, person.subjects, 'more'), undefined);
      assert.equal(await use(topics, person, 'c'), undefined);
      assert.equal(await use(topics, person, 'new'), undefined, 'there were three wrong ones');
    });

    shows('nobody is let in by an address that nobody has, whatever is kept', async (topics) => {
      const subjects = { known: newId(), unknown: newId() };
      assert.equal(await keep(topics, `${newId()}@brand.test`, subjects), undefined);
      assert.equal(await use(topics, { email: `${newId()}@brand.test`, subjects }, 'h'), undefined);
    });

    shows('whose code was wrong is told, as long as tries count, and nobody else', async (topics) => {
      const [person, subjects] = [await someone(topics), { known: newId(), unknown: newId() }];
      const nobody = { email: `${newId()}@brand.test`, subjects };
      for (let n = 0; n < LIMITS.attempts; n++) {
        assert.deepEqual(await tried(topics, person, 'no'), { signedIn: null, failed: person.id });
        assert.deepEqual(await tried(topics, nobody, 'no'), { signedIn: null, failed: null });
      }
      assert.deepEqual(await tried(topics, person, 'no'), { signedIn: null, failed: null });
    });

    shows('a session ends when it is left, forgotten, over, or its person goes', async (topics) => {
      const person = await someone(topics);
      const start = async () => {
        const session = { id: newId(), at: AT, expires: AT + 3_600_000 };
        await keep(topics, person.email, person.subjects);
        await topics.signIns.useCode(person.email, person.subjects, 'h', LIMITS, session);
        return session.id;
      };
      const isOpen = async (id: string, at = AT) =>
        (await topics.signIns.session(id, at, IDLE))?.person.id === person.id;
      const first = await start();
      assert.ok(await isOpen(first));
      assert.ok(!(await isOpen(first, AT + IDLE)));
      await topics.signIns.touch(first, person.id, AT + IDLE);
      assert.ok(await isOpen(first, AT + IDLE));
      await topics.signIns.end(first, person, AT);
      assert.ok(!(await isOpen(first)));
      const second = await start();
      await topics.signIns.touch(second, person.id, AT + 3_600_000);
      assert.ok(!(await isOpen(second, AT + 3_600_000)), 'over, however much it was used');
      await topics.people.remove(person, null, AT);
      assert.ok(!(await isOpen(second)));
    });

    shows('a passkey lets in once a challenge, and goes with its person', async (topics) => {
      const person = await someone(topics);
      const passkey = {
        id: newId(),
        person: person.id,
        name: 'K',
        key: 'a',
        counter: 0,
        made: AT,
        used: null,
      };
      await topics.signIns.addPasskey(passkey, person);
      const challenge = { id: newId(), expires: AT + 60_000 };
      const sign = () =>
        topics.signIns.usePasskey(passkey.id, 7, challenge, { id: newId(), at: AT, expires: AT + 1 });
      assert.equal((await sign())?.id, person.id);
      assert.equal(await sign(), undefined);
      assert.deepEqual(await topics.signIns.passkeysOf(person.id), [{ ...passkey, counter: 7, used: AT }]);
      await topics.people.remove({ id: person.id, version: 1 }, null, AT);
      assert.equal(await topics.signIns.passkey(passkey.id), undefined);
    });
  });

  describe('the trail', () => {
    const mandate: Mandate = { milestones: [], reports: [], privileges: [], obligations: [] };
    const entryFor = (election: string, act: string): Entry => ({
      by: { id: 'zoe', name: 'Zoé' },
      deed: { act, election },
      at: AT,
    });

    it('has each act that was to be entered, and none that was not done', () =>
      using(async (storage) => {
        const { topics, log } = storage;
        assert.ok(topics && log);
        const election = await putNewElection(storage);
        const before = await storage.election(election);
        assert.ok(before);
        const entry = (act: string) => entryFor(election, act);
        await topics.entering(entry('kept')).mandate.put(election, mandate, 0);
        await topics.entering(entry('too late')).mandate.put(election, mandate, 0);
        await storage.putElection({ ...before, origins: ['*'] }, before, entry('put'));
        await assert.rejects(storage.putElection(before, before, entry('too late')));
        const ballot = await ballotIn(storage, election);
        await log.append(election, { type: 'review', ballot, reason: 'error' }, undefined, entry('ruled'));
        await assert.rejects(
          log.append(
            election,
            { type: 'review', ballot: 'none', reason: 'error' },
            undefined,
            entry('no such'),
          ),
        );
        const acts = (await topics.trail.page(50, { election })).map(({ act }) => act);
        assert.deepEqual(acts.sort(), ['kept', 'put', 'ruled']);
      }));

    shows(
      'knows what acts were done to by name: who is there by today’s, who left by the last',
      async (topics) => {
        const [there, gone, other] = [await someone(topics), await someone(topics), await someone(topics)];
        await topics.people.change({ ...there, name: 'Zoé' }, null, AT);
        await topics.people.remove(gone, null, AT);
        assert.deepEqual(
          await topics.trail.names([there.id, gone.id, newId()]),
          new Map([
            [gone.id, gone.name],
            [there.id, 'Zoé'],
          ]),
        );
        assert.deepEqual(await topics.trail.names([]), new Map());
        assert.equal((await topics.trail.names([other.id])).get(other.id), other.name);
      },
    );

    it('that fails undoes the act itself', () =>
      using(async (storage) => {
        const { topics, log } = storage;
        assert.ok(topics && log);
        const election = await putNewElection(storage);
        const before = await storage.election(election);
        assert.ok(before);
        const ballot = await ballotIn(storage, election);
        const head = await log.head(election);
        // No column takes it: the database fails in the middle of the transaction.
        const failing = entryFor(election, null as unknown as string);
        const refused = { code: 'storage-failed' };
        await assert.rejects(topics.entering(failing).mandate.put(election, mandate, 0), refused);
        await assert.rejects(storage.putElection({ ...before, origins: ['*'] }, before, failing), refused);
        await assert.rejects(
          log.append(election, { type: 'review', ballot, reason: 'error' }, undefined, failing),
          refused,
        );
        assert.equal(await topics.mandate.ofElection(election), undefined);
        assert.deepEqual((await storage.election(election))?.origins, before.origins);
        assert.deepEqual((await log.head(election))?.root, head?.root);
        assert.equal((await storage.tally(election)).ballots, 1);
        assert.deepEqual(await topics.trail.page(50, { election }), []);
      }));
  });

  describe('what leaves by mail and webhook', () => {
    shows('of mails that nobody has asked for, three a day go to one address', async (topics) => {
      const recipient = `${newId()}@Brand.test`;
      const tell = async (at: number, isUnasked: boolean, to = recipient) => {
        const mails = [{ recipient: to, subject: 'S', text: 'T', isUnasked }];
        assert.ok(await topics.queue.announce(newId(), { event: 'test', body: '{}', mails }, at));
      };
      const count = async () =>
        (await topics.mails.page(50)).filter((mail) => /@brand\.test$/i.test(mail.recipient)).length;
      const before = await count();
      for (let i = 0; i < 5; i++) await tell(AT, true, i % 2 ? recipient : recipient.toLowerCase());
      assert.equal((await count()) - before, 3);
      await tell(AT, true, `${newId()}@brand.test`);
      await tell(AT, false);
      assert.equal((await count()) - before, 5, 'another address, and what the brand has decided');
      await tell(AT + 86_400_001, true);
      assert.equal((await count()) - before, 6, 'a day later');
    });

    shows('a mail that is due is taken by one, and again once it was not settled', async (topics) => {
      const mail = { recipient: `${newId()}@brand.test`, subject: 'S', text: 'T' };
      await topics.mails.put(mail, AT);
      const [a, b] = await Promise.all([
        topics.mails.take(AT, AT + 1000, 50),
        topics.mails.take(AT, AT + 1000, 50),
      ]);
      const taken = [...a, ...b].filter(({ recipient }) => recipient === mail.recipient);
      assert.equal(taken.length, 1);
      const later = await topics.mails.take(AT + 1000, AT + 2000, 50);
      const [again] = later.filter(({ recipient }) => recipient === mail.recipient);
      assert.equal(again?.attempts, 2);
      await topics.mails.settle(again.id, { state: 'sent' });
      assert.deepEqual(
        (await topics.mails.take(AT + 9000, AT + 9001, 50)).filter(({ id }) => id === again.id),
        [],
      );
      await topics.mails.purge(AT + 1);
      assert.ok(!(await topics.mails.page(50)).some(({ id }) => id === again.id));
    });

    shows('a webhook is told what it wants, and its deliveries go with it', async (topics) => {
      const webhook = { id: newId(), url: 'https://a.test', events: ['a'], secret: 's', made: AT };
      await topics.webhooks.add(webhook, null);
      await topics.webhooks.tell('b', '{}', AT);
      await topics.webhooks.tell('a', '{"n":1}', AT);
      const due = async () =>
        (await topics.webhooks.take(AT, AT + 1, 50)).filter(({ url }) => url === webhook.url);
      const [delivery] = await due();
      assert.equal(delivery?.body, '{"n":1}');
      assert.deepEqual(await due(), []);
      await topics.webhooks.settle(delivery.id, { state: 'delivered', status: 204, next: AT });
      const [told] = await topics.webhooks.deliveries(webhook.id, 10);
      assert.deepEqual([told?.state, told?.status, told?.attempts], ['delivered', 204, 1]);
      assert.equal(await topics.webhooks.remove(webhook.id, null, AT), true);
      assert.deepEqual(await topics.webhooks.deliveries(webhook.id, 10), []);
    });
  });
}
