import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { anElection } from '../../support/backend.js';
import { aCast, newId } from '../casts.js';
import type { Using } from '../using.js';

const ADA = { id: 'ada', name: 'Ada' };
const entry = { by: ADA, deed: { act: 'voters-forgotten' }, at: 5 };

export function retentionSuite(using: Using): void {
  describe('what voters’ pseudonyms are made with', () => {
    it('is drawn with the election, stays when it is put again, and differs from any other’s', () =>
      using(async (storage) => {
        const { retention } = storage.topics!;
        const [one, other] = [newId(), newId()];
        for (const id of [one, other]) await storage.putElection({ election: anElection(id), origins: [] });
        const salt = await retention.saltOf(one);
        assert.match(salt ?? '', /^[\w-]{22}$/);
        assert.notEqual(salt, await retention.saltOf(other));
        await storage.putElection({ election: { ...anElection(one), title: 'Autre' }, origins: [] });
        assert.equal(await retention.saltOf(one), salt);
        assert.equal(await retention.saltOf(newId()), undefined);
      }));

    it('is forgotten once, after the close, with an entry that says how many voters there were', () =>
      using(async (storage) => {
        const { topics, log } = storage;
        const id = newId();
        await storage.putElection({ election: anElection(id), origins: [] });
        await storage.cast(aCast(id, { voter: 'v'.repeat(22) }));
        await storage.cast(aCast(id, { voter: 'w'.repeat(22) }));
        const forget = () => log!.append(id, { type: 'erasure', voters: 'all' }, undefined, entry);
        assert.equal(await forget(), undefined, 'while votes come in');
        await log!.append(id, { type: 'close', voters: 2, tiers: {}, refused: {} });
        const { size } = (await log!.head(id))!;
        const heads = await Promise.all([forget(), forget(), forget()]);
        assert.deepEqual(heads.map((head) => head?.size).sort(), [size + 1, undefined, undefined]);
        assert.equal(await topics!.retention.saltOf(id), '');
        const [text = ''] = await log!.entries(id, size, size + 1);
        const { type, voters } = JSON.parse(text) as { type: string; voters: number };
        assert.deepEqual([type, voters], ['erasure', 2]);
        await storage.putElection({ election: { ...anElection(id), title: 'Autre' }, origins: [] });
        assert.equal(await topics!.retention.saltOf(id), '', 'never drawn anew');
      }));
  });

  describe('what nobody needs any more', () => {
    it('goes: addresses and reports, then whose candidacies and questions they were; the words stay', () =>
      using(async ({ topics }) => {
        const { candidacies, reports, questions, retention } = topics!;
        const [election, other] = [newId(), newId()];
        const profile = { name: 'Zoé', town: 'Sète', slogan: 'Un banc', manifesto: 'Je demande un banc.' };
        const id = randomUUID();
        for (const each of [election, other]) {
          const sent = { id, person: 'p', key: randomUUID(), profile, email: 'zoe@example.org' };
          await candidacies.submit(each, sent);
          await reports.add(each, 'amina', 'q', 'offence');
          const asked = { kind: 'question', text: 'Un banc ?', name: '', candidate: null } as const;
          await questions.ask(each, { ...asked, id: `${each}-1`, person: 'q', key: randomUUID() });
        }
        assert.equal(await retention.endDispute(election), 2);
        assert.equal(await retention.endDispute(election), 0);
        const own = await candidacies.ofPerson(election, 'p');
        assert.deepEqual([own?.email, own?.profile], [undefined, profile]);
        assert.equal((await reports.ofElection(election)).size, 0);
        assert.ok((await retention.endMandate(election)) >= 2);
        assert.equal(await retention.endMandate(election), 0);
        assert.equal(await candidacies.ofPerson(election, 'p'), undefined);
        assert.deepEqual((await candidacies.byId(election, id))?.profile, profile);
        const page = await questions.page(election, { limit: 5, sort: 'date' }, 'q');
        assert.deepEqual(
          page.questions.map(({ text, supports, supported }) => [text, supports, supported]),
          [['Un banc ?', 1, false]],
        );
        assert.equal((await candidacies.ofPerson(other, 'p'))?.email, 'zoe@example.org');
        assert.equal((await reports.ofElection(other)).size, 1);
      }));
  });
}
