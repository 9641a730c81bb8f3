import { captionsOf, MAX_CAPTIONS } from '../../model/captions.js';
import { mayStand, type CandidacyOffer } from '../../model/candidacy.js';
import type { Id, Photo, Video } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { MAX_PHOTO, pictureType } from '../../model/picture-type.js';
import { VIDEO_TYPES, videoType } from '../../model/video-type.js';
import type { Town } from './community.js';

/** Bytes in which a video says what it is. */
const HEAD = 64;

interface Media {
  readonly offer: Required<Pick<CandidacyOffer, 'photo' | 'video' | 'captions'>>;
  /** Whether it is the address of a file that was sent here. */
  readonly has: (address: string) => boolean;
}

/**
 * Photos, videos and their captions: each at an address of the kind `blob:`, which the page alone reads while it stands.
 * They are kept as they were sent.
 */
export function mediaIn(town: Town): Media {
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
      async photo(election, picture, options) {
        const sent = await bytesOf(picture, MAX_PHOTO + 1);
        return town.answer(options, (): Photo => {
          open(election);
          if (sent.length > MAX_PHOTO) throw new ElectionError('photo-too-large');
          const type = pictureType(sent);
          if (!type || type === 'heic') throw new ElectionError('photo-unreadable');
          return { src: keep(new Blob([sent], { type: `image/${type}` })) };
        });
      },
      async video(election, video, { onProgress, ...options } = {}) {
        const type = videoType(await bytesOf(video, HEAD));
        onProgress?.(0);
        return town.answer(options, (): Video => {
          open(election);
          if (!type) throw new ElectionError('video-unreadable');
          return { provider: 'file', id: keep(video.slice(0, video.size, VIDEO_TYPES[type])) };
        });
      },
      async captions(election, captions, options) {
        const sent = await bytesOf(captions, MAX_CAPTIONS + 1);
        return town.answer(options, () => {
          open(election);
          if (sent.length > MAX_CAPTIONS) throw new ElectionError('body-too-large');
          const text = captionsOf(sent);
          if (text === undefined) throw new ElectionError('captions-unreadable');
          return keep(new Blob([text], { type: 'text/vtt' }));
        });
      },
    },
    has: (address) => kept.has(address),
  };
}

const bytesOf = async (blob: Blob, most: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.slice(0, most).arrayBuffer());
