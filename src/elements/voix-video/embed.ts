import { safeAddress } from '../../model/address.js';
import type { Video } from '../../model/election.js';

/** Providers that may be framed, each with the form of its ids. Nothing else is ever loaded. */
const PROVIDERS = {
  youtube: {
    id: /^[\w-]{11}$/,
    host: 'www.youtube-nocookie.com',
    path: (id: string) => `/embed/${id}?autoplay=1`,
  },
  vimeo: {
    id: /^\d{6,12}$/,
    host: 'player.vimeo.com',
    path: (id: string) => `/video/${id}?autoplay=1&dnt=1`,
  },
  dailymotion: {
    id: /^[a-z0-9]{5,12}$/i,
    host: 'geo.dailymotion.com',
    path: (id: string) => `/player.html?video=${id}`,
  },
} as const;

export type Embed =
  | { readonly kind: 'frame'; readonly host: string; readonly src: string }
  | { readonly kind: 'file'; readonly src: string };

/** A file's address: a safe one, or one that this very page has made and nobody else can, of a file it holds. */
export const fileAddress = (address: string | undefined, base: string): string | undefined =>
  address?.startsWith(`blob:${new URL(base).origin}/`) ? address : safeAddress(address, base);

/** Where a video is loaded from, or `undefined` where its provider or id is not one that may be loaded. */
export function embedOf(video: Video, base: string): Embed | undefined {
  if (video.provider === 'file') {
    const src = fileAddress(video.id, base);
    return src ? { kind: 'file', src } : undefined;
  }
  if (!Object.hasOwn(PROVIDERS, video.provider)) return undefined;
  const { id, host, path } = PROVIDERS[video.provider];
  return id.test(video.id) ? { kind: 'frame', host, src: `https://${host}${path(video.id)}` } : undefined;
}
