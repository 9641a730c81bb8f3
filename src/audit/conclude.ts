/** What the whole log says: choices, sums, promises, people. */
import type { Findings } from './findings.js';
import { sameOutcome } from './outcome.js';
import { outcomeNow } from './promises.js';
import type { Replay } from './replay.js';
import type { RuleBook } from './rule-book.js';

/** Elections with fewer voters let one guess who chose what. */
const FEW = 50;

interface Ended {
  readonly replay: Replay;
  readonly opened: boolean;
  readonly size: number;
}

/** What can only be said when all entries are read. */
export function conclude({ replay, opened, size }: Ended, book: RuleBook, findings: Findings): void {
  const { register, closed, gaps } = replay;
  const rules = book.inForce;
  if (!rules) return;
  findings.reach('openings', 'tally', 'eligible', 'close', 'proclamation', 'profiles', 'privacy');
  const due = closed !== undefined || rules.visibility === 'always';
  if (!opened) {
    if (due && register.ballots > 0) findings.add('openings-missing', { from: 0, to: size - 1 });
    else if (!due) findings.add('openings-hidden', { visibility: rules.visibility });
  } else if (!due) findings.add('openings-early', { visibility: rules.visibility });
  if (register.unopened > 0 || gaps > 0)
    findings.add('tally-incomplete', { ballots: register.unopened, gaps });

  checkEligible(replay, book, findings);
  if (!closed) findings.add('not-closed');
  checkLastProclamation(replay, book, findings);
  checkProfiles(replay, book, findings);
  if (closed && register.voters < FEW) findings.add('few-voters', { voters: register.voters, few: FEW });
  for (const found of register.unanimousTiers()) findings.add('tier-unanimous', found);
}

/** It was right when it was made; decisions since then may have made it wrong. */
function checkLastProclamation(replay: Replay, book: RuleBook, findings: Findings): void {
  const last = replay.proclamations.at(-1);
  const outcome = outcomeNow(replay, book);
  if (!last) findings.add('not-proclaimed');
  else if (
    outcome &&
    !findings.has('proclamation-outcome-wrong') &&
    !sameOutcome(outcome, last.entry.outcome)
  )
    findings.add('proclamation-outdated', { index: last.index, found: outcome.kind });
}

function checkEligible({ register }: Replay, book: RuleBook, findings: Findings): void {
  for (const [tier, eligible] of book.inForce?.eligible ?? []) {
    const { counted = 0, review = 0 } = register.tiers.get(tier) ?? {};
    if (eligible === null) findings.add('eligible-unknown', { tier });
    else if (counted + review > eligible)
      findings.add('eligible-exceeded', { tier, eligible, found: counted + review });
  }
}

function checkProfiles({ erased }: Replay, book: RuleBook, findings: Findings): void {
  for (const [candidate, hashes] of book.hashes)
    for (const hash of hashes) {
      const profile = book.profiles.get(hash);
      if (profile === 'missing' && erased.has(candidate)) findings.add('profile-erased', { candidate });
      else if (typeof profile === 'string') findings.add(`profile-${profile}`, { candidate, hash });
    }
}
