import type { Act } from '../protocol/admin/people.js';

/** What is shared, who works here, what they did, and what leaves. */
export interface AdminHouseMessages {
  readonly share: {
    readonly paste: string;
    readonly pasteHint: string;
    readonly copy: string;
    readonly copied: string;
    readonly byHand: string;
    readonly origins: string;
    readonly export: string;
    readonly exportHint: string;
    readonly exportLater: string;
    readonly files: Readonly<Record<'ballots.csv' | 'results.csv' | 'election.json', string>>;
  };
  readonly people: {
    readonly add: string;
    readonly name: string;
    readonly email: string;
    readonly role: string;
    readonly seen: (date: string) => string;
    readonly never: string;
    readonly removeOne: (name: string) => string;
    readonly you: string;
    readonly roleOf: (name: string) => string;
  };
  readonly account: {
    readonly passkeys: string;
    readonly why: string;
    readonly add: string;
    readonly name: string;
    readonly used: (date: string) => string;
    readonly unused: string;
    readonly notAdded: string;
    readonly removeOne: (name: string) => string;
  };
  readonly trail: {
    readonly acts: Readonly<Record<Act, string>>;
    readonly commandLine: string;
    readonly server: string;
    readonly stranger: string;
    /** How somebody came in. */
    readonly ways: Readonly<Record<'code' | 'passkey', string>>;
  };
  readonly mails: {
    readonly folder: string;
    readonly smtp: string;
    readonly to: (email: string) => string;
    readonly states: Readonly<Record<'waiting' | 'sent' | 'failed', string>>;
  };
  readonly webhooks: {
    readonly why: string;
    readonly url: string;
    readonly events: string;
    readonly add: string;
    readonly secret: string;
    readonly test: string;
    readonly removeOne: (url: string) => string;
    readonly states: Readonly<Record<'waiting' | 'delivered' | 'failed', string>>;
    readonly quiet: string;
  };
}
