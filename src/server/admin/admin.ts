import { ElectionError } from '../../model/errors.js';
import type { Services } from '../call.js';
import type { Mailer } from '../mail/mailer.js';
import type { Topics } from '../storage/topics.js';
import type { Deed } from '../storage/topics/trail.js';
import type { Deliver } from '../webhooks/deliver.js';

/** What the admin needs; without it there is none. */
export interface AdminOptions {
  /** `smtpMailer` and `folderMailer` make one. */
  readonly mailer: Mailer;
  /** `nodeDeliver` makes one. Default: there are no webhooks. */
  readonly deliver?: Deliver;
  /** The wall's clock, ms since 1970: sessions and codes end by it, however fast a rehearsal goes. Default `Date.now`. */
  readonly now?: () => number;
}

/** The admin at work. */
export interface Admin {
  readonly mailer: Mailer;
  readonly deliver: Deliver | undefined;
  readonly now: () => number;
  /** Sends what waits now, rather than at the next turn. */
  hurry(): void;
  /** Enters it into the trail with the next turn: who waits for an answer does not wait for it, and learns nothing by it. */
  enterLater(deed: Deed): void;
  /** A mail that lets somebody in did not leave. Addresses are left out of what is logged. */
  failed(what: 'sign-in' | 'mail' | 'webhook', thrown: unknown): void;
}

/** @throws ElectionError `unsupported` where there is no admin */
export function adminOf({ admin, storage }: Services): Admin & { readonly topics: Topics } {
  if (!admin || !storage.topics)
    throw new ElectionError('unsupported', { detail: 'This backend has no admin.' });
  return { ...admin, topics: storage.topics };
}
