import type { Reason } from '../log/entry.js';
import type { ReceiptFault } from '../log/receipt.js';

/** What the receipt says. Loaded with it. Numbers come twice: the number, and as the language writes it. */
export interface ReceiptMessages {
  readonly receipt: string;
  readonly code: string;
  readonly for: string;
  readonly at: string;
  readonly proof: string;
  readonly witnesses: string;
  readonly replaces: string;
  readonly now: string;

  readonly checking: string;
  readonly proved: string;
  readonly provedAt: (n: number, shown: string) => string;
  readonly earlierKey: string;
  readonly unchecked: string;
  readonly none: string;
  readonly invalid: string;
  readonly faults: Readonly<Record<ReceiptFault, string>>;
  readonly keepIt: string;
  readonly witnessed: (n: number, shown: string) => string;
  readonly unwitnessed: string;
  /** Before it was looked whether they have signed. */
  readonly named: (n: number, shown: string) => string;
  readonly unnamed: string;
  /** @param first the first word of the earlier ballot's code */
  readonly replaced: (first: string) => string;

  readonly proves: string;
  readonly provesThis: string;
  readonly provesNot: string;
  readonly notVoters: string;
  readonly notSecret: string;

  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly download: string;
  readonly print: string;
  readonly again: string;
  readonly verifier: string;

  readonly asking: string;
  readonly stands: string;
  readonly standsAt: (n: number, shown: string) => string;
  readonly untouched: string;
  readonly unread: (n: number, shown: string) => string;
  readonly superseded: string;
  readonly review: (reason: string) => string;
  readonly invalidated: (reason: string) => string;
  readonly reinstated: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly unreachable: string;
  readonly behind: string;
  readonly unsigned: string;
  readonly contradicted: string;

  readonly find: string;
  readonly paste: string;
  readonly like: (example: string) => string;
  readonly search: string;
  readonly open: string;
  readonly other: string;
  readonly own: string;
  readonly notUnderstood: string;
  readonly otherElection: string;
  readonly noLog: string;
  readonly notThere: (code: string) => string;
  readonly found: string;
  readonly foundAt: (n: number, shown: string) => string;
  readonly sealed: string;

  readonly scan: string;
  readonly paperSecret: string;
}
