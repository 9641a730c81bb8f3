/** An election while it is being written: of the same shape, but texts may be empty and dates may be missing. */
import { PHASES, type Calendar, type Election, type Id, type Photo } from '../../model/election.js';
import { instantOf, wallTimeOf } from './wall-time.js';

/** Where something stands in an election: `brand.name`, `candidates.0.slogan`. */
export type Path = string;

/** What a form may put anywhere in an election. */
export type Value = string | number | boolean | readonly string[] | Photo | undefined;

const DAY = 86_400_000;

/** Days from today on which each phase of a new election begins, and the hour. A month of voting, six of mandate. */
const FIRST_CALENDAR = {
  announced: [0, 9],
  candidacy: [7, 9],
  campaign: [35, 9],
  voting: [56, 8],
  counting: [86, 20],
  proclaimed: [87, 10],
  mandate: [100, 9],
  ended: [282, 20],
} as const;

/** A first draft: whoever opens the form sees a whole calendar, and changes what does not suit. */
export function newDraft(now: number, timeZone: string, lang: string): Election {
  const instant = ([days, hour]: readonly [number, number]) => {
    const day = wallTimeOf(new Date(now + days * DAY).toISOString(), timeZone).slice(0, 10);
    return instantOf(`${day}T${String(hour).padStart(2, '0')}:00`, timeZone);
  };
  const calendar = Object.fromEntries(PHASES.map((phase) => [phase, instant(FIRST_CALENDAR[phase])]));
  return {
    id: '',
    lang,
    title: '',
    brand: { id: '', name: '' },
    calendar: { ...calendar, timeZone } as Calendar,
    rules: {
      method: { kind: 'plurality' },
      visibility: 'until-voted',
      revote: true,
      confirm: true,
      quorum: 0,
      identity: 'device',
    },
    candidates: [],
  };
}

/** What stands at a place; `undefined` where there is nothing. */
export function valueAt(tree: unknown, path: Path): unknown {
  return path.split('.').reduce<unknown>((at, key) => (Object(at) as Record<string, unknown>)[key], tree);
}

/** The same with something else in one place; the rest is shared. `undefined` takes it out. */
export function withValue<T>(tree: T, path: Path, value: unknown): T {
  const [key = '', ...rest] = path.split('.');
  const before: unknown = Array.isArray(tree)
    ? Object.assign([], tree)
    : { ...(tree as Record<string, unknown> | undefined) };
  const copy = before as Record<string, unknown>;
  const put = rest.length ? withValue(copy[key], rest.join('.'), value) : value;
  if (put === undefined) delete copy[key];
  else copy[key] = put;
  return copy as T;
}

/** The draft in another zone: the wall shows the same times, which are other instants. */
export function inZone(draft: Election, timeZone: string): Election {
  const { calendar } = draft;
  const moved = PHASES.filter((phase) => calendar[phase] !== undefined).map((phase) => [
    phase,
    instantOf(wallTimeOf(calendar[phase], calendar.timeZone), timeZone) || calendar[phase],
  ]);
  return { ...draft, calendar: { ...calendar, ...Object.fromEntries(moved), timeZone } };
}

/** An id made of a name: `Grand Cabas & Cie` → `grand-cabas-cie`. Taken ones get a number. */
export function idFrom(name: string, taken: readonly Id[] = []): Id {
  const base =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 56)
      .replace(/-+$/, '') || 'candidate';
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(id)) return id;
  }
}

/** What the form leaves empty is left out, as in an election file. */
export function tidy<T>(tree: T): T {
  if (Array.isArray(tree)) return tree.map((item: unknown) => tidy(item)).filter((item) => item !== '') as T;
  if (typeof tree !== 'object' || tree === null) return (typeof tree === 'string' ? tree.trim() : tree) as T;
  const kept = Object.entries(tree)
    .map(([key, value]) => [key, tidy<unknown>(value)] as const)
    .filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(kept) as T;
}

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  value === undefined ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0);
