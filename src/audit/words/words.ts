/** What is said to people, and how it is filled in. */
import type { Check, Code, Values, Verdict } from '../findings.js';

/** Sentences have places, `{index}`, that values are put into. */
export interface Words {
  readonly lang: 'en' | 'fr';
  readonly checks: Readonly<Record<Check, { readonly name: string; readonly ok: string }>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly findings: Readonly<Record<Code, string>>;
  /** Of a check that the audit did not come to. */
  readonly notReached: string;
  /** `{more}` others of the same kind. */
  readonly more: string;
  /** `{number}`, `{name}` of a candidate; the name may have been erased. */
  readonly candidate: string;
  readonly candidateUnnamed: string;
  /** Words of the format, for people. */
  readonly terms: Readonly<Record<string, string>>;
}

/** Values whose words are the format's own. */
const TERMS = new Set(['state', 'visibility', 'tier', 'said', 'found', 'type', 'reason', 'act']);

/** @param nameOf a candidate's name by number */
export function fill(
  words: Pick<Words, 'lang' | 'terms' | 'candidate' | 'candidateUnnamed'>,
  sentence: string,
  values: Values,
  nameOf: (number: number) => string | undefined = () => undefined,
): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return place;
    if (name === 'candidate') return candidateText(words, Number(value), nameOf(Number(value)));
    if (name === 'choice') return choiceText(words, String(value), nameOf);
    if (typeof value === 'number') return value.toLocaleString(words.lang);
    return TERMS.has(name) && Object.hasOwn(words.terms, value) ? (words.terms[value] ?? value) : value;
  });
}

/** A ballot's marks, `approval:1,4`, by names. What is no such text stays as it is. */
function choiceText(
  words: Pick<Words, 'candidate' | 'candidateUnnamed'>,
  text: string,
  nameOf: (number: number) => string | undefined,
): string {
  const [, numbers] = /^[a-z]+:([\d,]+)$/.exec(text) ?? [];
  if (numbers === undefined) return text;
  return numbers
    .split(',')
    .map((number) => candidateText(words, Number(number), nameOf(Number(number))))
    .join(', ');
}

export function candidateText(
  words: Pick<Words, 'candidate' | 'candidateUnnamed'>,
  number: number,
  name: string | undefined,
): string {
  const text = name === undefined ? words.candidateUnnamed : words.candidate;
  // The name is put in last: it is somebody's own words.
  return text.replace('{number}', String(number)).replace('{name}', () => name ?? '');
}
