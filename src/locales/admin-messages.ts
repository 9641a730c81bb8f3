import type { ReportReason } from '../model/report.js';
import type { Role } from '../protocol/admin/people.js';
import type { AdminCandidacy } from '../protocol/admin/queue.js';
import type { AdminFormMessages } from './admin-form-messages.js';
import type { AdminHouseMessages } from './admin-house-messages.js';

/** What the brand's people read. Numbers come twice: the number, and as the language writes it. */
export interface AdminMessages extends AdminFormMessages, AdminHouseMessages {
  readonly admin: string;
  readonly wait: string;
  /** By code: what differs from what a voter is told. */
  readonly failed: Readonly<Record<string, string>>;
  readonly again: string;
  readonly none: string;
  readonly more: string;
  readonly save: string;
  readonly cancel: string;
  readonly remove: string;
  readonly menu: string;

  readonly signIn: {
    readonly title: string;
    readonly passkey: string;
    readonly passkeyFailed: string;
    readonly email: string;
    readonly sendCode: string;
    readonly sent: (email: string) => string;
    readonly minutes: (n: number, shown: string) => string;
    readonly code: string;
    readonly enter: string;
    readonly otherEmail: string;
    readonly over: string;
    readonly out: string;
  };

  readonly roles: Readonly<Record<Role, string>>;
  readonly rolesLong: Readonly<Record<Role, string>>;

  readonly nav: {
    readonly elections: string;
    readonly people: string;
    readonly trail: string;
    readonly mails: string;
    readonly webhooks: string;
    readonly account: string;
    readonly form: string;
    readonly candidacies: string;
    readonly questions: string;
    readonly results: string;
    readonly mandate: string;
    readonly share: string;
  };

  readonly list: {
    readonly make: string;
    readonly empty: string;
    readonly candidates: (n: number, shown: string) => string;
    readonly ballots: (n: number, shown: string) => string;
    readonly waiting: (n: number, shown: string) => string;
    readonly nothingWaits: string;
  };

  readonly queue: {
    readonly states: Readonly<Record<AdminCandidacy['state'], string>>;
    readonly all: string;
    readonly empty: string;
    readonly approve: string;
    readonly sendBack: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly sent: (date: string) => string;
    readonly decidedBy: (name: string) => string;
    /** Of a film that is about to be published. */
    readonly uncaptioned: string;
    readonly conflict: string;
    readonly asNow: string;
    readonly approved: (name: string) => string;
    readonly returned: (name: string) => string;
  };

  readonly standing: {
    readonly title: string;
    readonly reported: string;
    readonly reasons: Readonly<Record<ReportReason, string>>;
    readonly keep: string;
    readonly hideName: (name: string) => string;
    readonly reason: string;
    readonly votes: (name: string) => string;
    readonly hidden: (name: string) => string;
    readonly kept: (name: string) => string;
    readonly gone: string;
    readonly goneBy: (by: string, date: string) => string;
    readonly restoreName: (name: string) => string;
    readonly restoreReason: string;
    readonly restoreVotes: (name: string) => string;
    readonly restored: (name: string) => string;
  };

  readonly questions: {
    readonly filters: Readonly<Record<'open' | 'answered' | 'reported' | 'hidden', string>>;
    readonly search: string;
    readonly empty: string;
    readonly supports: (n: number, shown: string) => string;
    readonly reports: (n: number, shown: string) => string;
    readonly to: (name: string) => string;
    readonly answer: string;
    readonly answerLabel: string;
    readonly publish: string;
    readonly hide: string;
    readonly restore: string;
    readonly keep: string;
    readonly hideReason: string;
    readonly idea: string;
  };

  readonly results: {
    readonly standings: string;
    readonly moving: string;
    readonly hidden: string;
    readonly review: string;
    readonly tier: string;
    readonly tiers: Readonly<Record<string, string>>;
    readonly counted: string;
    readonly underReview: string;
    readonly invalidated: string;
    readonly refused: string;
    readonly noRefused: string;
    readonly rule: string;
    readonly ruling: string;
    readonly ballot: string;
    readonly ballotHint: string;
    readonly rulings: Readonly<Record<'review' | 'invalidation' | 'reinstatement', string>>;
    readonly reason: string;
    readonly reasons: Readonly<
      Record<'duplicate-person' | 'automation' | 'bought' | 'error' | 'court' | 'on-request', string>
    >;
    readonly decide: string;
    readonly ruled: string;
  };

  readonly mandate: {
    readonly response: string;
    readonly noResponse: string;
    readonly responses: Readonly<Record<'welcomed' | 'excused' | 'refused', string>>;
    readonly words: string;
    readonly programme: string;
    readonly what: string;
    readonly when: string;
    readonly place: string;
    readonly promise: string;
    readonly kept: string;
    readonly done: string;
    readonly add: string;
    readonly removeOne: (what: string) => string;
    /** Of one that has no title yet. */
    readonly removeDate: string;
    readonly privileges: string;
    readonly obligations: string;
    readonly reports: string;
    readonly reportTitle: string;
    readonly reportText: string;
    readonly addReport: string;
    readonly removeReport: string;
    readonly lines: string;
    readonly saved: string;
    readonly faulty: string;
    readonly conflict: string;
    readonly takeTheirs: string;
  };
}
