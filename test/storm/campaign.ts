/** The elections of a storm, and who votes in them. */
import { createSecrets, webHmac } from '../../src/server/secrets.js';
import type { Election, Rules } from '../../src/model/election.js';
import { RULES } from '../support/rules.js';

export const SECRET = 'the secret of a storm, no less than thirty-two bytes';
/** In the origin of the logs. */
export const ORGANISER = 'storm.test';
/** So many that two ballots of one voter are seldom for the same: the checker can tell them apart. */
export const CANDIDATES = Array.from({ length: 12 }, (_, i) => `candidate-${i + 1}`);

export const HOUR = 3_600_000;
/** From now on, the clock of the backend, until it closes: more than any step but the last. */
const FAR = 48 * HOUR;
/** Within a step of the clock: this one closes, and opens again, in the middle of the storm. */
const NEAR = HOUR / 2;

export const REVOTE = 'may-change';
export const ONCE = 'once';
export const CLOSING = 'closing';

export function electionsAt(now: number): Election[] {
  const of = (id: string, closesIn: number, rules: Partial<Rules> = {}): Election => ({
    id,
    lang: 'fr',
    title: 'Qui présidera ?',
    brand: { id, name: id },
    calendar: {
      voting: new Date(now - FAR).toISOString(),
      counting: new Date(now + closesIn).toISOString(),
      timeZone: 'Europe/Paris',
    },
    rules: { ...RULES, ...rules },
    candidates: CANDIDATES.map((candidate) => ({ id: candidate, name: candidate })),
  });
  return [of(REVOTE, FAR), of(ONCE, FAR, { revote: false }), of(CLOSING, NEAR)];
}

const { pseudonym } = createSecrets(webHmac(new TextEncoder().encode(SECRET)));

/** A voter's name as the log has it, which the server makes of the device and of what the election alone has. */
export const pseudonymOf = async (
  election: string,
  salt: string | undefined,
  device: string,
): Promise<string> => pseudonym(salt === undefined ? election : `${election}|${salt}`, device);
