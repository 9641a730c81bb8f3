/** An audit in plain words, for a terminal, a page or a dossier. */
import type { Audit } from './audit.js';
import type { Code, Item, Values, Verdict } from './findings.js';
import { fill, type Words } from './words/words.js';

/** A verdict at a glance. */
export const MARKS: Readonly<Record<Verdict, string>> = { ok: '✓', failed: '✗', unknown: '?', warning: '!' };

export interface Line {
  /** Stable, of a finding. */
  readonly code?: Code;
  readonly text: string;
}

export interface Described {
  readonly check: Item['check'];
  readonly verdict: Verdict;
  /** What is checked. */
  readonly name: string;
  /** The verdict in words. */
  readonly said: string;
  readonly lines: readonly Line[];
}

export function describeAudit(audit: Audit, words: Words): Described[] {
  const values = valuesOf(audit);
  const nameOf = (number: number): string | undefined => audit.log?.book.profile(number)?.name;
  return audit.items.map(({ check, verdict, findings, reached }) => {
    const lines: Line[] = [];
    if (findings.every(({ weight }) => weight === 'note') && reached)
      lines.push({ text: fill(words, words.checks[check].ok, values) });
    for (const { code, examples, count } of findings) {
      for (const example of examples)
        lines.push({ code, text: fill(words, words.findings[code], example, nameOf) });
      const more = count - examples.length;
      if (more > 0) lines.push({ text: fill(words, words.more, { more }) });
    }
    if (lines.length === 0) lines.push({ text: words.notReached });
    return { check, verdict, name: words.checks[check].name, said: words.verdicts[verdict], lines };
  });
}

/** What the sentences that nothing is wrong with are filled in with. */
function valuesOf({ checkpoint, log }: Audit): Values {
  const register = log?.replay.register;
  const sum = (state: 'counted' | 'review' | 'invalidated'): number =>
    [...(register?.tiers.values() ?? [])].reduce((all, counts) => all + counts[state], 0);
  return {
    size: checkpoint?.size ?? 0,
    origin: checkpoint?.origin ?? '',
    witnesses: log?.witnesses.join(', ') ?? '',
    voters: register?.voters ?? 0,
    ballots: register?.ballots ?? 0,
    superseded: (register?.ballots ?? 0) - (register?.voters ?? 0),
    counted: sum('counted'),
    review: sum('review'),
    invalidated: sum('invalidated'),
  };
}
