import { ElectionError, type ErrorCode } from '../../model/errors.js';
import type { Adapter } from '../adapter.js';

export type Call = Exclude<keyof Adapter, 'supports' | 'watch'>;

/** Something that goes wrong, a number of times. */
export interface Fault {
  readonly code: ErrorCode;
  /** Calls that it spoils. Default 1; `Infinity` until `mend()`. */
  readonly times?: number;
  /** Which calls. Default: all of them. */
  readonly on?: Call;
  /** The call does its work, stores the ballot even, and only then is reported to have failed. */
  readonly stored?: boolean;
  /** Milliseconds that the backend asks to be left alone. */
  readonly retryAfter?: number;
}

/** What is to go wrong, in the order in which it was asked for. */
export class Faults {
  #due: { readonly fault: Fault; times: number }[] = [];

  add(fault: Fault): void {
    this.#due.push({ fault, times: fault.times ?? 1 });
  }

  clear(): void {
    this.#due = [];
  }

  /** The fault of this call, if it has one. */
  next(call: Call): Fault | undefined {
    const due = this.#due.find(({ fault }) => fault.on === undefined || fault.on === call);
    if (!due) return undefined;
    if (--due.times <= 0) this.#due = this.#due.filter((other) => other !== due);
    return due.fault;
  }
}

export const errorOf = ({ code, retryAfter }: Fault): ElectionError =>
  new ElectionError(code, retryAfter === undefined ? {} : { retryAfter });
