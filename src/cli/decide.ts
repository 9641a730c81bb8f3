import { REASONS, type Reason } from '../log/entry.js';
import { ElectionError } from '../model/errors.js';
import { ballotNamed } from '../server/ballot-named.js';
import type { LogStorage } from '../server/storage/log-storage.js';
import { writeStorage, type Where } from './database.js';
import { Failure } from './failure.js';

/** What the log calls each. */
const ENTRY_TYPES = {
  review: 'review',
  invalidate: 'invalidation',
  reinstate: 'reinstatement',
} as const;

export interface Decision extends Where {
  readonly decision: keyof typeof ENTRY_TYPES;
  readonly election: string;
  /** The ballot's id, or its tracking code. */
  readonly ballot: string;
  readonly reason: string;
}

const DONE: Readonly<Record<keyof typeof ENTRY_TYPES, string>> = {
  review: 'is under review: it does not count until that is decided',
  invalidate: 'does not count',
  reinstate: 'counts',
};

/**
 * Writes a decision about a ballot into the log; the tally follows. A server may run meanwhile.
 * @returns what was done, for the terminal
 * @throws ElectionError `election-unknown`, `ballot-unknown`; Failure for a reason that there is not
 */
export async function decide({ decision, election, ballot, reason, ...where }: Decision): Promise<string> {
  const code = reasonOf(reason);
  const storage = await writeStorage(where);
  try {
    const log = await logOf(storage, election);
    const id = await ballotNamed(log, election, ballot);
    const head = await log.append(election, { type: ENTRY_TYPES[decision], ballot: id, reason: code });
    return `Ballot ${id} ${DONE[decision]} (entry ${(head?.size ?? 0) - 1} of the log, ${code}).`;
  } finally {
    await storage.close();
  }
}

/** @throws ElectionError `election-unknown`; Failure where it has no log */
export async function logOf({ log }: { readonly log?: LogStorage }, election: string): Promise<LogStorage> {
  if (!log || !(await log.head(election)))
    throw new ElectionError('election-unknown', { detail: `${election} has no log here` });
  return log;
}

function reasonOf(text: string): Reason {
  const reason = REASONS.find((one) => one === text);
  if (!reason) throw new Failure(`\`${text}\` is not a reason. There are: ${REASONS.join(', ')}.`);
  return reason;
}
