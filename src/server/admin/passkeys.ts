/** Passkeys: signing in by one, and one's own. SimpleWebAuthn verifies; it is loaded when the first one is used. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { base64url, fromBase64url } from '../../log/base64.js';
import { ElectionError } from '../../model/errors.js';
import {
  addPasskeySchema,
  passkeyQuestionSchema,
  removePasskeySchema,
  signInByPasskeySchema,
} from '../../protocol/admin/sign-in.js';
import { answer } from '../answer.js';
import type { Call, Services } from '../call.js';
import { adminOf } from './admin.js';
import { challengeBytes, newChallenge, readChallenge } from './challenge.js';
import { acts, instant, open, shows, type Desk } from './reading.js';
import { newSession } from './session.js';
import { sessionAnswer } from './sign-in.js';

const webAuthn = () => import('@simplewebauthn/server');
const SIGN_IN = 'sign-in';

/** The site that passkeys are made for: the admin's own. Behind a proxy it may be https where this server sees http. */
function siteOf({ publicOrigin }: Services, { request }: Call) {
  const { host, hostname } = new URL(publicOrigin ?? request.url);
  return { rpID: hostname, origins: publicOrigin ? [publicOrigin] : [`https://${host}`, `http://${host}`] };
}

/** Whatever the library finds wrong, nobody is let in. */
async function verified<T extends { readonly verified: boolean }>(verify: () => Promise<T>): Promise<T> {
  let result: T;
  try {
    result = await verify();
  } catch (cause) {
    throw cause instanceof ElectionError ? cause : new ElectionError('passkey-refused', { cause });
  }
  if (!result.verified) throw new ElectionError('passkey-refused');
  return result;
}

/** Asked for no address: which passkeys there are, nobody learns. */
export const passkeyQuestion = open(passkeyQuestionSchema, async (services, call) => {
  const { generateAuthenticationOptions } = await webAuthn();
  const challenge = await newChallenge(services.secrets, SIGN_IN, adminOf(services).now());
  const options = await generateAuthenticationOptions({
    rpID: siteOf(services, call).rpID,
    challenge: challengeBytes(challenge),
    userVerification: 'required',
  });
  return answer(services, call, JSON.stringify({ options }));
});

export const signInByPasskey = open(signInByPasskeySchema, async (services, call, { credential }) => {
  const { topics, now } = adminOf(services);
  const at = now();
  const passkey = await topics.signIns.passkey(credential.id);
  if (!passkey) throw new ElectionError('passkey-refused');
  const { verifyAuthenticationResponse } = await webAuthn();
  const { rpID, origins } = siteOf(services, call);
  let met = { id: '', expires: 0 };
  const { authenticationInfo } = await verified(() =>
    verifyAuthenticationResponse({
      response: credential as unknown as AuthenticationResponseJSON,
      expectedChallenge: async (challenge) => {
        met = await readChallenge(services.secrets, SIGN_IN, challenge, at);
        return true;
      },
      expectedOrigin: origins,
      expectedRPID: rpID,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(fromBase64url(passkey.key) ?? []),
        counter: passkey.counter,
      },
    }),
  );
  const { session, cookie } = await newSession(at);
  const person = await topics.signIns.usePasskey(passkey.id, authenticationInfo.newCounter, met, session);
  if (!person) throw new ElectionError('passkey-refused');
  return answer(services, call, JSON.stringify(sessionAnswer(services, call, person)), { headers: cookie });
});

export const showPasskeys = shows('reader', passkeysOf);

async function passkeysOf({ topics, by }: Desk) {
  const passkeys = await topics.signIns.passkeysOf(by.id);
  return {
    passkeys: passkeys.map(({ id, name, made, used }) => ({
      id,
      name,
      made: instant(made),
      used: used === null ? null : instant(used),
    })),
  };
}

export const newPasskeyQuestion = acts('reader', passkeyQuestionSchema, async (desk) => {
  const { services, call, topics, by, at } = desk;
  const { generateRegistrationOptions } = await webAuthn();
  const { rpID } = siteOf(services, call);
  const options = await generateRegistrationOptions({
    rpName: 'Voix',
    rpID,
    userName: by.email,
    userDisplayName: by.name,
    userID: challengeBytes(by.id),
    challenge: challengeBytes(await newChallenge(services.secrets, by.id, at)),
    attestationType: 'none',
    excludeCredentials: (await topics.signIns.passkeysOf(by.id)).map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { options };
});

export const addPasskey = acts('reader', addPasskeySchema, async (desk, { name, credential }) => {
  const { services, call, topics, by, at } = desk;
  const { verifyRegistrationResponse } = await webAuthn();
  const { rpID, origins } = siteOf(services, call);
  const { registrationInfo } = await verified(() =>
    verifyRegistrationResponse({
      response: credential as unknown as RegistrationResponseJSON,
      expectedChallenge: async (challenge) => {
        await readChallenge(services.secrets, by.id, challenge, at);
        return true;
      },
      expectedOrigin: origins,
      expectedRPID: rpID,
    }),
  );
  if (!registrationInfo) throw new ElectionError('passkey-refused');
  const { id, publicKey, counter } = registrationInfo.credential;
  const passkey = { id, person: by.id, name, key: base64url(publicKey), counter, made: at, used: null };
  await topics.signIns.addPasskey(passkey, by);
  return passkeysOf(desk);
});

export const removePasskey = acts('reader', removePasskeySchema, async (desk, { id }) => {
  await desk.topics.signIns.removePasskey(id, desk.by, desk.at);
  return passkeysOf(desk);
});
