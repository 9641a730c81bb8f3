/** What waits for the brand's people, and what is told of once. */
import type { Id } from '../../../model/election.js';
import type { Work } from '../topics.js';
import { mailsTopic, type NewMail } from './mails.js';
import { webhooksTopic } from './webhooks.js';

export interface Waiting {
  /** Candidacies to be decided. */
  readonly candidacies: number;
  /** Questions without an answer. */
  readonly questions: number;
  /** Questions and candidates that somebody has reported. */
  readonly reports: number;
}

/** What is told: to webhooks that want the event, and by mail. */
export interface Announcement {
  readonly event: string;
  readonly body: string;
  readonly mails: readonly (NewMail & { readonly isUnasked: boolean })[];
}

export const queueTopic = {
  reads: {
    /** Of the elections in which something waits. */
    waiting: async ({ db }: Work): Promise<ReadonlyMap<Id, Waiting>> => {
      const waiting = new Map<Id, Waiting>();
      const add = (election: Id, more: Partial<Waiting>) =>
        waiting.set(election, {
          candidacies: 0,
          questions: 0,
          reports: 0,
          ...waiting.get(election),
          ...more,
        });
      const candidacies = await db
        .selectFrom('candidacies')
        .select(['election', (eb) => eb.fn.countAll().as('n')])
        .where('state', '=', 'pending')
        .groupBy('election')
        .execute();
      for (const { election, n } of candidacies) add(election, { candidacies: Number(n) });
      const shown = db.selectFrom('questions').where('hidden', '=', 0).groupBy('election');
      const questions = await shown
        .select(['election', (eb) => eb.fn.countAll().as('n')])
        .where('answered', '=', 0)
        .execute();
      for (const { election, n } of questions) add(election, { questions: Number(n) });
      const reports = await shown
        .select(['election', (eb) => eb.fn.countAll().as('n')])
        .where('reports', '>', 0)
        .execute();
      for (const { election, n } of reports) add(election, { reports: Number(n) });
      const reported = await db
        .selectFrom('candidate_reports')
        .select(['election', (eb) => eb.fn.count('candidate').distinct().as('n')])
        .where('seen', '=', 0)
        .groupBy('election')
        .execute();
      for (const { election, n } of reported)
        add(election, { reports: (waiting.get(election)?.reports ?? 0) + Number(n) });
      return waiting;
    },
  },
  writes: {
    /**
     * Tells of something, once: by whichever process, however often it is asked to.
     * @param what it is, the same each time
     * @returns whether it was told now
     */
    announce: async (
      work: Work,
      what: string,
      { event, body, mails }: Announcement,
      at: number,
    ): Promise<boolean> => {
      const { numInsertedOrUpdatedRows = 0n } = await work.db
        .insertInto('announcements')
        .values({ id: what, at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) return false;
      await webhooksTopic.writes.tell(work, event, body, at);
      const { reads, writes } = mailsTopic;
      for (const { isUnasked, ...mail } of mails)
        if (!isUnasked || (await reads.mayPut(work, mail.recipient, at))) await writes.put(work, mail, at);
      return true;
    },
  },
} as const;
