import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anElection } from '../../support/backend.js';
import { newId } from '../casts.js';
import type { Using } from '../using.js';

const PHOTO = `${'a'.repeat(31)}7`;
const AMINA = { id: 'amina', name: 'Amina', photo: { src: `/media/${PHOTO}-400.webp` } };

export function hiddenSuite(using: Using): void {
  describe('candidates who were taken out', () => {
    it('are kept as they stood, with their pictures, until they are forgotten', () =>
      using(async ({ topics }) => {
        const { hidden, media } = topics!;
        const election = newId();
        await hidden.keep(election, { id: 'bruno', name: 'Bruno' }, 'Ada', 'Un essai.');
        await hidden.keep(election, { ...AMINA, name: 'A.' }, 'Ada', 'Un essai.');
        await hidden.keep(election, AMINA, 'Zoé', 'Une photo d’une autre.');
        const kept = await hidden.ofElection(election);
        const amina = kept.find(({ candidate }) => candidate.id === 'amina');
        assert.deepEqual(amina?.candidate, AMINA);
        assert.deepEqual([amina?.by, amina?.reason], ['Zoé', 'Une photo d’une autre.']);
        assert.equal(kept.length, 2);
        assert.ok((await media.named()).has(PHOTO));
        await hidden.forget(election, 'amina');
        assert.equal((await hidden.ofElection(election)).length, 1);
        assert.deepEqual(await hidden.ofElection(newId()), []);
        assert.equal((await media.named()).has(PHOTO), false);
      }));

    it('are forgotten with the profile of whoever is erased, and with what they sent to stand', () =>
      using(async (storage) => {
        const { topics, log } = storage;
        const election = newId();
        await storage.putElection({ election: anElection(election), origins: [] });
        await topics!.hidden.keep(election, AMINA, 'Ada', 'Un essai.');
        const profile = { name: 'Zoé', town: 'Sète', slogan: 'Un banc', manifesto: 'Je demande un banc.' };
        const sent = { id: newId(), person: 'p', key: newId(), profile, email: 'zoe@example.org' };
        await topics!.candidacies.submit(election, sent);
        const { candidate: zoe = '' } = await topics!.candidacies.approve(election, sent.id, 1, 'Ada', []);
        const both = { ...anElection(election), candidates: [{ id: zoe, ...profile }] };
        await storage.putElection({ election: both, origins: [] });
        const number = (await log!.numbers(election)).get(zoe)!;
        await log!.append(election, {
          type: 'moderation',
          candidate: number,
          act: 'erased',
          reason: 'court',
        });
        const own = await topics!.candidacies.ofPerson(election, 'p');
        assert.deepEqual(
          [own?.profile.name, own?.profile.manifesto, own?.email],
          [`N° ${number}`, '', undefined],
        );
        const candidate = (await log!.numbers(election)).get('amina')!;
        await log!.append(election, { type: 'moderation', candidate, act: 'erased', reason: 'on-request' });
        assert.deepEqual(await topics!.hidden.ofElection(election), []);
      }));
  });
}
