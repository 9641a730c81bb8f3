/** The campaign that is voted in: 21 elections of unlike size, 13,000 ballots, each from a voter of its own. */
import { randomBytes } from 'node:crypto';
import { newKey } from '../../src/model/new-key.js';
import { mulberry32 } from '../../src/model/order.js';
import type { Election } from '../../src/server/index.js';
import { RULES } from '../../test/support/rules.js';

export const BALLOTS = 13_000;
const BRANDS = 21;
export const PAGE = 'https://brand.example';
export const CANDIDATES = ['amina', 'bruno', 'chloe', 'driss'];

/** @param name a campaign's own: its elections are not another's */
export const electionsOf = (name: string): Election[] =>
  Array.from({ length: BRANDS }, (_, i) => ({
    id: `${name}-brand-${i + 1}`,
    lang: 'fr',
    title: 'Qui présidera ?',
    brand: { id: `brand-${i + 1}`, name: `Brand ${i + 1}` },
    calendar: {
      voting: '2020-01-01T00:00:00Z',
      counting: '2099-01-01T00:00:00Z',
      timeZone: 'Europe/Paris',
    },
    rules: RULES,
    candidates: CANDIDATES.map((id) => ({ id, name: id })),
  }));

/** A ballot as the page sends it. */
export interface Sent {
  readonly election: string;
  readonly device: string;
  readonly key: string;
  readonly candidate: string;
}

/** Ballots of a campaign, in the order in which they are sent: the first brand has 21 times those of the last. */
export function ballotsOf(name: string, count: number): Sent[] {
  const random = mulberry32(2011);
  const weights = Array.from({ length: BRANDS }, (_, i) => BRANDS - i);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from({ length: count }, () => {
    let at = random() * total;
    const brand = weights.findIndex((weight) => (at -= weight) < 0);
    return {
      election: `${name}-brand-${brand + 1}`,
      device: randomBytes(16).toString('base64url'),
      key: newKey(),
      candidate: CANDIDATES[Math.floor(random() * CANDIDATES.length)] ?? '',
    };
  });
}
