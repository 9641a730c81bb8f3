import type { CandidacyOffer } from '../../model/candidacy.js';
import type { Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import type { ReportReason, Reports } from '../../model/report.js';
import type { Town } from './community.js';
import type { MemoryDesk } from './desk.js';

interface ReportsKept extends Pick<MemoryDesk, 'reports'> {
  readonly of: (person: string) => Required<Pick<CandidacyOffer, 'report'>>;
}

/** Reports on candidates: one a person and candidate; the first reason that one gives stays. */
export function reportsIn(town: Town): ReportsKept {
  const given = new Map<string, Map<string, ReportReason>>();
  const nameOf = (election: Id, candidate: Id) => `${election} ${candidate}`;

  return {
    of: (person) => ({
      report: (election, candidate, reason, options) =>
        town.answer(options, () => {
          if (!town.election(election).candidates.some(({ id }) => id === candidate))
            throw new ElectionError('candidate-unknown');
          const name = nameOf(election, candidate);
          const reasons = given.get(name) ?? new Map<string, ReportReason>();
          if (!reasons.has(person)) reasons.set(person, reason);
          given.set(name, reasons);
        }),
    }),
    reports: (election, candidate) => {
      const reports: Partial<Record<ReportReason, number>> = {};
      for (const reason of given.get(nameOf(election, candidate))?.values() ?? [])
        reports[reason] = (reports[reason] ?? 0) + 1;
      return reports satisfies Reports;
    },
  };
}
