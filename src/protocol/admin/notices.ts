/** Mails and webhooks. */
import * as v from 'valibot';
import { count, id, instant } from './pieces.js';

/** GET mails, the newest first; without those that let somebody in. */
export const mailsAnswerSchema = v.object({
  delivery: v.picklist(['smtp', 'folder']),
  mails: v.array(
    v.object({
      id,
      at: instant,
      to: v.string(),
      subject: v.string(),
      text: v.string(),
      state: v.picklist(['waiting', 'sent', 'failed']),
      /** What the mail server said, where it did not take it. */
      failure: v.nullable(v.string()),
    }),
  ),
});

export const WEBHOOK_EVENTS = [
  'candidacy.received',
  'candidacy.approved',
  'candidacy.returned',
  'question.asked',
  'question.answered',
  'election.changed',
  'election.closed',
  'election.proclaimed',
] as const;
const webhookSchema = v.object({
  id,
  url: v.string(),
  events: v.array(v.picklist(WEBHOOK_EVENTS)),
  made: instant,
  /** The newest first, ten at most. */
  deliveries: v.array(
    v.object({
      id,
      event: v.string(),
      at: instant,
      state: v.picklist(['waiting', 'delivered', 'failed']),
      attempts: count,
      /** HTTP status of the last answer; `null`: none came. */
      status: v.nullable(count),
      /** When it is tried again. */
      next: v.nullable(instant),
    }),
  ),
});
/** GET webhooks; the answer to removeWebhook and testWebhook. Owners only. */
export const webhooksAnswerSchema = v.object({ webhooks: v.array(webhookSchema) });
/** POST addWebhook. `webhook-refused`: not https, or an address inside the brand's own network. */
export const addWebhookSchema = v.strictObject({
  url: v.pipe(v.string(), v.trim(), v.maxLength(2000)),
  events: v.pipe(v.array(v.picklist(WEBHOOK_EVENTS)), v.minLength(1)),
});
/** The secret (Standard Webhooks, `whsec_…`) is shown this once. */
export const addWebhookAnswerSchema = v.object({ webhooks: v.array(webhookSchema), secret: v.string() });
/** POST removeWebhook, testWebhook */
export const namedWebhookSchema = v.strictObject({ id });

export type MailsAnswer = v.InferOutput<typeof mailsAnswerSchema>;
export type Webhook = v.InferOutput<typeof webhookSchema>;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
