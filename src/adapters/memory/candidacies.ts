import { faultsIn, isMendable, tidied, type Candidacy, type CandidacyOffer } from '../../model/candidacy.js';
import type { Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import type { Town } from './community.js';

/** Candidacies that nobody decides about, one a person and election. */
export function candidaciesIn(town: Town): (person: string) => CandidacyOffer {
  const kept = new Map<string, { readonly candidacy: Candidacy; readonly key: string }>();
  return (person) => {
    const nameOf = (election: Id) => `${town.election(election).id} ${person}`;
    const keep = (election: Id, candidacy: Candidacy, key: string): Candidacy => {
      kept.set(nameOf(election), { candidacy, key });
      return candidacy;
    };
    const at = () => new Date(town.now()).toISOString();
    return {
      own: (election, options) => town.answer(options, () => kept.get(nameOf(election))?.candidacy ?? null),
      submit: (election, sent, key, options) =>
        town.answer(options, () => {
          const { profile, email, version } = tidied(sent);
          if (Object.keys(faultsIn(tidied(sent))).length > 0) throw new ElectionError('candidacy-invalid');
          const before = kept.get(nameOf(election));
          if (before?.key === key) return before.candidacy;
          const mends = before?.candidacy;
          if (mends && mends.state !== 'withdrawn') {
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
          return keep(election, candidacy, key);
        }),
      withdraw: (election, version, options) =>
        town.answer(options, () => {
          const before = kept.get(nameOf(election));
          if (!before) throw new ElectionError('candidacy-unknown');
          const { email: _, ...candidacy } = before.candidacy;
          if (candidacy.state === 'withdrawn') return candidacy;
          if (version !== candidacy.version) throw new ElectionError('changed-meanwhile');
          const withdrawn = { state: 'withdrawn', version: version + 1, changedAt: at() } as const;
          return keep(election, { ...candidacy, ...withdrawn }, before.key);
        }),
    };
  };
}
