import { base64url } from '../../log/base64.js';
import type { Candidate, Election } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { posterOf, type DrawPoster } from './poster.js';

/** Gives a photo's bytes, of any width; `undefined` where they are not to be had. */
export type ReadPhoto = (src: string) => Promise<Uint8Array | undefined>;

export interface ShareOptions {
  readonly draw: DrawPoster;
  /**
   * Reads a photo that this backend does not keep itself, by its address in the election: https, or a path on the
   * backend's own origin. What it gives is drawn as it is. Default: such candidates have no portrait in the picture.
   */
  readonly photo?: ReadPhoto;
}

export interface Picture {
  readonly bytes: Uint8Array;
  /** Whether all is in it that belongs there. Where the portrait could not be had, it is worth another try. */
  readonly isWhole: boolean;
}

/** Goes up when posters are drawn in another way, so that each has a new address. */
const STYLE = 1;
/** Pictures that are kept, of a hundred kilobytes each. */
const MOST_KEPT = 200;
/** Pictures that may wait for the one under way, a tenth of a second each. */
const MOST_WAITING = 32;

/** What a picture's address ends in: changes with everything that is drawn. */
export async function pictureVersion(election: Election, candidate: Candidate): Promise<string> {
  const { src, focus } = candidate.photo ?? {};
  const drawn = JSON.stringify([STYLE, posterOf(election, candidate), src, focus]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(drawn));
  return base64url(new Uint8Array(digest, 0, 12));
}

/** The pictures of one server: each is drawn once, however many ask for it at the same time, and one after the other. */
export class Pictures {
  readonly #draw: DrawPoster;
  readonly #read: ReadPhoto;
  /** The one asked for last is the last. */
  readonly #kept = new Map<string, Promise<Picture>>();
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(draw: DrawPoster, read: ReadPhoto) {
    this.#draw = draw;
    this.#read = read;
  }

  /** @throws ElectionError `overloaded` */
  of(election: Election, candidate: Candidate, version: string): Promise<Picture> {
    const kept = this.#kept.get(version) ?? this.#begin(election, candidate);
    this.#kept.delete(version);
    this.#kept.set(version, kept);
    const forget = () => void (this.#kept.get(version) === kept && this.#kept.delete(version));
    kept.then(({ isWhole }) => isWhole || forget(), forget);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return kept;
  }

  async #begin(election: Election, candidate: Candidate): Promise<Picture> {
    if (this.#waiting >= MOST_WAITING) throw new ElectionError('overloaded');
    this.#waiting++;
    const drawing = this.#last.then(() => this.#make(election, candidate));
    this.#last = drawing.catch(() => undefined);
    return drawing.finally(() => this.#waiting--);
  }

  async #make(election: Election, candidate: Candidate): Promise<Picture> {
    const poster = posterOf(election, candidate);
    const { photo } = candidate;
    const bytes = photo && (await this.#read(photo.src).catch(() => undefined));
    const isWhole = photo === undefined || bytes !== undefined;
    if (!bytes) return { bytes: await this.#draw(poster), isWhole };
    const portrait = { bytes, focus: photo.focus ?? ([50, 50] as const) };
    try {
      return { bytes: await this.#draw(poster, portrait), isWhole };
    } catch {
      // The photo is one that cannot be read: without it there is a picture all the same.
      return { bytes: await this.#draw(poster), isWhole: true };
    }
  }
}
