/**
 * The addresses of the admin, relative to where the backend is mounted. They speak to the admin's own origin only: a
 * page elsewhere gets no CORS header, and its session cookie goes nowhere else.
 */
export const ADMIN_ROUTES = {
  session: '/admin/session',
  sendCode: '/admin/sign-in/send-code',
  signInByCode: '/admin/sign-in/code',
  passkeyQuestion: '/admin/sign-in/passkey-question',
  signInByPasskey: '/admin/sign-in/passkey',
  signOut: '/admin/sign-out',
  passkeys: '/admin/passkeys',
  newPasskeyQuestion: '/admin/passkeys/question',
  addPasskey: '/admin/passkeys/add',
  removePasskey: '/admin/passkeys/remove',

  elections: '/admin/elections',
  createElection: '/admin/elections/create',
  election: '/admin/elections/{election}',
  changeElection: '/admin/elections/{election}/change',
  results: '/admin/elections/{election}/results',
  rule: '/admin/elections/{election}/rule',
  export: '/admin/elections/{election}/export/{file}',

  candidacies: '/admin/elections/{election}/candidacies',
  decideCandidacy: '/admin/elections/{election}/candidacies/decide',
  candidates: '/admin/elections/{election}/candidates',
  decideCandidate: '/admin/elections/{election}/candidates/decide',
  questions: '/admin/elections/{election}/questions',
  decideQuestion: '/admin/elections/{election}/questions/decide',
  mandate: '/admin/elections/{election}/mandate',
  changeMandate: '/admin/elections/{election}/mandate/change',

  keepPicture: '/admin/pictures',

  people: '/admin/people',
  addPerson: '/admin/people/add',
  changePerson: '/admin/people/change',
  removePerson: '/admin/people/remove',
  trail: '/admin/trail',
  mails: '/admin/mails',
  webhooks: '/admin/webhooks',
  addWebhook: '/admin/webhooks/add',
  removeWebhook: '/admin/webhooks/remove',
  testWebhook: '/admin/webhooks/test',
} as const;

/** Host-only, of the admin's own origin: https, or this machine's `localhost`. */
export const SESSION_COOKIE = '__Host-voix-admin';

/** Files of `export`. */
export const EXPORTS = ['ballots.csv', 'results.csv', 'election.json'] as const;

/** The largest body of the admin's writes, in bytes: an election with two thousand candidates. */
export const MAX_ADMIN_BODY = 16_777_216;
