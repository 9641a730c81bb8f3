import type { Video } from '../../model/election.js';
import { ElectionError, toElectionError } from '../../model/errors.js';
import { captionsOf } from '../../model/captions.js';
import { VIDEO_TYPES, videoType, type VideoType } from '../../model/video-type.js';
import type { Secrets } from '../secrets.js';
import type { Media, MediaStore } from './media.js';
import { makePlain } from './plain-video.js';
import { isNameable } from './purge.js';
import type { Range } from './range.js';
import { newUpload, sizeOf } from './uploads.js';

/**
 * Bytes of a piece. A video comes and is kept in pieces of this size, the last one smaller: nobody holds all of it in
 * memory, a slow line gets each through in time, and what is cut off goes on where it was.
 */
export const PIECE = 1_048_576;

const NAME = /^([0-9a-f]{32}-(\d{1,12}))\.(mp4|webm)$/;
const CAPTIONS = /^[0-9a-f]{32}\.vtt$/;

const piecesOf = (size: number): number => Math.ceil(size / PIECE);
const pieceName = (upload: string, piece: number): string => `${upload}-${piece}.part`;
const newId = (): string => crypto.randomUUID().replaceAll('-', '');

/** A video as it is kept, whole. */
export interface KeptVideo {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: (typeof VIDEO_TYPES)[VideoType];
}

/** The videos of one server, and their captions. */
export class Videos {
  readonly #store: MediaStore;
  readonly #base: string;
  readonly #most: number;
  readonly #secrets: Pick<Secrets, 'pseudonym'>;
  readonly #now: () => number;

  /** @param most bytes of a video */
  constructor(
    { store, now = Date.now }: Pick<Media, 'store' | 'now'>,
    base: string,
    most: number,
    secrets: Pick<Secrets, 'pseudonym'>,
  ) {
    this.#store = store;
    this.#now = now;
    this.#base = base;
    this.#most = most;
    this.#secrets = secrets;
  }

  /**
   * A name that nobody can guess, under which the pieces are sent.
   * @param size bytes of the whole
   * @throws ElectionError `video-too-large`
   */
  async begin(size: number): Promise<string> {
    if (size > this.#most) throw tooLarge(this.#most);
    return newUpload(this.#secrets, size);
  }

  /**
   * Keeps a piece; one that is kept already stays as it is. With the last one, and all before it, the video is there.
   * @param from where the piece begins
   * @returns the video, once it is whole
   * @throws ElectionError `route-unknown` (no such upload), `body-invalid`, `video-unreadable`, `storage-failed`
   */
  async keep(upload: string, from: number, bytes: Uint8Array): Promise<Video | undefined> {
    const size = await sizeOf(this.#secrets, upload);
    if (size === undefined || size > this.#most) throw new ElectionError('route-unknown');
    const piece = from / PIECE;
    if (!Number.isInteger(piece) || bytes.length === 0 || bytes.length !== Math.min(PIECE, size - from))
      throw new ElectionError('body-invalid', { detail: `pieces of ${PIECE} bytes` });
    if (piece === 0 && !videoType(bytes)) throw new ElectionError('video-unreadable');
    return this.#kept(async () => {
      const name = pieceName(upload, piece);
      if (!(await this.#has(name))) await this.#store.put(name, bytes, 'application/octet-stream');
      return piece === piecesOf(size) - 1 ? this.#whole(upload, size) : undefined;
    });
  }

  /** @throws ElectionError `captions-unreadable`, `storage-failed` */
  async keepCaptions(bytes: Uint8Array): Promise<string> {
    const text = captionsOf(bytes);
    if (text === undefined) throw new ElectionError('captions-unreadable');
    const name = `${newId()}.vtt`;
    await this.#kept(() => this.#store.put(name, new TextEncoder().encode(text), 'text/vtt'));
    return this.#at(name);
  }

  /**
   * The video as it was kept, with its captions; `undefined` where either was never kept here, or so long ago that it may
   * be about to go.
   * @param before the video that the same person has named already: it stays
   */
  async known({ id, title, captions }: Video, before?: Video): Promise<Video | undefined> {
    const isKnown = async (address: string, pattern: RegExp) => {
      const name = this.#nameOf(address) ?? '';
      return pattern.test(name) && isNameable(this.#store, name, this.#now());
    };
    if (id !== before?.id && !(await isKnown(id, NAME))) return undefined;
    if (captions !== undefined && captions !== before?.captions && !(await isKnown(captions, CAPTIONS)))
      return undefined;
    return {
      provider: 'file',
      id,
      ...(title !== undefined && { title }),
      ...(captions !== undefined && { captions }),
    };
  }

  async forget({ id, captions = '' }: Video): Promise<void> {
    const [name = '', said = ''] = [this.#nameOf(id), this.#nameOf(captions)];
    const [, upload = '', size] = NAME.exec(name) ?? [];
    if (size !== undefined) await this.#store.remove(name);
    for (let piece = 0; piece < piecesOf(Number(size ?? 0)); piece++)
      await this.#store.remove(pieceName(upload, piece));
    if (CAPTIONS.test(said)) await this.#store.remove(said);
  }

  /** @param name what ends an address; `undefined` where there is no such video, or not all of it yet */
  async find(name: string): Promise<KeptVideo | undefined> {
    const [, , size, type] = NAME.exec(name) ?? [];
    if (size === undefined || !(await this.#has(name))) return undefined;
    return { name, size: Number(size), type: VIDEO_TYPES[type as VideoType] };
  }

  /** Some of a video, piece by piece as it is read. */
  read({ name }: KeptVideo, { from, to }: Range): ReadableStream<Uint8Array<ArrayBuffer>> {
    const upload = name.slice(0, name.indexOf('.'));
    const pieceOf = (name: string, piece: number) => this.#piece(name, piece);
    let at = from;
    return new ReadableStream({
      async pull(controller) {
        const piece = Math.floor(at / PIECE);
        const bytes = await pieceOf(upload, piece);
        const end = Math.min(to, (piece + 1) * PIECE);
        controller.enqueue(new Uint8Array(bytes.subarray(at - piece * PIECE, end - piece * PIECE)));
        at = end;
        if (at >= to) controller.close();
      },
    });
  }

  async captions(name: string): Promise<Uint8Array | undefined> {
    return CAPTIONS.test(name) ? this.#store.get(name) : undefined;
  }

  /**
   * The video's own name is written last: it is there only with all its pieces, and once nothing is told but the film.
   * @throws ElectionError `body-invalid`, `video-unreadable`
   */
  async #whole(upload: string, size: number): Promise<Video> {
    for (let piece = 0; piece < piecesOf(size); piece++)
      if (!(await this.#has(pieceName(upload, piece))))
        throw new ElectionError('body-invalid', { detail: `piece ${piece} has not come` });
    const type = videoType(await this.#piece(upload, 0));
    if (!type) throw new ElectionError('video-unreadable');
    await makePlain(
      {
        read: (piece) => this.#piece(upload, piece),
        write: (piece, bytes) => this.#store.put(pieceName(upload, piece), bytes, 'application/octet-stream'),
      },
      size,
      PIECE,
      type,
    );
    const name = `${upload}.${type}`;
    await this.#store.put(name, new Uint8Array(), VIDEO_TYPES[type]);
    return { provider: 'file', id: this.#at(name) };
  }

  /** @throws ElectionError `storage-failed` */
  async #piece(upload: string, piece: number): Promise<Uint8Array> {
    const bytes = await this.#store.get(pieceName(upload, piece));
    if (!bytes) throw new ElectionError('storage-failed', { detail: 'a piece is gone' });
    return bytes;
  }

  async #has(name: string): Promise<boolean> {
    return (await this.#store.keptAt(name)) !== undefined;
  }

  async #kept<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof ElectionError) throw cause;
      throw new ElectionError('storage-failed', { detail: toElectionError(cause).code, cause });
    }
  }

  #at(name: string): string {
    return `${this.#base}/media/${name}`;
  }

  #nameOf(address: string): string | undefined {
    return address.startsWith(`${this.#base}/media/`) ? address.slice(this.#base.length + 7) : undefined;
  }
}

const tooLarge = (most: number) => new ElectionError('video-too-large', { detail: `${most} bytes at most` });
