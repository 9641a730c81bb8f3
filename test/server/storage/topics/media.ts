import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Profile } from '../../../../src/model/candidacy.js';
import { anElection } from '../../support/backend.js';
import { newId } from '../casts.js';
import type { Using } from '../using.js';

const mediaId = () => crypto.randomUUID().replaceAll('-', '');

export function mediaSuite(using: Using): void {
  describe('media', () => {
    it('are spoken of in elections, mandates and candidacies; not in those that were withdrawn', () =>
      using(async (storage) => {
        const { candidacies, mandate, media } = storage.topics!;
        const [logo, photo, video, captions, gone, report, other] = Array.from({ length: 7 }, mediaId);
        const election = anElection(newId());
        const brand = { ...election.brand, logo: { src: `https://vote.test/media/${logo}-320` } };
        await storage.putElection({ election: { ...election, brand }, origins: [] });
        const profile: Profile = {
          name: 'Zoé',
          town: 'Sète',
          slogan: 'Le quai',
          manifesto: 'Bonjour',
          photo: { src: `/media/${photo}-1280`, srcset: `/media/${photo}-320 320w` },
          video: { provider: 'file', id: `/media/${video}-9.mp4`, captions: `/media/${captions}.vtt` },
        };
        const stand = (person: string, its: Profile) =>
          candidacies.submit(election.id, { id: newId(), person, key: newId(), profile: its });
        await stand('p', profile);
        await stand('q', { ...profile, photo: { src: `/media/${gone}-320` } });
        await candidacies.withdraw(election.id, 'q', 1);
        const reports = [{ text: `/media/${report}-640`, at: '2026-11-22T12:00:00Z' }];
        await mandate.put(election.id, { reports } as never, 0);
        const named = await media.named();
        const addresses = [
          `/media/${photo}-1280`,
          `/media/${captions}.vtt`,
          `/media/${gone}-320`,
          '/media/%',
        ];
        assert.deepEqual(await Promise.all(addresses.map((address) => media.isNamed(address))), [
          true,
          true,
          false,
          false,
        ]);
        assert.deepEqual(
          [logo, photo, video, captions, report, gone, other].map((id) => named.has(id ?? '')),
          [true, true, true, true, true, false, false],
        );
      }));
  });
}
