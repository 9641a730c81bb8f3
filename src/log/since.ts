import type { Id } from '../model/election.js';
import { ElectionError, toElectionError } from '../model/errors.js';
import type { LogIdentity } from '../model/results.js';
import { base64url } from './base64.js';
import type { Checkpoint } from './checkpoint.js';
import { trackingCode, type TrackingCode } from './code.js';
import { ballotIn, fateOf, keysIn, statementIn, type BallotEntry, type Fate } from './fate.js';
import type { LogFiles } from './files.js';
import type { Sha256 } from './hash.js';
import { parseVkey, type VerifierKey } from './note.js';
import { openCheckpoint } from './open-checkpoint.js';
import { utf8 } from './utf8.js';

/** A ballot's entry, in a log of which one has the root. */
export interface Held {
  readonly index: number;
  readonly entry: BallotEntry;
  readonly checkpoint: Checkpoint;
  /** The vkeys that may have signed the log at that size. */
  readonly keys: readonly string[];
  /** The vkeys that may have co-signed it, besides those with which it opened. */
  readonly witnesses: readonly string[];
  /** Who were chosen, by the numbers that the ballot marks and by the names that the voter saw. */
  readonly choice?: { readonly numbers: readonly number[]; readonly ids: readonly Id[] };
}

/** What a log says of a ballot now. */
export type Since =
  | {
      readonly kind: 'read';
      /** Entries of the log. */
      readonly size: number;
      /** Who have signed it besides its keeper. */
      readonly witnesses: number;
      readonly fate: Fate;
      /** Later entries that were too many to be read: the fate is then not known. */
      readonly unread: number;
    }
  /** The log that is served does not reach what one holds yet. */
  | { readonly kind: 'behind' }
  /** It continues what one holds, and is signed by a key that one does not know. */
  | { readonly kind: 'unsigned' }
  /** What is served cannot have come from what one holds: one of the two was forged. */
  | { readonly kind: 'contradicted' };

/** Later entries that are read: sixteen bundles. */
const MOST_LATER = 4096;

/**
 * Reads on from what one holds: whether the log that is served now begins with it, is signed, and by whom besides,
 * and what has become of the ballot. Everything is verified against the root that one holds and the new one.
 * @throws ElectionError where files of the log cannot be read
 */
export async function readSince(sha: Sha256, files: LogFiles, held: Held): Promise<Since> {
  const { index, entry, checkpoint: old } = held;
  const served = await files.checkpoint();
  if (served.origin !== old.origin) return { kind: 'contradicted' };
  if (served.size < old.size && !(await mayContinue(files, served, old))) return { kind: 'contradicted' };
  const now = served.size < old.size ? await files.newest(index) : served;
  if (!now || now.size < old.size) return { kind: 'behind' };
  const isShort = now.size - index <= MOST_LATER;
  const later = isShort ? await files.later(index, old, now) : undefined;
  if (isShort ? !later : !(await files.continues(old, now))) return { kind: 'contradicted' };
  const rules = await readRules(sha, files, old);
  if (!(await areNamed(sha, files, rules, held.choice))) return { kind: 'contradicted' };
  const inForce = keysIn(later ?? []).slice(-1);
  const keys = keysOf(sha, inForce.length ? inForce : [...held.keys, ...rules.keys]);
  const witnesses = keysOf(sha, [...rules.witnesses, ...held.witnesses]);
  const opened = await openCheckpoint(now.note, keys, witnesses);
  if (!opened) return { kind: later ? 'contradicted' : 'unsigned' };
  return {
    kind: 'read',
    size: now.size,
    witnesses: opened.witnesses.length,
    fate: fateOf(entry, later ?? []),
    unread: later ? 0 : now.size - index - 1,
  };
}

/** Whoever serves no more than the shorter tree has nothing to show that the longer one continues it. */
async function mayContinue(files: LogFiles, first: Checkpoint, then: Checkpoint): Promise<boolean> {
  try {
    return await files.continues(first, then);
  } catch (thrown) {
    if (/unknown|unreadable/.test(toElectionError(thrown).code)) return true;
    throw thrown;
  }
}

/**
 * The ballot of a tracking code, in the log as it is served now.
 * @param by who signs it now, by the page: they may have come after the opening, and before the ballot
 */
export async function lookUp(
  sha: Sha256,
  files: LogFiles,
  code: TrackingCode,
  by: Signatories,
): Promise<Held | undefined> {
  const served = await files.checkpoint();
  const now = served.size <= code.index ? await files.newest(code.index) : served;
  if (!now || now.size <= code.index) return undefined;
  const text = await files.entry(code.index, now);
  const entry = text === undefined ? undefined : ballotIn(text);
  if (!entry || !trackingCode(code.index, entry.ballot)?.endsWith(code.ballot)) return undefined;
  const { keys } = await readRules(sha, files, now);
  return {
    index: code.index,
    entry,
    checkpoint: now,
    keys: [...keys, by.key],
    witnesses: by.witnesses,
  };
}

/** Who answers for a log, as the page has it. */
export type Signatories = Pick<LogIdentity, 'key' | 'witnesses'>;

interface Rules {
  readonly candidates: readonly { readonly number: number; readonly profile: string }[];
  readonly keys: readonly string[];
  readonly witnesses: readonly string[];
}

/**
 * Whether the numbers that a ballot marks are those of the people whom the voter saw, as the log has them. Not to be
 * known of who came after the opening, or is erased.
 */
async function areNamed(
  sha: Sha256,
  files: LogFiles,
  { candidates }: Rules,
  choice: Held['choice'],
): Promise<boolean> {
  const chosen = candidates.filter(({ number }) => choice?.numbers.includes(number));
  const profiles = await Promise.all(
    chosen.map(({ profile }) => readDocument(sha, files, profile).catch(isErased)),
  );
  return profiles.every((text) => {
    const { profile } = Object(JSON.parse(text ?? '{}')) as { readonly profile?: { readonly id: Id } };
    return !profile || choice?.ids.includes(profile.id);
  });
}

/** A person's profile may be gone. */
function isErased(thrown: unknown): undefined {
  if (toElectionError(thrown).code === 'document-erased') return undefined;
  throw thrown;
}

/** The rules with which a log opens. */
async function readRules(sha: Sha256, files: LogFiles, within: Checkpoint): Promise<Rules> {
  const opening = await files.entry(0, within);
  const said = statementIn(opening ?? '');
  const document = said?.type === 'opening' ? said.document : '';
  return JSON.parse(await readDocument(sha, files, document)) as Rules;
}

/** A document of the log: its name is its hash. */
async function readDocument(sha: Sha256, files: LogFiles, hash: string): Promise<string> {
  const text = await files.text(`documents/${hash}`);
  if (base64url(sha(utf8(text))) === hash) return text;
  throw new ElectionError('answer-unreadable', { detail: `document ${hash}` });
}

const keysOf = (sha: Sha256, vkeys: readonly string[]): VerifierKey[] =>
  [...new Set(vkeys)].map((text) => parseVkey(sha, text)).filter((key) => key !== undefined);
