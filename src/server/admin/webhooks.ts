/** Where the brand's own systems are told of events. */
import { ElectionError } from '../../model/errors.js';
import {
  addWebhookSchema,
  namedWebhookSchema,
  type Webhook,
  type WebhookEvent,
} from '../../protocol/admin/notices.js';
import { randomId } from '../random-id.js';
import { newSecret } from '../webhooks/signature.js';
import type { Deliver } from '../webhooks/deliver.js';
import { acts, entryOf, instant, shows, type Desk } from './reading.js';

const SHOWN = 10;

/** @throws ElectionError `unsupported` */
function deliverOf({ admin }: Desk): Deliver {
  if (!admin.deliver) throw new ElectionError('unsupported', { detail: 'webhooks' });
  return admin.deliver;
}

async function webhooksOf({ topics }: Desk): Promise<{ webhooks: Webhook[] }> {
  const all = (await topics.webhooks.all()).map(async ({ id, url, events, made }) => ({
    id,
    url,
    events: events as WebhookEvent[],
    made: instant(made),
    deliveries: (await topics.webhooks.deliveries(id, SHOWN)).map((delivery) => ({
      id: delivery.id,
      event: delivery.event,
      at: instant(delivery.at),
      state: delivery.state as Webhook['deliveries'][number]['state'],
      attempts: delivery.attempts,
      status: delivery.status,
      next: delivery.state === 'waiting' ? instant(delivery.next) : null,
    })),
  }));
  return { webhooks: await Promise.all(all) };
}

export const showWebhooks = shows('owner', webhooksOf);

/** Held against the rules now, and at each delivery: a name may lead elsewhere tomorrow. */
export const addWebhook = acts('owner', addWebhookSchema, async (desk, { url, events }) => {
  await deliverOf(desk).check(url);
  const secret = newSecret();
  const { topics, by, at } = desk;
  await topics.webhooks.add({ id: randomId(), url, events, secret, made: at }, by);
  return { ...(await webhooksOf(desk)), secret };
});

export const removeWebhook = acts('owner', namedWebhookSchema, async (desk, { id }) => {
  const isGone = !(await desk.topics.webhooks.remove(id, desk.by, desk.at));
  if (isGone) throw new ElectionError('changed-meanwhile');
  return webhooksOf(desk);
});

export const testWebhook = acts('owner', namedWebhookSchema, async (desk, { id }) => {
  const { admin, at } = desk;
  deliverOf(desk);
  const body = JSON.stringify({ type: 'test', timestamp: instant(at), data: {} });
  const { webhooks } = desk.topics.entering(entryOf(desk, { act: 'webhook-tested', subject: id }));
  if ((await webhooks.tell('test', body, at, id)) === 0) throw new ElectionError('changed-meanwhile');
  admin.hurry();
  return webhooksOf(desk);
});
