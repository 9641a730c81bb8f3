/** Takes what waits to leave, mails and events, and tries again what did not: each for up to three days. */
import type { Topics } from '../storage/topics.js';
import { signedHeaders } from '../webhooks/signature.js';
import type { Admin } from './admin.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Until the next attempt, after each one that failed: as Standard Webhooks suggests. */
const WAITS = [5000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
/** Nobody else takes what is under way: one at a time, for over many a slow server takes longer than that. */
const LEASE = 2 * MINUTE;
/** So many a round. */
const BATCH = 20;

/** @param attempts made so far, from 1 @returns ms; `undefined`: it is given up */
export const waitAfter = (attempts: number): number | undefined => WAITS[attempts - 1];

/** One round. Never rejects. @returns whether there may be more */
export async function deliverDue(admin: Admin, topics: Topics): Promise<boolean> {
  const [mails, events] = [await mailDue(admin, topics), await postDue(admin, topics)];
  return mails === BATCH || events === BATCH;
}

async function mailDue(admin: Admin, { mails }: Topics): Promise<number> {
  for (let taken = 0; taken < BATCH; taken++) {
    const at = admin.now();
    const [due] = await mails.take(at, at + LEASE, 1);
    if (!due) return taken;
    const { id, recipient: to, subject, text, attempts } = due;
    try {
      await admin.mailer.send({ to, subject, text });
      await mails.settle(id, { state: 'sent' });
    } catch (thrown) {
      admin.failed('mail', thrown);
      const failure = thrown instanceof Error ? thrown.message.slice(0, 500) : 'unknown';
      const wait = waitAfter(attempts);
      const next = admin.now() + (wait ?? 0);
      await mails.settle(
        id,
        wait === undefined ? { state: 'failed', failure } : { state: 'waiting', next, failure },
      );
    }
  }
  return BATCH;
}

async function postDue(admin: Admin, { webhooks }: Topics): Promise<number> {
  if (!admin.deliver) return 0;
  for (let taken = 0; taken < BATCH; taken++) {
    const at = admin.now();
    const [due] = await webhooks.take(at, at + LEASE, 1);
    if (!due) return taken;
    const { id, url, secret, body, attempts } = due;
    let status: number | null = null;
    try {
      status = await admin.deliver.post(url, await signedHeaders(secret, id, admin.now(), body), body);
    } catch (thrown) {
      admin.failed('webhook', thrown);
    }
    // 410: the receiver says that it wants no more of it.
    const isDone = status !== null && status >= 200 && status < 300;
    const wait = status === 410 ? undefined : waitAfter(attempts);
    const state = isDone ? 'delivered' : wait === undefined ? 'failed' : 'waiting';
    await webhooks.settle(id, { state, status, next: admin.now() + (wait ?? 0) });
  }
  return BATCH;
}
