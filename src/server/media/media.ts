/** Where pictures and videos are kept: a folder or a bucket. Names are made by the server, of `[a-z0-9.-]`. */
export interface MediaStore {
  /** Resolves once it is kept. Kept again, it is replaced. */
  put(name: string, bytes: Uint8Array, type: string): Promise<void>;
  /** `undefined` where there is none. */
  get(name: string): Promise<Uint8Array | undefined>;
  has(name: string): Promise<boolean>;
  /** Does nothing where there is none. */
  remove(name: string): Promise<void>;
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
}
