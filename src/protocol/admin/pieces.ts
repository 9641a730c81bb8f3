/**
 * What the admin and the server say to one another, a file for each of its parts: one schema a message, by the names of
 * `ADMIN_ROUTES`. `…Schema` of a POST is its body; `…AnswerSchema` is what comes back. An act on something that several
 * people may change carries the `version` that its author has seen: where that is not the newest any more, the answer
 * is `changed-meanwhile`.
 */
import * as v from 'valibot';
import { HIDDEN } from '../../model/candidacy.js';

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
export const version = v.pipe(v.number(), v.integer(), v.minValue(0));
export const count = version;
/** Of an election: changes with it, whoever changes it. */
export const tag = v.pipe(v.string(), v.maxLength(64));
export const instant = v.string();
export const line = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most));
/** What others read who did what by: of what turns the writing round, or breaks the line, nothing. */
export const nameLine = v.pipe(
  line(80),
  v.check((text) => !HIDDEN.test(text), 'It holds a sign that cannot be seen.'),
);
