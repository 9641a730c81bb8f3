/** Mails that wait, that went, and that could not. */
import type { MailRow } from '../admin-schema.js';
import { earliestId, laterId } from '../later-id.js';
import type { Work } from '../topics.js';
import { dueIn } from './due.js';

export interface NewMail {
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
}

/** Of mails that nobody has asked for, so many go to one address in so many ms. */
const UNASKED = { most: 3, window: 86_400_000 };

/** How an attempt ended. */
export type Attempt =
  | { readonly state: 'sent' }
  /** Tried again at `next`, ms since 1970. */
  | { readonly state: 'waiting'; readonly next: number; readonly failure: string }
  | { readonly state: 'failed'; readonly failure: string };

export const mailsTopic = {
  reads: {
    /** The newest first. */
    page: async ({ db }: Work, limit: number): Promise<readonly MailRow[]> => {
      const rows = await db.selectFrom('mails').selectAll().orderBy('id', 'desc').limit(limit).execute();
      return rows.map(plain);
    },
    /** Whether one more that nobody has asked for may go to an address: anyone can name anyone's. */
    mayPut: async ({ db }: Work, recipient: string, at: number): Promise<boolean> => {
      const since = at - UNASKED.window;
      const lately = await db
        .selectFrom('mails')
        .select('id')
        // Nothing older has such an id, which there is an index of.
        .where('id', '>', earliestId(since))
        .where('at', '>', since)
        .where(({ fn }) => fn<string>('lower', ['recipient']), '=', recipient.toLowerCase())
        .limit(UNASKED.most)
        .execute();
      return lately.length < UNASKED.most;
    },
  },
  writes: {
    put: async ({ db }: Work, mail: NewMail, at: number): Promise<void> => {
      const row = { ...mail, id: laterId(at), at, state: 'waiting', attempts: 0, next: at, failure: null };
      await db.insertInto('mails').values(row).execute();
    },
    /**
     * Takes what is due: nobody else gets it before `until`, and where whoever took it dies, it is due again then.
     * So a mail may come twice, and none is lost.
     */
    take: async ({ db }: Work, at: number, until: number, limit: number): Promise<readonly MailRow[]> => {
      const rows = await db
        .updateTable('mails')
        .set((eb) => ({ next: until, attempts: eb('attempts', '+', 1) }))
        .where('id', 'in', dueIn(db, 'mails', at, limit))
        .where('next', '<=', at)
        .returningAll()
        .execute();
      return rows.map(plain);
    },
    settle: async ({ db }: Work, id: string, attempt: Attempt): Promise<void> => {
      await db
        .updateTable('mails')
        .set({ failure: null, ...attempt })
        .where('id', '=', id)
        .execute();
    },
    /** Mails that were settled before an instant: personal data that nobody needs any more. @returns how many */
    purge: async ({ db }: Work, before: number): Promise<number> => {
      const [gone] = await db
        .deleteFrom('mails')
        .where('state', '!=', 'waiting')
        .where('at', '<', before)
        .execute();
      return Number(gone?.numDeletedRows ?? 0);
    },
  },
} as const;

const plain = (row: MailRow): MailRow => ({ ...row, at: Number(row.at), next: Number(row.next) });
