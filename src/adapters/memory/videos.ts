import { captionsOf, MAX_CAPTIONS } from '../../model/captions.js';
import { mayStand, type CandidacyOffer } from '../../model/candidacy.js';
import type { Id, Video } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { VIDEO_TYPES, videoType } from '../../model/video-type.js';
import type { Town } from './community.js';

/** Bytes in which a video says what it is. */
const HEAD = 64;

interface Videos {
  readonly offer: Required<Pick<CandidacyOffer, 'video' | 'captions'>>;
  /** Whether a submission may name it: its file, and its captions where it has any, were sent here. */
  readonly has: (video: Video) => boolean;
}

/** Videos and their captions: each at an address of the kind `blob:`, which the page alone reads while it stands. */
export function videosIn(town: Town): Videos {
  const kept = new Set<string>();

  const keep = (blob: Blob): string => {
    const address = URL.createObjectURL(blob);
    kept.add(address);
    return address;
  };

  function open(election: Id): void {
    if (!mayStand(town.election(election), town.clock().now, true))
      throw new ElectionError('candidacy-closed');
  }

  return {
    offer: {
      async video(election, video, { onProgress, ...options } = {}) {
        const type = videoType(new Uint8Array(await video.slice(0, HEAD).arrayBuffer()));
        onProgress?.(0);
        return town.answer(options, (): Video => {
          open(election);
          if (!type) throw new ElectionError('video-unreadable');
          return { provider: 'file', id: keep(video.slice(0, video.size, VIDEO_TYPES[type])) };
        });
      },
      async captions(election, captions, options) {
        const sent = new Uint8Array(await captions.slice(0, MAX_CAPTIONS + 1).arrayBuffer());
        return town.answer(options, () => {
          open(election);
          if (sent.length > MAX_CAPTIONS) throw new ElectionError('body-too-large');
          const text = captionsOf(sent);
          if (text === undefined) throw new ElectionError('captions-unreadable');
          return keep(new Blob([text], { type: 'text/vtt' }));
        });
      },
    },
    has: ({ id, captions }) => kept.has(id) && (captions === undefined || kept.has(captions)),
  };
}
