/** What is said between the thread that writes and the one that asks it to. */
import { ElectionError, type ErrorCode } from '../../model/errors.js';
import type { Committed, FlatCasts } from './flat-casts.js';

/** What the writing thread does: one call after the other, in the order in which they came. */
export interface Writing {
  commit(casts: FlatCasts, now: number): Committed;
  /** Nothing may be called after it. */
  close(): void;
}

export interface Call {
  readonly id: number;
  readonly name: keyof Writing;
  readonly args: readonly unknown[];
}

export type Answer =
  { readonly id: number; readonly result: unknown } | { readonly id: number; readonly failure: Failure };

/** An error as it crosses: a copy would lose the code. */
interface Failure {
  readonly code?: ErrorCode;
  readonly detail?: string;
  readonly cause: unknown;
}

export function failureOf(thrown: unknown): Failure {
  if (!(thrown instanceof ElectionError)) return { cause: thrown };
  const { code, detail, cause } = thrown;
  return { code, cause, ...(detail !== undefined && { detail }) };
}

export function errorOf({ code, detail, cause }: Failure): unknown {
  return code ? new ElectionError(code, { cause, ...(detail !== undefined && { detail }) }) : cause;
}
