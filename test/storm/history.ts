/** What clients did and what they were told: append-only, and all that the checker knows of them. */
import { appendFileSync } from 'node:fs';
import type { Id } from '../../src/model/election.js';

/** What a client wants stored. Times are milliseconds of the driver's one monotonic clock. */
export interface Intent {
  readonly election: Id;
  /** While the storm lasts their device; then, for the checker, their pseudonym in this election. */
  readonly voter: string;
  readonly key: string;
  /** As `canonicalChoice` writes it: `plurality:amina`. */
  readonly choice: string;
}

/** What a receipt says of the ballot. */
export interface Claim {
  readonly ballot: string;
  readonly sequence: number;
  readonly choice: string;
  readonly changed: boolean;
  /** The answer as it came, for those who check its proof. */
  readonly receipt: unknown;
}

/** Counts at a version, as somebody was shown them. */
export interface Seen {
  readonly version: number;
  readonly ballots: number;
  readonly counts: Readonly<Record<Id, number>>;
}

export type Event =
  /** A try begins: from here on it may be stored. */
  | ({ readonly type: 'invoke'; readonly attempt: number; readonly at: number } & Intent)
  | { readonly type: 'ok'; readonly attempt: number; readonly at: number; readonly claim: Claim }
  /** Nothing was stored by this try, and nothing will be. */
  | { readonly type: 'fail'; readonly attempt: number; readonly at: number; readonly code: string }
  /** It may be stored, now or later; or not. */
  | { readonly type: 'unknown'; readonly attempt: number; readonly at: number; readonly why: string }
  /** Results that were asked for at `asked` and had come at `at`. */
  | {
      readonly type: 'read';
      readonly election: Id;
      readonly asked: number;
      readonly at: number;
      readonly seen: Seen;
    }
  /** A signed checkpoint that was asked for at `asked`. */
  | {
      readonly type: 'checkpoint';
      readonly election: Id;
      readonly asked: number;
      readonly at: number;
      readonly note: string;
    }
  /** A frame of a live connection; `line` is one connection's own number. */
  | {
      readonly type: 'frame';
      readonly line: number;
      readonly election: Id;
      readonly at: number;
      readonly seen: Seen;
    };

/** One client's history; written to a file as it comes, where one is given. */
export class History {
  readonly events: Event[] = [];
  readonly #file: string | undefined;

  constructor(file?: string) {
    this.#file = file;
  }

  add(event: Event): void {
    this.events.push(event);
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(event)}\n`);
  }
}

export type Outcome =
  | { readonly kind: 'ok'; readonly claim: Claim }
  | { readonly kind: 'fail'; readonly code: string }
  | { readonly kind: 'unknown' };

export interface Attempt extends Intent {
  readonly invoked: number;
  /** Infinity where it never ended. */
  readonly ended: number;
  readonly outcome: Outcome;
}

/** The tries of all histories. One that never ended is unknown. */
export function attemptsOf(histories: readonly (readonly Event[])[]): Attempt[] {
  return histories.flatMap((events) => {
    const attempts = new Map<number, Attempt>();
    for (const event of events) {
      if (event.type === 'invoke') {
        const { election, voter, key, choice, at } = event;
        const open = { invoked: at, ended: Infinity, outcome: { kind: 'unknown' } } as const;
        attempts.set(event.attempt, { election, voter, key, choice, ...open });
      } else if (event.type === 'ok' || event.type === 'fail' || event.type === 'unknown') {
        const begun = attempts.get(event.attempt);
        if (!begun) throw new Error(`An answer to attempt ${event.attempt}, which was never made.`);
        attempts.set(event.attempt, { ...begun, ended: event.at, outcome: outcomeOf(event) });
      }
    }
    return [...attempts.values()];
  });
}

function outcomeOf(event: Extract<Event, { type: 'ok' | 'fail' | 'unknown' }>): Outcome {
  if (event.type === 'ok') return { kind: 'ok', claim: event.claim };
  return event.type === 'fail' ? { kind: 'fail', code: event.code } : { kind: 'unknown' };
}
