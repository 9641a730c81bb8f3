import {
  faultsIn,
  isMendable,
  mayStand,
  tidied,
  type Candidacy,
  type CandidacyOffer,
  type Profile,
} from '../../model/candidacy.js';
import type { Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { isFrom, phaseAt } from '../../model/phase.js';
import { freeId } from '../../model/slug.js';
import type { Town } from './community.js';
import type { MemoryDesk } from './desk.js';
import type { StandsAs } from './speaker.js';

interface Kept {
  readonly candidacy: Candidacy;
  readonly key: string;
}

interface Candidacies extends Pick<MemoryDesk, 'approve' | 'sendBack'> {
  readonly of: (person: string) => CandidacyOffer;
  /** Who was approved; and whoever has a candidate's id for a name. */
  readonly standsAs: StandsAs;
}

/** The files that a profile names. */
const filesOf = ({ photo, video }: Profile): readonly string[] =>
  [photo?.src, ...(video?.provider === 'file' ? [video.id, video.captions] : [])].filter(
    (file) => file !== undefined,
  );

/**
 * Candidacies, one a person and election; the desk decides about them.
 * @param isKept whether a file was sent here
 */
export function candidaciesIn(town: Town, isKept: (file: string) => boolean): Candidacies {
  const kept = new Map<string, Kept>();
  const nameOf = (election: Id, person: string) => `${town.election(election).id} ${person}`;
  const at = () => new Date(town.clock().now).toISOString();
  const phaseOf = (election: Id) => phaseAt(town.election(election).calendar, town.clock().now);

  function known(election: Id, person: string): Kept {
    const found = kept.get(nameOf(election, person));
    if (!found) throw new ElectionError('candidacy-unknown');
    return found;
  }

  function keep(election: Id, person: string, candidacy: Candidacy, key: string): Candidacy {
    kept.set(nameOf(election, person), { candidacy, key });
    return candidacy;
  }

  /** Whether its files were sent here, and nobody else has named one of them. */
  function isOwn(profile: Profile, name: string): boolean {
    const others = [...kept].filter(([other]) => other !== name);
    const named = new Set(others.flatMap(([, { candidacy }]) => filesOf(candidacy.profile)));
    return filesOf(profile).every((file) => isKept(file) && !named.has(file));
  }

  /** Decides about a candidacy that waits. */
  function decide(election: Id, person: string, decided: Partial<Candidacy>): Candidacy {
    const { candidacy, key } = known(election, person);
    if (candidacy.state !== 'pending') throw new ElectionError('candidacy-settled');
    const { version } = candidacy;
    const next = { ...candidacy, ...decided, version: version + 1, changedAt: at() };
    return structuredClone(keep(election, person, next, key));
  }

  const of = (person: string): CandidacyOffer => ({
    own: (election, options) =>
      town.answer(options, () => kept.get(nameOf(election, person))?.candidacy ?? null),
    submit: (election, sent, key, options) =>
      town.answer(options, () => {
        const { profile, email, version } = tidied(sent);
        const before = kept.get(nameOf(election, person));
        if (before?.key === key) return before.candidacy;
        if (!mayStand(town.election(election), town.clock().now, version !== undefined))
          throw new ElectionError('candidacy-closed');
        if (Object.keys(faultsIn(tidied(sent))).length > 0) throw new ElectionError('candidacy-invalid');
        const mends = before?.candidacy;
        const isAgain = mends?.state === 'withdrawn' && mends.candidate === undefined;
        if (!isOwn(profile, nameOf(election, person))) throw new ElectionError('candidacy-invalid');
        if (!mends && version !== undefined) throw new ElectionError('candidacy-unknown');
        if (mends && !isAgain) {
          if (version === undefined) throw new ElectionError('candidacy-exists');
          if (!isMendable(mends)) throw new ElectionError('candidacy-settled');
          if (version !== mends.version) throw new ElectionError('changed-meanwhile');
        }
        const candidacy: Candidacy = {
          id: mends?.id ?? crypto.randomUUID(),
          state: 'pending',
          version: (mends?.version ?? 0) + 1,
          profile,
          ...(email !== undefined && { email }),
          submittedAt: at(),
          changedAt: at(),
        };
        return keep(election, person, candidacy, key);
      }),
    withdraw: (election, version, options) =>
      town.answer(options, () => {
        if (isFrom(phaseOf(election), 'counting')) throw new ElectionError('candidacy-closed');
        const { candidacy: before, key } = known(election, person);
        const { email: _, ...candidacy } = before;
        if (candidacy.state === 'withdrawn') return candidacy;
        if (version !== candidacy.version) throw new ElectionError('changed-meanwhile');
        const held = town.election(election);
        const candidates = held.candidates.filter(({ id }) => id !== candidacy.candidate);
        if (candidates.length < held.candidates.length) town.change({ ...held, candidates });
        const withdrawn = { state: 'withdrawn', version: version + 1, changedAt: at() } as const;
        return keep(election, person, { ...candidacy, ...withdrawn }, key);
      }),
  });

  return {
    of,
    standsAs: (election, person) => {
      const approved = kept.get(nameOf(election, person))?.candidacy.candidate;
      const isNamed = town.election(election).candidates.some(({ id }) => id === person);
      return approved ?? (isNamed ? person : undefined);
    },
    approve: (election, person) => {
      if (isFrom(phaseOf(election), 'voting')) throw new ElectionError('candidacy-closed');
      const held = town.election(election);
      const { profile } = known(election, person).candidacy;
      const given = [...kept.values()].flatMap(({ candidacy }) => candidacy.candidate ?? []);
      const candidate = freeId(profile.name, new Set([...held.candidates.map(({ id }) => id), ...given]));
      const approved = decide(election, person, { state: 'approved', candidate });
      town.change({ ...held, candidates: [...held.candidates, { id: candidate, ...profile }] });
      return approved;
    },
    sendBack: (election, person, reason) => decide(election, person, { state: 'returned', reason }),
  };
}
