import type { Id } from '../model/election.js';
import type { ErrorCode } from '../model/errors.js';

/**
 * One line of the log. It holds no address, voter, device, user agent, choice, query or body: the
 * route is the pattern, never the path as it was asked for.
 */
export type LogEntry =
  | {
      readonly event: 'request';
      readonly level: 'info' | 'warn' | 'error';
      readonly method: string;
      /** The route's name in the protocol, or `none`. */
      readonly route: string;
      readonly status: number;
      /** From the first line of the handler to its answer, in milliseconds. */
      readonly ms: number;
      /** Only where there is such an election. */
      readonly election?: Id;
      readonly code?: ErrorCode;
      /** The same as in the problem that was sent; only where the server failed. */
      readonly request?: string;
      /** What was thrown; only where the server failed. */
      readonly failure?: string;
    }
  | {
      readonly event: 'live-failed';
      readonly level: 'error';
      readonly election: Id;
      readonly failure: string;
    }
  /** Something that is done unasked could not be done; it is tried again at the next turn. */
  | {
      readonly event: 'clerk-failed';
      readonly level: 'error';
      readonly election?: Id;
      readonly code: ErrorCode;
      /** What happened and what to do, where somebody has to do something: `log-stale`. */
      readonly detail?: string;
      readonly failure: string;
    }
  /** Something could not leave: a mail, an event. It is tried again, but for a mail that lets somebody in. */
  | {
      readonly event: 'courier-failed';
      readonly level: 'warn';
      readonly what: 'sign-in' | 'mail' | 'webhook';
      readonly failure: string;
    }
  /** Mails that went, or were given up, thirty days ago have gone. */
  | { readonly event: 'mails-purged'; readonly level: 'info'; readonly mails: number }
  /** Photos and videos that nobody spoke of have gone. */
  | { readonly event: 'media-purged'; readonly level: 'info'; readonly files: number }
  /** They could not go; it is tried again in an hour. */
  | { readonly event: 'purge-failed'; readonly level: 'warn'; readonly failure: string }
  /**
   * An election from before pseudonyms had salts is over: whoever has a device and the server's secret can still tell
   * the device’s ballot. Told once after each start.
   */
  | { readonly event: 'voters-kept'; readonly level: 'warn'; readonly election: Id }
  | {
      readonly event: 'witness-failed';
      readonly level: 'warn';
      readonly election: Id;
      /** The name of its key. */
      readonly witness: string;
      readonly failure: string;
    };

export type Log = (entry: LogEntry) => void;

/** What was thrown and what caused it, for the log alone. */
export function failureText(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const text = thrown.stack ?? `${thrown.name}: ${thrown.message}`;
  return thrown.cause === undefined ? text : `${text}\ncaused by ${failureText(thrown.cause)}`;
}
