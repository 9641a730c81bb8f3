/** What a request sends besides a ballot: parsed once, here. */
import * as v from 'valibot';
import { ElectionError } from '../model/errors.js';
import { keySchema } from '../protocol/messages.js';
import { HEADERS } from '../protocol/routes.js';
import { readJson } from './body.js';
import type { Call, Services } from './call.js';
import type { Listed } from './catalogue.js';
import { IDENTITIES } from './identity/identity.js';

/**
 * The body, as the schema has it. What the schema does not know is never in a detail.
 * @throws ElectionError `key-missing`, `body-not-json`, `body-too-large`, `body-invalid`
 */
export async function sentIn<T>(
  { request, platform }: Call,
  schema: v.GenericSchema<unknown, T>,
): Promise<{ readonly key: string; readonly body: T }> {
  const key = keyOf({ request });
  return { key, body: parsed(schema, await readJson(request, platform)) };
}

/** @throws ElectionError `key-missing` */
export function keyOf({ request }: Pick<Call, 'request'>): string {
  const key = v.safeParse(keySchema, request.headers.get(HEADERS.key));
  if (!key.success) throw new ElectionError('key-missing');
  return key.output;
}

/** The query, of which each name is given once. @throws ElectionError `body-invalid` */
export function queryIn<T>({ request }: Call, schema: v.GenericSchema<unknown, T>): T {
  return parsed(schema, Object.fromEntries(new URL(request.url).searchParams));
}

function parsed<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  throw new ElectionError('body-invalid', { detail: result.issues[0].type });
}

/**
 * Who asks, by a name that only this purpose has: nobody can tell by it who voted how.
 * @param purpose `candidacy`, `questions`
 * @throws ElectionError `identity-missing`, `identity-invalid`
 */
export async function personFor(
  purpose: string,
  { secrets }: Services,
  { request }: Call,
  { election }: Listed,
): Promise<string> {
  const { subject } = await IDENTITIES[election.rules.identity](request);
  return secrets.pseudonym(`${purpose}:${election.id}`, subject);
}
