/** The sites that may show an election, as they are typed: one a line. */
import * as v from 'valibot';
import { originSchema } from '../../protocol/election-schema.js';

/** What follows an origin, as one copies it from the address bar, does no harm. */
export const originsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/\s+/)
      .filter(Boolean)
      .map((one) => (URL.canParse(one) && /^https?:/.test(one) ? new URL(one).origin : one)),
  ),
];

/** Those that are none. */
export const wrongOrigins = (typed: string): string[] =>
  originsOf(typed).filter((one) => !v.is(originSchema, one));
