import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';
import type { Rehearsal } from './rehearsal.js';

/** A month in two and a half seconds is more than anybody can follow. */
const MAX_RATE = 1_000_000;

const orderSchema = v.union([
  v.strictObject({ rate: v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_RATE)) }),
  v.strictObject({ restart: v.literal(true) }),
]);

/**
 * `GET` tells how the rehearsal stands, `POST` sets its rate or begins it anew. For this demo only: JSON
 * and nothing else is taken, so that no other site's page can send it unasked.
 */
export function rehearsalRoutes(rehearsal: Rehearsal): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.get('/', async (c) => c.json(await rehearsal.status()));
  app.post('/', bodyLimit({ maxSize: 1024 }), async (c) => {
    if (!/^application\/json *(;|$)/i.test(c.req.header('Content-Type') ?? ''))
      throw refusal(415, 'Send JSON, as application/json.');
    const body: unknown = await c.req.json().catch((cause: unknown) => {
      throw refusal(400, 'This is not JSON.', cause);
    });
    const order = v.safeParse(orderSchema, body);
    if (!order.success)
      throw refusal(422, `Send {"rate": number}, from 0 (paused) to ${MAX_RATE}, or {"restart": true}.`);
    if ('rate' in order.output) await rehearsal.setRate(order.output.rate);
    else await rehearsal.restart();
    return c.json(await rehearsal.status());
  });
  return app;
}

const refusal = (status: 400 | 415 | 422, message: string, cause?: unknown): HTTPException =>
  new HTTPException(status, { message, cause });
