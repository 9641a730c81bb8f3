/** Who is signed in, and the end of it. */
import { type Person } from '../../protocol/admin/people.js';
import { emptySchema, type SessionAnswer } from '../../protocol/admin/sign-in.js';
import { answer } from '../answer.js';
import type { Call, Handler, Services } from '../call.js';
import type { Topics } from '../storage/topics.js';
import { adminOf } from './admin.js';
import { bodyOf, instant } from './reading.js';
import { noCookie, signedIn } from './session.js';

type StoredPerson = Awaited<ReturnType<Topics['people']['all']>>[number];

export const personAnswer = ({ id, email, name, role, seen, version }: StoredPerson): Person => ({
  id,
  email,
  name,
  role: role as Person['role'],
  seen: seen === null ? null : instant(seen),
  version,
});

export function sessionAnswer(
  services: Services,
  call: Call,
  person: StoredPerson | undefined,
): SessionAnswer {
  const { mailer } = adminOf(services);
  const { origin, pathname } = new URL(call.request.url);
  const prefix = pathname.slice(0, pathname.indexOf('/admin/'));
  return {
    person: person ? personAnswer(person) : null,
    now: services.clock.now(),
    rate: services.clock.rate,
    backend: (services.publicOrigin ?? origin) + prefix,
    mail: mailer.delivery,
    pictures: services.photos !== undefined,
  };
}

export const showSession: Handler = async (services, call) =>
  answer(services, call, JSON.stringify(sessionAnswer(services, call, await signedIn(services, call))));

/** The session ends on the server: a cookie that somebody kept opens nothing any more. */
export const signOut: Handler = async (services, call) => {
  const signed = await signedIn(services, call);
  await bodyOf(call, emptySchema);
  const { topics, now } = adminOf(services);
  if (signed) await topics.signIns.end(signed.session, signed, now());
  return answer(services, call, '{}', { headers: noCookie });
};
