import type { Candidacy, CandidacyOffer } from '../../model/candidacy.js';
import type { Photo } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { CANDIDACY_ROUTES } from '../../protocol/candidacy-routes.js';
import { addressOf } from '../../protocol/routes.js';
import type { Line } from './line.js';
import type { videosOver } from './videos.js';

export const candidaciesOver = (line: Line): CandidacyOffer => ({
  async own(election, options) {
    options?.signal?.throwIfAborted();
    return line.isKnown() ? line.get(addressOf(CANDIDACY_ROUTES.own, election), ownIn, options) : null;
  },
  submit: (election, submission, key, options) =>
    line.post(addressOf(CANDIDACY_ROUTES.submit, election), submission, candidacyIn, { ...options, key }),
  withdraw: (election, version, options) =>
    line.post(addressOf(CANDIDACY_ROUTES.withdraw, election), { version }, candidacyIn, options),
  photo: (election, picture, options) =>
    line.post(addressOf(CANDIDACY_ROUTES.photos, election), picture, photoIn, options),
  report: (election, candidate, reason, options) => {
    const route = addressOf(CANDIDACY_ROUTES.report, election);
    const path = route.replace('{candidate}', encodeURIComponent(candidate));
    return line.post(path, { reason }, () => undefined, options);
  },
  ...lazyVideos(line),
});

/** How a video is sent is loaded with the first one. */
function lazyVideos(line: Line): Required<Pick<CandidacyOffer, 'video' | 'captions'>> {
  let loaded: ReturnType<typeof videosOver> | undefined;
  const videos = async () => {
    if (loaded) return loaded;
    const videos = await import('./videos.js').catch((cause: unknown) => {
      throw new ElectionError('offline', { cause });
    });
    // What has begun is known to the one that began it.
    return (loaded ??= videos.videosOver(line));
  };
  return {
    video: async (...sent) => (await videos()).video(...sent),
    captions: async (...sent) => (await videos()).captions(...sent),
  };
}

interface Answer {
  readonly candidacy: Candidacy | null;
}

function candidacyIn({ candidacy }: Answer): Candidacy {
  const texts = [candidacy?.id, candidacy?.state, candidacy?.profile.name];
  if (candidacy && texts.every((text) => typeof text === 'string')) return candidacy;
  throw new TypeError();
}

const ownIn = (answer: Answer): Candidacy | null => answer.candidacy && candidacyIn(answer);

function photoIn({ photo }: { readonly photo: Photo }): Photo {
  if (typeof photo.src === 'string') return photo;
  throw new TypeError();
}
