/** The rules' document, and what a profile's is. Only what the recount or the dossier needs is looked at. */
import { fromBase64Url, textOf } from './bytes.js';
import { isDigest, isId, isRecord, isTier, isWhole } from './entry.js';

export interface Rules {
  readonly election: string;
  readonly lang: string;
  readonly title: string;
  readonly brand: string;
  /** Milliseconds since 1970 by phase; `voting` and `counting` (the close) are always there. */
  readonly calendar: Readonly<Record<string, number>> & {
    readonly voting: number;
    readonly counting: number;
  };
  readonly timeZone: string;
  readonly method: 'plurality' | 'approval';
  /** How many candidates a ballot may mark. */
  readonly max: number;
  readonly visibility: 'always' | 'until-voted' | 'until-close';
  readonly revote: boolean;
  readonly quorum: number;
  readonly identity: string;
  readonly tie: string;
  /** How many could vote, by tier; `null`: nobody can know. */
  readonly eligible: ReadonlyMap<string, number | null>;
  /** Profiles' hashes by candidates' numbers. */
  readonly candidates: ReadonlyMap<number, string>;
  readonly keys: readonly string[];
  readonly witnesses: readonly string[];
}

/** @returns the rules, or the name of the member that is not as the format has it */
export function readRules(bytes: Uint8Array): Rules | string {
  const value = parsed(bytes);
  if (!isRecord(value)) return 'JSON';
  if (value['format'] !== 'voix-rules/1') return 'format';
  const wrong = new Set<string>();
  const text = (name: string, from: unknown = value[name]): string => {
    if (typeof from === 'string') return from;
    wrong.add(name);
    return '';
  };
  const texts = (name: string): string[] => {
    const list: unknown = value[name];
    if (!Array.isArray(list) || !list.every((one) => typeof one === 'string')) return (wrong.add(name), []);
    return list as string[];
  };
  const part = (name: string): Readonly<Record<string, unknown>> => {
    const from = value[name];
    return isRecord(from) ? from : (wrong.add(name), {});
  };

  const { timeZone, ...calendar } = part('calendar');
  const times = Object.entries(calendar).map(([phase, at]) => [phase, instantOf(at)] as const);
  if (times.some(([, at]) => Number.isNaN(at))) wrong.add('calendar');
  const { voting = NaN, counting = NaN } = Object.fromEntries(times) as Record<string, number>;
  if (!(voting < counting) || !isZone(timeZone)) wrong.add('calendar');

  const { method, visibility, revote, quorum, identity } = part('rules');
  const { kind, max } = isRecord(method) ? method : {};
  if (kind !== 'plurality' && kind !== 'approval') wrong.add('rules.method');
  if (kind === 'approval' && max !== undefined && !(isWhole(max) && max > 0)) wrong.add('rules.method');
  if (visibility !== 'always' && visibility !== 'until-voted' && visibility !== 'until-close')
    wrong.add('rules.visibility');
  if (typeof revote !== 'boolean') wrong.add('rules.revote');
  if (!isWhole(quorum)) wrong.add('rules.quorum');

  const eligible = new Map<string, number | null>();
  for (const [tier, number] of Object.entries(part('eligible')))
    if (isTier(tier) && (number === null || isWhole(number))) eligible.set(tier, number);
    else wrong.add('eligible');

  const rules = {
    election: text('election'),
    lang: text('lang'),
    title: text('title'),
    brand: text('brand', part('brand')['name']),
    calendar: { ...(Object.fromEntries(times) as Record<string, number>), voting, counting },
    timeZone: text('calendar', timeZone),
    method: kind,
    max: kind === 'plurality' ? 1 : typeof max === 'number' ? max : Infinity,
    visibility,
    revote,
    quorum,
    identity: text('rules.identity', identity),
    tie: text('tie'),
    eligible,
    candidates: candidatesOf(value['candidates'], wrong),
    keys: texts('keys'),
    witnesses: texts('witnesses'),
  };
  const [first] = wrong;
  return first ?? (rules as Rules);
}

function candidatesOf(list: unknown, wrong: Set<string>): Map<number, string> {
  const candidates = new Map<number, string>();
  for (const one of Array.isArray(list) ? (list as unknown[]) : [undefined]) {
    const { number, profile } = isRecord(one) ? one : {};
    if (isWhole(number) && number > 0 && number <= 100_000 && isDigest(profile) && !candidates.has(number))
      candidates.set(number, profile);
    else wrong.add('candidates');
  }
  return candidates;
}

/** A candidate as the page had it. */
export interface Profile {
  readonly id: string;
  readonly name: string;
}

/** `undefined` where it is none. */
export function readProfile(bytes: Uint8Array): Profile | undefined {
  const value = parsed(bytes);
  if (!isRecord(value) || !isId(value['salt']) || !isRecord(value['profile'])) return undefined;
  const { id, name } = value['profile'];
  if (typeof id !== 'string' || typeof name !== 'string' || !fromBase64Url(value['salt'])) return undefined;
  return { id, name };
}

function parsed(bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** With its offset: without one it would be another instant on every reader's machine. NaN where it is none. */
const instantOf = (at: unknown): number =>
  typeof at === 'string' && INSTANT.test(at) ? Date.parse(at) : NaN;

function isZone(zone: unknown): boolean {
  if (typeof zone !== 'string') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
