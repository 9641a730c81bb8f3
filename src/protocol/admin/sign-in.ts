/** Signing in, by a code or a passkey. */
import * as v from 'valibot';
import { emailSchema, personSchema } from './people.js';
import { instant, nameLine } from './pieces.js';

/** GET session, and the answer to each way of signing in. */
export const sessionAnswerSchema = v.object({
  /** Who is signed in; `null`: nobody. */
  person: v.nullable(personSchema),
  /** The server's clock, ms since 1970. */
  now: v.number(),
  /** Milliseconds of that clock per millisecond of the world. 1 but in a rehearsal. */
  rate: v.number(),
  /** The address at which voters reach the backend, for the snippet that a brand pastes. */
  backend: v.string(),
  /** Whether mails leave by SMTP, or lie in a folder, shown by `mails`. */
  mail: v.picklist(['smtp', 'folder']),
  /** Whether pictures are taken. */
  pictures: v.boolean(),
});

/** POST sendCode. The answer is the same whether or not the address is known. */
export const sendCodeSchema = v.strictObject({ email: emailSchema });
/** `minutes`: how long the code is good for. */
export const sendCodeAnswerSchema = v.object({ minutes: v.number(), attempts: v.number() });

/** POST signInByCode → session. Six digits; spaces do not matter. */
export const signInByCodeSchema = v.strictObject({
  email: emailSchema,
  code: v.pipe(v.string(), v.maxLength(20)),
});

/** What the browser gave, as `@simplewebauthn/browser` puts it in JSON. */
const credential = v.looseObject({
  id: v.pipe(v.string(), v.maxLength(1400)),
  rawId: v.pipe(v.string(), v.maxLength(1400)),
  type: v.literal('public-key'),
  response: v.record(v.string(), v.unknown()),
  clientExtensionResults: v.optional(v.record(v.string(), v.unknown()), {}),
});
/** POST passkeyQuestion, newPasskeyQuestion: what `startAuthentication` and `startRegistration` take as `optionsJSON`. */
export const passkeyQuestionSchema = v.strictObject({});
export const passkeyQuestionAnswerSchema = v.object({ options: v.record(v.string(), v.unknown()) });
/** POST signInByPasskey → session */
export const signInByPasskeySchema = v.strictObject({ credential });
/** POST addPasskey → passkeys */
export const addPasskeySchema = v.strictObject({ name: nameLine, credential });
/** POST removePasskey → passkeys */
export const removePasskeySchema = v.strictObject({ id: v.pipe(v.string(), v.maxLength(1400)) });
/** GET passkeys: one's own. */
export const passkeysAnswerSchema = v.object({
  passkeys: v.array(v.object({ id: v.string(), name: v.string(), made: instant, used: v.nullable(instant) })),
});

/** POST signOut, and other acts without an answer. */
export const emptySchema = v.strictObject({});

export type SessionAnswer = v.InferOutput<typeof sessionAnswerSchema>;
