/** What the close and the proclamation say, against what the ballots say. */
import type { Close, Outcome, TierCounts } from './entry.js';
import type { Findings } from './findings.js';
import { outcomeOf, sameOutcome } from './outcome.js';
import type { Replay } from './replay.js';
import type { RuleBook } from './rule-book.js';

const NONE: TierCounts = { counted: 0, review: 0, invalidated: 0 };

export function checkClose({ register, gaps }: Replay, close: Close, findings: Findings): void {
  const refused = Object.values(close.refused).reduce((sum, number) => sum + number, 0);
  if (refused > 0) findings.add('close-refused', { refused });
  if (gaps > 0) {
    findings.add('close-unchecked', { gaps });
    return;
  }
  if (close.voters !== register.voters)
    findings.add('close-voters-wrong', { said: close.voters, found: register.voters });
  for (const tier of new Set([...Object.keys(close.tiers), ...register.tiers.keys()])) {
    const said = (Object.hasOwn(close.tiers, tier) ? close.tiers[tier] : undefined) ?? NONE;
    const found = register.tiers.get(tier) ?? NONE;
    for (const state of ['counted', 'review', 'invalidated'] as const)
      if (said[state] !== found[state])
        findings.add('close-tiers-wrong', { tier, state, said: said[state], found: found[state] });
  }
}

/** Votes of every number that ever was, as they are now. */
function countsOf({ register }: Replay, book: RuleBook): number[] {
  const last = Math.max(0, ...book.hashes.keys());
  return Array.from({ length: last }, (_, i) => register.votes(i + 1));
}

/** How it ends as things are now. `undefined` where that cannot be known. */
export function outcomeNow(replay: Replay, book: RuleBook): Outcome | undefined {
  const { register, gone, gaps } = replay;
  const rules = book.inForce;
  if (!rules || gaps > 0) return undefined;
  // Too few is too few, whatever they chose.
  if (register.unopened > 0 && register.counted >= rules.quorum) return undefined;
  const standing = [...rules.candidates.keys()].filter((number) => !gone.has(number));
  const votes = new Map(standing.map((number) => [number, register.votes(number)]));
  return outcomeOf(votes, register.counted, rules.quorum);
}

/** The newest proclamation, against the ballots before it. */
export function checkProclamation(replay: Replay, book: RuleBook, findings: Findings): undefined {
  const { register, closed, proclamations } = replay;
  const told = proclamations.at(-1);
  if (!told) return;
  const { index, entry } = told;
  if (!closed) {
    findings.add('proclamation-early', { index });
    return;
  }
  const outcome = outcomeNow(replay, book);
  if (!outcome || register.unopened > 0) {
    findings.add('proclamation-unchecked', { index });
    return;
  }
  const counts = countsOf(replay, book);
  for (let number = 1; number <= Math.max(counts.length, entry.counts.length); number++) {
    const [said, found] = [entry.counts[number - 1] ?? -1, counts[number - 1] ?? 0];
    if (said !== found)
      findings.add('proclamation-counts-wrong', { index, candidate: number, said: Math.max(0, said), found });
  }
  if (!sameOutcome(outcome, entry.outcome))
    findings.add('proclamation-outcome-wrong', { index, said: entry.outcome.kind, found: outcome.kind });
}
