/** Where a brand's own systems are told of events, and what was delivered there. */
import type { DeliveryRow, WebhookRow } from '../admin-schema.js';
import { laterId } from '../later-id.js';
import type { Db } from '../log-writes.js';
import type { Work } from '../topics.js';
import { dueIn } from './due.js';
import { enter, type Actor } from './trail.js';

export interface StoredWebhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly secret: string;
  readonly made: number;
}

/** What is to be delivered, and where. */
export interface DueDelivery {
  readonly id: string;
  readonly body: string;
  readonly attempts: number;
  readonly url: string;
  readonly secret: string;
}

export interface DeliveryAttempt {
  readonly state: 'delivered' | 'waiting' | 'failed';
  /** HTTP status; `null`: no answer came. */
  readonly status: number | null;
  /** When it is tried again, ms since 1970. */
  readonly next: number;
}

/** Of each webhook; older ones go. */
const KEPT = 100;

const deliver = (db: Db, webhook: string, event: string, body: string, at: number) =>
  db
    .insertInto('deliveries')
    .values({
      id: `msg_${laterId(at)}`,
      webhook,
      event,
      body,
      at,
      state: 'waiting',
      attempts: 0,
      status: null,
      next: at,
    })
    .execute();

export const webhooksTopic = {
  reads: {
    all: async ({ db }: Work): Promise<readonly StoredWebhook[]> =>
      (await db.selectFrom('webhooks').selectAll().orderBy('made').execute()).map(webhookOf),
    /** The newest first. */
    deliveries: async ({ db }: Work, webhook: string, limit: number): Promise<readonly DeliveryRow[]> => {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('webhook', '=', webhook)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...row, at: Number(row.at), next: Number(row.next) }));
    },
  },
  writes: {
    add: async (work: Work, webhook: StoredWebhook, by: Actor | null): Promise<void> => {
      const row = { ...webhook, events: JSON.stringify(webhook.events) };
      await work.db.insertInto('webhooks').values(row).execute();
      await enter(work, by, { act: 'webhook-added', subject: webhook.id, detail: webhook.url }, webhook.made);
    },
    /** @returns whether there was one */
    remove: async (work: Work, id: string, by: Actor | null, at: number): Promise<boolean> => {
      const removed = await work.db
        .deleteFrom('webhooks')
        .where('id', '=', id)
        .returning('url')
        .executeTakeFirst();
      if (!removed) return false;
      await work.db.deleteFrom('deliveries').where('webhook', '=', id).execute();
      await enter(work, by, { act: 'webhook-removed', subject: id, detail: removed.url }, at);
      return true;
    },
    /** To all that want the event. @param only the id of a webhook: to it, whatever it wants */
    tell: async ({ db }: Work, event: string, body: string, at: number, only?: string): Promise<number> => {
      const all = (await db.selectFrom('webhooks').selectAll().execute()).map(webhookOf);
      const wanting = all.filter(({ id, events }) =>
        only === undefined ? events.includes(event) : id === only,
      );
      for (const { id } of wanting) await deliver(db, id, event, body, at);
      return wanting.length;
    },
    /** Takes what is due, as `mails.take` does. */
    take: async ({ db }: Work, at: number, until: number, limit: number): Promise<readonly DueDelivery[]> => {
      const rows = await db
        .updateTable('deliveries')
        .set((eb) => ({ next: until, attempts: eb('attempts', '+', 1) }))
        .where('id', 'in', dueIn(db, 'deliveries', at, limit))
        .where('next', '<=', at)
        .returning(['id', 'webhook', 'body', 'attempts'])
        .execute();
      if (rows.length === 0) return [];
      const webhooks = await db.selectFrom('webhooks').selectAll().execute();
      const byId = new Map(webhooks.map((webhook) => [webhook.id, webhook]));
      return rows.flatMap(({ webhook, ...row }) => {
        const to = byId.get(webhook);
        return to ? [{ ...row, url: to.url, secret: to.secret }] : [];
      });
    },
    settle: async ({ db }: Work, id: string, attempt: DeliveryAttempt): Promise<void> => {
      const row = await db
        .updateTable('deliveries')
        .set(attempt)
        .where('id', '=', id)
        .returning('webhook')
        .executeTakeFirst();
      if (!row) return;
      const oldest = await db
        .selectFrom('deliveries')
        .select('id')
        .where('webhook', '=', row.webhook)
        .orderBy('id', 'desc')
        .offset(KEPT)
        .limit(1)
        .executeTakeFirst();
      if (!oldest) return;
      await db
        .deleteFrom('deliveries')
        .where('webhook', '=', row.webhook)
        .where('id', '<=', oldest.id)
        .where('state', '!=', 'waiting')
        .execute();
    },
  },
} as const;

const webhookOf = ({ events, made, ...row }: WebhookRow): StoredWebhook => ({
  ...row,
  events: JSON.parse(events) as string[],
  made: Number(made),
});
