import { marksOf, type Choice } from '../model/choice.js';
import type { Id } from '../model/election.js';
import { base64url } from './base64.js';
import type { Sha256 } from './hash.js';
import { utf8, utf8InPassing } from './utf8.js';

/** The number that a candidate has in the log; `undefined` where there is none. */
export type NumberOf = (candidate: Id) => number | undefined;

/** A choice by its candidates' numbers, ascending: `plurality:3`. `undefined` where a candidate has no number. */
export function choiceText(choice: Choice, numberOf: NumberOf): string | undefined {
  const numbers = marksOf(choice)
    .map(numberOf)
    .filter((number) => number !== undefined);
  if (numbers.length !== marksOf(choice).length) return undefined;
  return `${choice.method}:${numbers.sort((a, b) => a - b).join(',')}`;
}

export const SALT_BYTES = 16;
const START = utf8('voix-choice/1\n');
/** What is hashed: the beginning, the salt, the choice. Its memory is used again. */
let bytes = new Uint8Array(512);
bytes.set(START);

/**
 * What a ballot's entry says of its choice, b64url. Hides the choice from those without the salt, and binds it.
 * @param salt 16 random bytes, of this ballot only
 */
export function commitment(sha: Sha256, salt: Uint8Array, text: string): string {
  const choice = utf8InPassing(text);
  const length = START.length + SALT_BYTES + choice.length;
  if (length > bytes.length) {
    bytes = new Uint8Array(2 * length);
    bytes.set(START);
  }
  bytes.set(salt, START.length);
  bytes.set(choice, START.length + SALT_BYTES);
  return base64url(sha(bytes.subarray(0, length)));
}
