/** Mailed one-time codes. */
import { ElectionError } from '../../model/errors.js';
import { sendCodeSchema, signInByCodeSchema } from '../../protocol/admin/sign-in.js';
import { answer } from '../answer.js';
import type { Services } from '../call.js';
import { signInMail } from '../mail/letters.js';
import { adminOf } from './admin.js';
import { open } from './reading.js';
import { newSession } from './session.js';
import { sessionAnswer } from './sign-in.js';

const MINUTES = 10;
/** Five wrong codes an hour, out of a million: who guesses day and night needs years. Five mails an hour. */
const LIMITS = { attempts: 5, sent: 5, window: 3_600_000 };

/** 0 to 999,999, each as likely as any other. */
export function newCode(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number < 4_294_000_000 ? String(number % 1_000_000).padStart(6, '0') : newCode();
}

/** Names that say nothing of the address, even to who reads the database. */
async function subjectsOf({ secrets }: Services, email: string) {
  return {
    known: await secrets.pseudonym('admin-address', email),
    unknown: await secrets.pseudonym('admin-address', ''),
  };
}

const hashOf = ({ secrets }: Services, email: string, code: string) =>
  secrets.pseudonym('admin-code', `${email}|${code}`);

/** The answer is the same, and comes as fast, whoever asks: the mail is sent afterwards, and only where somebody waits. */
export const sendCode = open(sendCodeSchema, async (services, call, { email }) => {
  const { topics, mailer, now, failed } = adminOf(services);
  const at = now();
  const code = newCode();
  const kept = { hash: await hashOf(services, email, code), at, expires: at + MINUTES * 60_000 };
  const person = await topics.signIns.keepCode(email, await subjectsOf(services, email), kept, LIMITS);
  if (person)
    mailer
      .send(signInMail(person.email, code, MINUTES))
      .catch((thrown: unknown) => failed('sign-in', thrown));
  return answer(services, call, JSON.stringify({ minutes: MINUTES, attempts: LIMITS.attempts }));
});

export const signInByCode = open(signInByCodeSchema, async (services, call, { email, code }) => {
  const { topics, now, enterLater } = adminOf(services);
  const typed = code.replaceAll(/[\s-]/g, '');
  const { session, cookie } = await newSession(now());
  const hash = await hashOf(services, email, typed);
  const subjects = await subjectsOf(services, email);
  const { signedIn, failed } = await topics.signIns.useCode(email, subjects, hash, LIMITS, session);
  if (failed !== null) enterLater({ act: 'sign-in-failed', subject: failed, detail: 'code' });
  if (!signedIn) throw new ElectionError('code-wrong');
  return answer(services, call, JSON.stringify(sessionAnswer(services, call, signedIn)), { headers: cookie });
});
