/** The rules of an election as its log has them: `docs/log-format.md`, Documents. Pure. */
import { base64url } from '../../log/base64.js';
import type { Sha256 } from '../../log/hash.js';
import { utf8 } from '../../log/utf8.js';
import type { Candidate, Election, Id } from '../../model/election.js';
import type { Random } from './random.js';
import type { StoredElection } from './storage.js';

/** Who stood before, and with which profile. */
export interface KnownCandidate {
  readonly number: number;
  readonly candidate: Id;
  /** The hash of the document. */
  readonly profile: string;
  /** The document; `null`: erased. */
  readonly text: string | null;
}

export interface Document {
  readonly hash: string;
  readonly text: string;
  /** The number of the candidate whose profile it is. */
  readonly candidate?: number;
}

export interface RulesDocument {
  readonly rules: Document;
  /** Profiles that are new, or other than before. */
  readonly profiles: readonly Document[];
  /** All of them, by number: those, too, who stand no more. */
  readonly candidates: readonly KnownCandidate[];
}

/**
 * A candidate keeps the number for ever; who is new gets the next one. A profile that has not changed keeps its
 * document, and its salt: without that, anyone could find out whether an erased profile was that of someone they know.
 * @param known by number
 */
export function rulesDocument(
  { election, key, witnesses = [] }: StoredElection,
  known: readonly KnownCandidate[],
  { sha, random }: { readonly sha: Sha256; readonly random: Pick<Random, 'salt'> },
): RulesDocument {
  const hashOf = (text: string): string => base64url(sha(utf8(text)));
  const candidates = new Map(known.map((one) => [one.candidate, one]));
  const profiles: Document[] = [];

  for (const profile of election.candidates) {
    const before = candidates.get(profile.id);
    if (before && (before.text === null || isSame(before.text, profile))) continue;
    const number = before?.number ?? candidates.size + 1;
    const text = JSON.stringify({ salt: base64url(random.salt()), profile });
    const hash = hashOf(text);
    profiles.push({ hash, text, candidate: number });
    candidates.set(profile.id, { number, candidate: profile.id, profile: hash, text });
  }

  const text = JSON.stringify({
    format: 'voix-rules/1',
    election: election.id,
    lang: election.lang,
    title: election.title,
    brand: { id: election.brand.id, name: election.brand.name },
    calendar: election.calendar,
    rules: election.rules,
    ...(election.terms && { terms: election.terms }),
    tie: 'stands',
    eligible: { [election.rules.identity]: null },
    candidates: [...candidates.values()].map(({ number, profile }) => ({ number, profile })),
    keys: key === undefined ? [] : [key],
    witnesses: witnesses.map((witness) => witness.key),
  });
  return { rules: { hash: hashOf(text), text }, profiles, candidates: [...candidates.values()] };
}

const isSame = (document: string, candidate: Candidate): boolean =>
  JSON.stringify((JSON.parse(document) as { profile: Candidate }).profile) === JSON.stringify(candidate);

/** All that is left of candidates who were erased: the id and the number. */
export function withoutErased(election: Election, erased: ReadonlyMap<Id, number>): Election {
  if (erased.size === 0) return election;
  return {
    ...election,
    candidates: election.candidates.map((candidate) => {
      const number = erased.get(candidate.id);
      return number === undefined ? candidate : { id: candidate.id, name: `N° ${number}` };
    }),
  };
}
