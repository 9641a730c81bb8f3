/** What an act of the admin is made of: who may, what was sent, what comes back. */
import * as v from 'valibot';
import { ElectionError } from '../../model/errors.js';
import { MAX_ADMIN_BODY } from '../../protocol/admin-routes.js';
import type { Role } from '../../protocol/admin/people.js';
import { answer } from '../answer.js';
import { readJson } from '../body.js';
import type { Call, Handler, Services } from '../call.js';
import { adminOf, type Admin } from './admin.js';
import { assertOwnPage, requireAdmin, type Signed } from './session.js';
import type { Topics } from '../storage/topics.js';
import type { Deed, Entry } from '../storage/topics/trail.js';

/** What a handler of the admin works with. */
export interface Desk {
  readonly services: Services;
  readonly call: Call;
  readonly admin: Admin & { readonly topics: Topics };
  readonly topics: Topics;
  readonly by: Signed;
  /** The wall's clock, ms since 1970. */
  readonly at: number;
}

/** What is done, for the trail: written in the same transaction as the act itself. */
export const entryOf = ({ by, at }: Pick<Desk, 'by' | 'at'>, deed: Deed): Entry => ({
  // What else is known of them is not the thread's that writes.
  by: { id: by.id, name: by.name },
  deed,
  at,
});

/** A GET. What it gives is sent. */
export const shows =
  (least: Role, read: (desk: Desk) => Promise<unknown>): Handler =>
  async (services, call) => {
    const desk = await deskOf(services, call, least);
    return answer(services, call, JSON.stringify(await read(desk)));
  };

/** A POST: who asks is looked at before what they send. */
export const acts =
  <T>(
    least: Role,
    schema: v.GenericSchema<unknown, T>,
    act: (desk: Desk, asked: T) => Promise<unknown>,
  ): Handler =>
  async (services, call) => {
    const desk = await deskOf(services, call, least);
    const done = await act(desk, await bodyOf(call, schema));
    return answer(services, call, JSON.stringify(done));
  };

export async function deskOf(services: Services, call: Call, least: Role): Promise<Desk> {
  const by = await requireAdmin(services, call, least);
  const admin = adminOf(services);
  return { services, call, admin, topics: admin.topics, by, at: admin.now() };
}

/** @throws ElectionError `body-not-json`, `body-too-large`, `body-invalid`, naming where */
export async function bodyOf<T>(call: Call, schema: v.GenericSchema<unknown, T>): Promise<T> {
  const parsed = v.safeParse(schema, await readJson(call.request, call.platform, MAX_ADMIN_BODY));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  throw new ElectionError('body-invalid', { detail: `${where || 'body'}: ${issue.message}` });
}

/** An act before anybody is signed in: the admin's own page asks, and nobody else's. */
export const open =
  <T>(
    schema: v.GenericSchema<unknown, T>,
    act: (services: Services, call: Call, asked: T) => Promise<Response>,
  ): Handler =>
  async (services, call) => {
    adminOf(services);
    assertOwnPage(services, call);
    return act(services, call, await bodyOf(call, schema));
  };

/** The one value of a name in the query; `undefined` where it is absent or empty. */
export const queried = (call: Call, name: string): string | undefined => call.query(name)[0] || undefined;

/** ISO 8601, UTC. */
export const instant = (at: number): string => new Date(at).toISOString();
