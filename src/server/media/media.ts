/** Where pictures and videos are kept: a folder or a bucket. Names are made by the server, of `[a-z0-9.-]`. */
export interface MediaStore {
  /** Resolves once it is kept. Kept again, it is replaced. */
  put(name: string, bytes: Uint8Array, type: string): Promise<void>;
  /** `undefined` where there is none. */
  get(name: string): Promise<Uint8Array | undefined>;
  /** When it was kept, ms since 1970, by the store's own clock; `undefined` where there is none. */
  keptAt(name: string): Promise<number | undefined>;
  /** Does nothing where there is none. */
  remove(name: string): Promise<void>;
  /** All there is, what was left half kept by a process that was killed too; in any order. */
  list(): AsyncIterable<Medium>;
}

export interface Medium {
  readonly name: string;
  /** As `keptAt` has it. */
  readonly at: number;
}

export const FORMATS = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const;
export type Format = keyof typeof FORMATS;

/** One width of a photo in one format. */
export interface Rendition {
  /** Pixels. */
  readonly width: number;
  readonly format: Format;
  readonly bytes: Uint8Array;
}

/**
 * Reads a picture that somebody sent, and writes it anew, upright and without metadata, in several widths and formats.
 * @throws ElectionError `photo-unreadable`, `photo-too-large`
 */
export type Develop = (picture: Uint8Array) => Promise<readonly Rendition[]>;

export interface Media {
  readonly store: MediaStore;
  readonly develop: Develop;
  /** The store's clock, ms since 1970. Default: `Date.now`. */
  readonly now?: () => number;
}
