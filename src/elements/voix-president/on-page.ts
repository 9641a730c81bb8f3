import type { MandateMessages } from '../../locales/mandate-messages.js';
import type { Election } from '../../model/election.js';
import type { Formats } from '../shared/formats.js';

/** What the parts of the page are written with. */
export interface OnPage {
  readonly election: Election;
  readonly words: MandateMessages;
  readonly lang: string;
  readonly f: Formats;
  /** Ms since 1970, by the server's clock. */
  readonly now: number;
}
