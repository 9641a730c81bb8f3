import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Profile } from '../../../../src/model/candidacy.js';
import type { ErrorCode } from '../../../../src/model/errors.js';
import type { SentCandidacy } from '../../../../src/server/storage/topics/candidacies.js';
import { anElection } from '../../support/backend.js';
import { newId } from '../casts.js';
import type { Using } from '../using.js';

const profile: Profile = { name: 'Zoé Œuf', town: 'Sète', slogan: 'Le quai', manifesto: '« Bonjour »' };
const sent = (person: string, more: Partial<SentCandidacy> = {}): SentCandidacy => ({
  id: newId(),
  person,
  key: newId(),
  profile,
  ...more,
});
const refuses = (asked: Promise<unknown>, code: ErrorCode) => assert.rejects(asked, { code });

export function candidaciesSuite(using: Using): void {
  describe('candidacies', () => {
    it('come back as they were sent; the same key again changes nothing', () =>
      using(async ({ topics }) => {
        const { candidacies } = topics!;
        const election = newId();
        const first = sent('p', { email: 'zoe@example.org' });
        const kept = await candidacies.submit(election, first);
        const { id } = first;
        assert.deepEqual([kept.id, kept.state, kept.version], [id, 'pending', 1]);
        assert.deepEqual([kept.profile, kept.email], [profile, 'zoe@example.org']);
        assert.deepEqual(await candidacies.submit(election, first), kept);
        assert.deepEqual(await candidacies.ofPerson(election, 'p'), kept);
        assert.deepEqual(await candidacies.byId(election, id), kept);
        assert.equal(await candidacies.ofPerson(newId(), 'p'), undefined);
      }));

    it('are one a person, however many arrive at once', () =>
      using(async ({ topics }) => {
        const { candidacies } = topics!;
        const election = newId();
        const all = await Promise.allSettled(
          Array.from({ length: 8 }, () => candidacies.submit(election, sent('p'))),
        );
        assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1);
        assert.equal((await candidacies.ofElection(election, 10)).length, 1);
        await refuses(candidacies.submit(election, sent('p')), 'candidacy-exists');
      }));

    it('of two moderators at once one decides; who has seen an older version decides nothing', () =>
      using(async ({ topics }) => {
        const { candidacies } = topics!;
        const election = newId();
        const { id } = await candidacies.submit(election, sent('p'));
        const [first, second] = await Promise.allSettled([
          candidacies.approve(election, id, 1, 'ada', []),
          candidacies.sendBack(election, id, 1, 'bob', 'La photo est floue.'),
        ]);
        assert.deepEqual([first.status, second.status].sort(), ['fulfilled', 'rejected']);
        const other = await candidacies.submit(election, sent('q'));
        const mended = await candidacies.submit(election, sent('q', { version: 1 }));
        assert.deepEqual([mended.id, mended.version], [other.id, 2]);
        await refuses(candidacies.approve(election, other.id, 1, 'ada', []), 'changed-meanwhile');
      }));

    it('is sent back, mended, approved; an approved one is mended no more', () =>
      using(async ({ topics }) => {
        const { candidacies } = topics!;
        const election = newId();
        const { id } = await candidacies.submit(election, sent('p'));
        const back = await candidacies.sendBack(election, id, 1, 'ada', 'La photo est floue.');
        assert.deepEqual([back.state, back.reason, back.by], ['returned', 'La photo est floue.', 'ada']);
        await refuses(candidacies.sendBack(election, id, 2, 'bob', 'x'), 'candidacy-settled');
        const mended = await candidacies.submit(election, sent('p', { version: 2 }));
        assert.deepEqual([mended.state, mended.reason, mended.version], ['pending', undefined, 3]);
        const approved = await candidacies.approve(election, id, 3, 'ada', ['zoe-oeuf']);
        assert.deepEqual([approved.state, approved.candidate], ['approved', 'zoe-oeuf-2']);
        await refuses(candidacies.submit(election, sent('p', { version: 4 })), 'candidacy-settled');
        assert.deepEqual(await candidacies.ofElection(election, 10, 'approved'), [approved]);
        assert.deepEqual(await candidacies.ofElection(election, 10, 'pending'), []);
      }));

    it('is withdrawn by its person, who may stand again where nobody could vote for them', () =>
      using(async ({ topics }) => {
        const { candidacies } = topics!;
        const election = newId();
        await refuses(candidacies.withdraw(election, 'p', 1), 'candidacy-unknown');
        const { id } = await candidacies.submit(election, sent('p', { email: 'zoe@example.org' }));
        await refuses(candidacies.withdraw(election, 'p', 7), 'changed-meanwhile');
        const gone = await candidacies.withdraw(election, 'p', 1);
        assert.deepEqual([gone.state, gone.email, gone.version], ['withdrawn', undefined, 2]);
        assert.deepEqual(await candidacies.withdraw(election, 'p', 1), gone);
        const again = await candidacies.submit(election, sent('p'));
        assert.deepEqual([again.id, again.state, again.version], [id, 'pending', 3]);
        await candidacies.approve(election, id, 3, 'ada', []);
        await candidacies.withdraw(election, 'p', 4);
        await refuses(candidacies.submit(election, sent('p')), 'candidacy-exists');
      }));

    it('a candidate who is gone goes no second time in the log, whoever asks for it at once', () =>
      using(async (storage) => {
        const { log } = storage;
        const id = newId();
        await storage.putElection({ election: anElection(id), origins: [] });
        const said = (candidate: number, act: 'hidden' | 'withdrawn' | 'restored') =>
          log!.append(id, { type: 'moderation', candidate, act, reason: 'rules' });
        const both = await Promise.all([said(1, 'withdrawn'), said(1, 'hidden'), said(1, 'withdrawn')]);
        assert.deepEqual(
          both.map((head) => head?.size),
          [2, 2, 2],
        );
        await said(2, 'hidden');
        await said(2, 'restored');
        const head = await said(2, 'hidden');
        assert.equal(head?.size, 5);
        assert.equal((await said(3, 'restored'))?.size, 5, 'nor does anybody come back who has not gone');
        assert.deepEqual(Buffer.from((await log!.head(id))!.root), Buffer.from(head!.root));
      }));
  });
}
