import type { Photo } from '../../model/election.js';
import { ElectionError, toElectionError } from '../../model/errors.js';
import { isNameable } from './purge.js';
import { FORMATS, type Format, type Media } from './media.js';

/** Widths in pixels: a card, the same on a fine screen, a poster. */
const WIDTHS = [320, 640, 1280];

/** The widths in which a picture is kept; a small one as it is. */
export const widthsUpTo = (width: number): readonly number[] => {
  const smaller = WIDTHS.filter((one) => one < width);
  return [...smaller, Math.min(width, WIDTHS.at(-1) ?? width)];
};

const NAME = /^([0-9a-f]{32})-(\d{1,4})$/;

/** The photo in all its widths. @param base of the addresses, without a slash at the end */
function photoNamed(base: string, id: string, widest: number): Photo {
  const at = (width: number) => `${base}/media/${id}-${width}`;
  return {
    src: at(widest),
    srcset: widthsUpTo(widest)
      .map((width) => `${at(width)} ${width}w`)
      .join(', '),
  };
}

/** Which photo stands at an address that this server gave; `undefined` for any other address. */
export function photoAt(base: string, src: string): { id: string; widest: number } | undefined {
  const [, id, widest] = (src.startsWith(`${base}/media/`) && NAME.exec(src.slice(base.length + 7))) || [];
  return id === undefined ? undefined : { id, widest: Number(widest) };
}

const fileOf = (id: string, width: number, format: Format): string => `${id}-${width}.${format}`;

/** Pictures that may wait for the one under way. */
const MOST_WAITING = 8;

/** The pictures of one server: developed one after the other, for each takes a core for a second. */
export class Photos {
  readonly #media: Media;
  readonly #base: string;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(media: Media, base: string) {
    this.#media = media;
    this.#base = base;
  }

  /**
   * Keeps a picture under a name that nobody can guess.
   * @throws ElectionError `photo-unreadable`, `photo-too-large`, `overloaded`, `storage-failed`
   */
  async keep(picture: Uint8Array): Promise<Photo> {
    if (this.#waiting >= MOST_WAITING) throw new ElectionError('overloaded');
    this.#waiting++;
    const developing = this.#last.then(() => this.#media.develop(picture));
    this.#last = developing.catch(() => undefined);
    const renditions = await developing.finally(() => this.#waiting--);
    const id = crypto.randomUUID().replaceAll('-', '');
    try {
      for (const { width, format, bytes } of renditions)
        await this.#media.store.put(fileOf(id, width, format), bytes, FORMATS[format]);
    } catch (cause) {
      const widest = Math.max(...renditions.map(({ width }) => width));
      await this.#drop(id, widest).catch(() => undefined);
      throw new ElectionError('storage-failed', { detail: toElectionError(cause).code, cause });
    }
    return photoNamed(this.#base, id, Math.max(...renditions.map(({ width }) => width)));
  }

  /**
   * The photo as it was kept, with what its person says of it; `undefined` where it was never kept here, or so long ago
   * that it may be about to go.
   * @param before the photo that the same person has named already: it stays
   */
  async known({ src, alt, focus }: Photo, before?: Photo): Promise<Photo | undefined> {
    const named = photoAt(this.#base, src);
    if (!named) return undefined;
    if (src !== before?.src && !(await this.isNameable(src))) return undefined;
    const kept = photoNamed(this.#base, named.id, named.widest);
    return { ...kept, ...(alt !== undefined && { alt }), ...(focus && { focus }) };
  }

  /** Whether it may be spoken of for the first time. What this server never gave an address is not its own to know. */
  async isNameable(src: string): Promise<boolean> {
    const named = photoAt(this.#base, src);
    const { store, now = Date.now } = this.#media;
    return !named || isNameable(store, fileOf(named.id, named.widest, 'jpg'), now());
  }

  async forget({ src }: Photo): Promise<void> {
    const named = photoAt(this.#base, src);
    if (named) await this.#drop(named.id, named.widest);
  }

  /** @param name what ends an address, with a format of one's choice or without */
  async read(name: string, accept: string): Promise<{ bytes: Uint8Array; type: string } | undefined> {
    const [, stem = '', given] = /^([^.]*)(?:\.(avif|webp|jpg))?$/.exec(name) ?? [];
    if (!NAME.test(stem)) return undefined;
    const format = (given as Format | undefined) ?? bestOf(accept);
    const bytes = await this.#media.store.get(`${stem}.${format}`);
    return bytes && { bytes, type: FORMATS[format] };
  }

  async #drop(id: string, widest: number): Promise<void> {
    for (const width of widthsUpTo(widest))
      for (const format of Object.keys(FORMATS) as Format[])
        await this.#media.store.remove(fileOf(id, width, format));
  }
}

const bestOf = (accept: string): Format =>
  accept.includes('image/avif') ? 'avif' : accept.includes('image/webp') ? 'webp' : 'jpg';
