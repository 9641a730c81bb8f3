/** What is said between the thread that writes and the one that asks it to. */
import type { Appended } from '../../log/entry.js';
import type { Id } from '../../model/election.js';
import { ElectionError, type ErrorCode } from '../../model/errors.js';
import type { Committed, FlatCasts } from './flat-casts.js';
import type { Cosigned, LogHead, LogStorage } from './log-storage.js';
import type { PutOptions } from './putting.js';
import type { StoredElection } from './storage.js';
import type { TopicName } from './topics.js';
import type { Entry } from './topics/trail.js';

/** What the writing thread does: one call after the other, in the order in which they came. */
export interface Writing {
  commit(casts: FlatCasts, now: number): Committed;
  putElection(stored: StoredElection, options: PutOptions, entry?: Entry): Promise<void>;
  append(
    election: Id,
    statement: Appended,
    size: number | undefined,
    now: number,
    entry?: Entry,
  ): Promise<LogHead | undefined>;
  eraseVoter(election: Id, ballot: string): Promise<void>;
  addRefused(election: Id, counts: Readonly<Record<string, number>>): Promise<void>;
  putCosigned(election: Id, cosigned: Cosigned): Promise<void>;
  /** Reads much, and is therefore better done here than where requests are answered. */
  tiers(election: Id): ReturnType<LogStorage['tiers']>;
  /** A write of a topic. */
  write(
    topic: TopicName,
    name: string,
    args: readonly unknown[],
    now: number,
    entry?: Entry,
  ): Promise<unknown>;
  /** Answers as soon as it has done what it was asked before. */
  ping(): void;
  /** Nothing may be called after it. */
  close(): void;
}

/** How the thread is begun. */
export interface ThreadOptions {
  readonly path: string;
  readonly seed: number | undefined;
}

/** The thread's own opening is call 0: it is answered, and not asked. */
export interface Call {
  readonly id: number;
  readonly name: keyof Writing;
  readonly args: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: Failure };

/** An error as it crosses: a copy of ours would lose its code, and one of the database's its message. */
interface Failure {
  readonly message: string;
  /** Ours, or the database's. */
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly isOurs: boolean;
}

export function failureOf(thrown: unknown): Failure {
  const { message = String(thrown), code, detail } = thrown as Partial<Failure>;
  return { message, code, detail, isOurs: thrown instanceof ElectionError };
}

export function errorOf({ message, code, detail, isOurs }: Failure): Error {
  return isOurs
    ? new ElectionError(code as ErrorCode, detail === undefined ? {} : { detail })
    : Object.assign(new Error(message), { code });
}
