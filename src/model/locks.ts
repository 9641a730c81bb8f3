/** What of an election may still be changed, and what a change becomes. Pure; the server holds it, forms show it. */
import { PHASES, type Calendar, type Election, type Instant } from './election.js';
import { isFrom, phaseAt, phaseStarts } from './phase.js';

/** Why a part is fixed: voting has opened, voting has closed, or this phase has begun. */
export const LOCKS = ['voting', 'closed', 'past'] as const;

export interface Lock {
  readonly part: string;
  readonly why: (typeof LOCKS)[number];
}

type Parts = Readonly<Record<string, unknown>>;

/**
 * An election by its parts. `brand`: its id and name; `look`: all else of it, and the page. `candidates`: who stands, under which
 * name; `profiles`: all else of them. Each phase of the calendar is a part: `calendar.counting`.
 */
function partsOf({ title, lang, brand, page, calendar, rules, terms, candidates }: Election): Parts {
  const { id, name, ...look } = brand;
  const byId = [...candidates].sort((a, b) => (a.id < b.id ? -1 : 1));
  const phases = [...PHASES, 'timeZone' as const].map((key) => [`calendar.${key}`, moment(calendar, key)]);
  return {
    title,
    lang,
    brand: { id, name },
    look: { ...look, page },
    ...(Object.fromEntries(phases) as Parts),
    ...rules,
    terms,
    candidates: byId.map((one) => ({ id: one.id, name: one.name })),
    profiles: byId.map(({ name: _name, ...profile }) => profile),
  };
}

/** The same instant may be written in several ways. */
function moment(calendar: Calendar, key: keyof Calendar): string | number | undefined {
  const value = calendar[key];
  return key === 'timeZone' || value === undefined ? value : Date.parse(value);
}

/** The names of the parts in which they differ. */
export function changedParts(before: Election, after: Election): string[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  return Object.keys({ ...was, ...is }).filter((part) => !same(was[part], is[part]));
}

/** Whether two JSON values are the same, in whichever order their keys are. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Parts, b as Parts];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => same(left[key], right[key]));
}

/** What anyone may change at any time: how the brand looks, and what it says. */
const FREE: ReadonlySet<string> = new Set(['look']);
/** What may be changed once voting has opened, and is told to everyone then. */
const AMENDABLE = /^(profiles|calendar\.(?!voting|timeZone))/;

/** The parts that are fixed at an instant. None before voting opens. */
export function locksOf(election: Election, now: number): Lock[] {
  const phase = phaseAt(election.calendar, now);
  if (!isFrom(phase, 'voting')) return [];
  const begun = new Set(
    phaseStarts(election.calendar)
      .filter(({ at }) => at <= now)
      .map((start) => `calendar.${start.phase}`),
  );
  const why = isFrom(phase, 'counting') ? 'closed' : 'voting';
  return Object.keys(partsOf(election)).flatMap((part): Lock[] => {
    if (begun.has(part)) return [{ part, why: 'past' }];
    return FREE.has(part) || AMENDABLE.test(part) ? [] : [{ part, why }];
  });
}

export interface Change {
  /** Parts that are fixed. Where there is one, nothing may be changed. */
  readonly locked: readonly string[];
  /** Parts of which everyone is to be told. */
  readonly amended: readonly string[];
  readonly parts: readonly string[];
}

/** What a change is: once voting has opened, no phase may begin in the past. */
export function judgeChange(before: Election, after: Election, now: number): Change {
  const parts = changedParts(before, after);
  const fixed = new Set(locksOf(before, now).map(({ part }) => part));
  const isOpen = isFrom(phaseAt(before.calendar, now), 'voting');
  const intoPast = (part: string): boolean => {
    const at = after.calendar[part.replace('calendar.', '') as keyof Calendar] as Instant | undefined;
    return isOpen && part.startsWith('calendar.') && at !== undefined && Date.parse(at) <= now;
  };
  return {
    parts,
    locked: parts.filter((part) => fixed.has(part) || intoPast(part)),
    amended: isOpen ? parts.filter((part) => AMENDABLE.test(part)) : [],
  };
}
