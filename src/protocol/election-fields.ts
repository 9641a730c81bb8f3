/** The small parts that the schema of an election is made of: texts, addresses, instants, each with its sentence. */
import * as v from 'valibot';
import { safeAddress } from '../model/address.js';
import { nearest } from './nearest.js';

/** An object that takes its own keys only, and says which one was probably meant. */
export function strict<const T extends v.ObjectEntries>(entries: T) {
  const keys = Object.keys(entries);
  return v.strictObject(entries, (issue) => {
    const key = String(issue.path?.at(-1)?.key);
    if (issue.expected === 'Object')
      return `This must be a group of keys: ${keys.join(', ')}.${issue.input === null ? LEAVE_OUT : ''}`;
    if (issue.expected !== 'never') return `\`${key}\` is missing. ${aboutKey(entries[key])}`.trim();
    if (key !== key.trim()) return `There is a no-break space beside \`${key.trim()}\`: write ordinary ones.`;
    const meant = nearest(key, keys);
    return meant
      ? `\`${key}\` is not a key here. Did you mean \`${meant}\`?`
      : `\`${key}\` is not a key here. What is known here: ${keys.join(', ')}.`;
  });
}

const aboutKey = (schema: v.ObjectEntries[string] | undefined): string =>
  (schema?.kind === 'schema' && v.getDescription(schema)) || '';

/** Of a key with nothing after it. */
const LEAVE_OUT = ' Or leave the key out, too.';

const isText = v.string((issue) =>
  issue.input === null
    ? 'This is empty: write something, or leave the key out. A text that starts with # needs quotes around it.'
    : 'This must be a text. Put quotes around it.',
);

/** Whether `Intl` takes it. */
function intlTakes(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A text that says something, without space around it. */
export const text = (most: number, description: string) =>
  v.pipe(
    isText,
    v.trim(),
    v.nonEmpty('This is empty: write something, or leave the key out.'),
    v.maxLength(most, (issue) => `This is too long: ${issue.input.length} characters, ${most} at most.`),
    v.description(description),
  );

export const id = (description: string) =>
  v.pipe(
    isText,
    v.regex(
      /^[a-z0-9][a-z0-9-]{0,63}$/,
      'An id is made of a–z, 0–9 and hyphens, does not start with a hyphen, and has 64 characters at most.',
    ),
    v.description(description),
  );

/**
 * What stands in for the backend's own origin: any will do. A backend that is tried out on one's own machine names its
 * photos by its own address there; pages show them nowhere else.
 */
const BASES = ['https://backend.invalid/', 'http://localhost/', 'http://127.0.0.1/'];
const isAddress = (address: string): boolean =>
  BASES.some((base) => safeAddress(address, base) !== undefined);
const ADDRESS = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/]|\/(?![/\\]))[^\s\\]*$/;
const notAnAddress =
  'An address starts with https://, or with / for a file on the same server; it holds no space and no password.';

export const address = (description: string) =>
  v.pipe(
    isText,
    v.maxLength(2000, 'An address has 2,000 characters at most.'),
    v.regex(ADDRESS, notAnAddress),
    v.check(isAddress, notAnAddress),
    v.description(description),
  );

export const site = (description: string) =>
  v.pipe(
    isText,
    v.maxLength(2000, 'An address has 2,000 characters at most.'),
    v.regex(/^https:\/\/[^\s\\]*$/, 'The address of a site starts with https:// and holds no space.'),
    v.check(
      isAddress,
      'This is not an address that can be opened: check it for typing errors, and leave passwords out.',
    ),
    v.description(description),
  );

export const srcset = (description: string) =>
  v.pipe(
    isText,
    v.maxLength(8000, 'This has 8,000 characters at most.'),
    v.check(
      (set) =>
        set.split(/,\s+/).every((candidate) => {
          const [first = '', width = '1x', ...rest] = candidate.trim().split(/\s+/);
          return ADDRESS.test(first) && isAddress(first) && /^[0-9.]+[wx]$/.test(width) && rest.length === 0;
        }),
      'Write addresses with their widths, separated by a comma and a space: /amina-400.webp 400w, /amina-800.webp 800w',
    ),
    v.description(description),
  );

export const lang = (description: string) =>
  v.pipe(
    isText,
    v.check(
      // `English` would be well-formed, and no language: letters would go in French.
      (tag) => /^[a-z]{2,3}(-|$)/i.test(tag) && intlTakes(() => Intl.getCanonicalLocales(tag)),
      'A language is written as a tag: fr, en, en-GB.',
    ),
    v.description(description),
  );

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** `Date.parse` takes 30 February for 2 March: the day is held against its month first. */
function isInstant(instant: string): boolean {
  const [, year, month, day] = INSTANT.exec(instant) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

export const instant = (description: string) =>
  v.pipe(
    isText,
    v.regex(
      INSTANT,
      'Write the day, the hour and the offset from UTC: 2026-11-30T20:00:00+01:00 (or Z at the end for UTC).',
    ),
    v.check(isInstant, 'There is no such day.'),
    v.description(description),
  );

export const timeZone = (description: string) =>
  v.pipe(
    isText,
    v.check((timeZone) => {
      return /^[A-Z]/i.test(timeZone) && intlTakes(() => new Intl.DateTimeFormat('en', { timeZone }));
    }, 'This is not a time zone. Write one of the IANA names: Europe/Paris, America/Montreal, UTC.'),
    v.description(description),
  );

export const whole = (least: number, description: string) =>
  v.pipe(
    v.number('This must be a number.'),
    v.integer('This must be a whole number.'),
    v.minValue(least, `This must be ${least} or more.`),
    v.maxValue(1_000_000_000, 'This is more than there can be.'),
    v.description(description),
  );

export const yesNo = (description: string) =>
  v.pipe(v.boolean('Write true or false.'), v.description(description));

/** One of a few words. */
export function oneOf<const T extends readonly string[]>(words: T, description: string) {
  return v.pipe(
    v.picklist(words, (issue) => {
      const meant = typeof issue.input === 'string' ? nearest(issue.input, words) : undefined;
      return `This must be one of: ${words.join(', ')}.${meant ? ` Did you mean \`${meant}\`?` : ''}`;
    }),
    v.description(description),
  );
}

export function list<const T extends v.GenericSchema>(item: T, most: number, description: string) {
  return v.pipe(
    v.array(
      item,
      ({ input }) =>
        `This must be a list: one item a line, each after a hyphen.${input === null ? LEAVE_OUT : ''}`,
    ),
    v.maxLength(most, (issue) => `This list is too long: ${issue.input.length} items, ${most} at most.`),
    v.description(description),
  );
}
