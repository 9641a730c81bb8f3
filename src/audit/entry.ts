/** Entries of a log: what they say, and whether they are written as the format has them. */

export type TierCounts = Readonly<Record<'counted' | 'review' | 'invalidated', number>>;

export type Outcome =
  | { readonly kind: 'elected'; readonly candidate: number; readonly votes: number; readonly margin: number }
  | { readonly kind: 'tie'; readonly candidates: readonly number[]; readonly votes: number }
  | { readonly kind: 'no-quorum'; readonly ballots: number; readonly quorum: number }
  | { readonly kind: 'no-ballots' };

export interface Ballot {
  readonly type: 'ballot';
  readonly ballot: string;
  readonly tier: string;
  readonly voter: string;
  readonly choice: string;
}

export interface Decision {
  readonly type: 'review' | 'invalidation' | 'reinstatement';
  readonly ballot: string;
  readonly reason: string;
}

export interface Moderation {
  readonly type: 'moderation';
  readonly candidate: number;
  readonly act: 'hidden' | 'restored' | 'withdrawn' | 'erased';
  readonly reason: string;
}

export interface Close {
  readonly type: 'close';
  readonly voters: number;
  readonly tiers: Readonly<Record<string, TierCounts>>;
  readonly refused: Readonly<Record<string, number>>;
}

export interface Proclamation {
  readonly type: 'proclamation';
  readonly outcome: Outcome;
  readonly counts: readonly number[];
}

export type Statement =
  | { readonly type: 'opening'; readonly document: string }
  | { readonly type: 'amendment'; readonly document: string; readonly reason: string }
  | { readonly type: 'key'; readonly key: string }
  | Ballot
  | Decision
  | Moderation
  | { readonly type: 'erasure'; readonly voters: number }
  | Close
  | Proclamation;

/** The election, and the hour in which it was sequenced, are in every entry. */
export type Entry = Statement & { readonly election: string; readonly at: string };

/** 16 and 32 bytes in base64url: the last character has bits that must be zero. */
const ID = '[\\w-]{21}[AQgw]';
const DIGEST = '[\\w-]{42}[AEIMQUYcgkosw048]';
const AT = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:00:00\\.000Z';

export const isId = (value: unknown): value is string => matches(value, new RegExp(`^${ID}$`));
export const isDigest = (value: unknown): value is string => matches(value, new RegExp(`^${DIGEST}$`));
export const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isNumber = (value: unknown): value is number => isWhole(value) && value > 0;

/** Of what `JSON.parse` gives back. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isTier = (value: unknown): value is string => matches(value, /^[a-z][a-z0-9-]{0,31}$/);

function isHour(value: unknown): value is string {
  if (!matches(value, new RegExp(`^${AT}$`))) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString() === value;
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

const CODES: readonly unknown[] = [
  'duplicate-person',
  'automation',
  'bought',
  'error',
  'court',
  'on-request',
];
const ACTS: readonly unknown[] = ['hidden', 'restored', 'withdrawn', 'erased'];
const isCode = (value: unknown): boolean => CODES.includes(value);
/** Why a ballot was looked into, or that a candidate did not keep to the rules. */
const isModeration = (value: unknown): boolean => isCode(value) || value === 'rules';
const isSentence = (value: unknown): boolean =>
  typeof value === 'string' && value.length > 0 && [...value].length <= 500;

const has = (value: unknown, fields: Readonly<Record<string, Check>>): boolean =>
  isRecord(value) &&
  Object.keys(value).join() === Object.keys(fields).join() &&
  Object.entries(fields).every(([name, check]) => check(value[name]));

const counts = { counted: isWhole, review: isWhole, invalidated: isWhole };
const recordOf =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const OUTCOMES: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  elected: { kind: isKind, candidate: isNumber, votes: isWhole, margin: isWhole },
  tie: { kind: isKind, candidates: listOf(isNumber), votes: isWhole },
  'no-quorum': { kind: isKind, ballots: isWhole, quorum: isWhole },
  'no-ballots': { kind: isKind },
};
function isKind(value: unknown): value is string {
  return typeof value === 'string' && Object.hasOwn(OUTCOMES, value);
}
const isOutcome: Check = (value) =>
  isRecord(value) && isKind(value['kind']) && has(value, OUTCOMES[value['kind']] ?? {});

type Check = (value: unknown) => boolean;
const decision = { ballot: isId, reason: isCode };

/** What each type has between `election` and `at`, in this order. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  opening: { document: isDigest },
  amendment: { document: isDigest, reason: isSentence },
  key: { key: (value) => typeof value === 'string' && value.length < 500 },
  ballot: { ballot: isId, tier: isTier, voter: isId, choice: isDigest },
  review: decision,
  invalidation: decision,
  reinstatement: decision,
  moderation: { candidate: isNumber, act: (value) => ACTS.includes(value), reason: isModeration },
  erasure: { voters: isWhole },
  close: { voters: isWhole, tiers: recordOf((value) => has(value, counts)), refused: recordOf(isWhole) },
  proclamation: { outcome: isOutcome, counts: listOf(isWhole) },
};

const FAST = new RegExp(
  `^\\{"type":"ballot","election":"([a-z0-9-]+)","ballot":"(${ID})","tier":"([a-z][a-z0-9-]{0,31})",` +
    `"voter":"(${ID})","choice":"(${DIGEST})","at":"(${AT})"\\}$`,
);

/** `member`: the one that is not as it should be; `JSON` where it is no object at all. */
export type Read =
  | { readonly ok: true; readonly entry: Entry; readonly canonical: boolean }
  | { readonly ok: false; readonly member: string };

let goodHour = '';

/** Reads an entry's text. Canonical: as the format writes it, to the byte. */
export function readEntry(text: string): Read {
  const [whole, election, ballot, tier, voter, choice, at] = FAST.exec(text) ?? [];
  if (whole === undefined) return slowly(text);
  if (!election || !ballot || !tier || !voter || !choice || !at) return slowly(text);
  if (at !== goodHour && !isHour(at)) return { ok: false, member: 'at' };
  goodHour = at;
  return { ok: true, entry: { type: 'ballot', election, ballot, tier, voter, choice, at }, canonical: true };
}

function slowly(text: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, member: 'JSON' };
  }
  if (!isRecord(value)) return { ok: false, member: 'JSON' };
  const type = value['type'];
  if (typeof type !== 'string' || !Object.hasOwn(FIELDS, type)) return { ok: false, member: 'type' };
  const fields = { type: () => true, election: isElection, ...FIELDS[type], at: isHour };
  for (const [name, check] of Object.entries(fields))
    if (!Object.hasOwn(value, name) || !check(value[name])) return { ok: false, member: name };
  const stranger = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
  if (stranger !== undefined) return { ok: false, member: stranger };
  const inOrder = Object.fromEntries(Object.keys(fields).map((name) => [name, value[name]]));
  return { ok: true, entry: value as unknown as Entry, canonical: JSON.stringify(inOrder) === text };
}

const isElection = (value: unknown): boolean => matches(value, /^[a-z0-9][a-z0-9-]{0,63}$/);
