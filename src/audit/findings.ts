/** What an audit can find, by stable codes, each under the check that it belongs to. */

/** In the order in which they are told. */
const CHECKS = [
  'checkpoint',
  'signature',
  'witnesses',
  'consistency',
  'tree',
  'entries',
  'documents',
  'ballots',
  'openings',
  'tally',
  'eligible',
  'close',
  'proclamation',
  'profiles',
  'privacy',
] as const;
export type Check = (typeof CHECKS)[number];

/** `unknown`: cannot be known from these files, and why. `note`: no fault, but people should know. */
export type Weight = 'failure' | 'unknown' | 'warning' | 'note';

const CODES = {
  'checkpoint-malformed': ['checkpoint', 'failure'],
  'checkpoint-empty': ['checkpoint', 'failure'],

  'signature-other-key': ['signature', 'failure'],
  'signature-wrong': ['signature', 'failure'],
  'key-not-this': ['signature', 'failure'],
  'key-replaced': ['signature', 'failure'],
  'key-malformed': ['signature', 'failure'],
  'key-none': ['signature', 'failure'],
  'key-own': ['signature', 'warning'],
  'key-changed': ['signature', 'note'],

  'cosignature-wrong': ['witnesses', 'failure'],
  'witness-malformed': ['witnesses', 'failure'],
  'witness-missing': ['witnesses', 'unknown'],
  'witnesses-none': ['witnesses', 'unknown'],
  'cosigner-unknown': ['witnesses', 'note'],

  'checkpoint-forked': ['consistency', 'failure'],
  'checkpoint-shrunk': ['consistency', 'failure'],
  'checkpoint-first': ['consistency', 'unknown'],

  'bundle-missing': ['tree', 'failure'],
  'bundle-cut': ['tree', 'failure'],
  'tile-missing': ['tree', 'failure'],
  'tile-cut': ['tree', 'failure'],
  'tile-wrong': ['tree', 'failure'],
  'entry-dropped': ['tree', 'failure'],
  'entry-duplicated': ['tree', 'failure'],
  'entries-reordered': ['tree', 'failure'],
  'entry-changed': ['tree', 'failure'],
  'root-wrong': ['tree', 'failure'],

  'entry-malformed': ['entries', 'failure'],
  'entry-not-canonical': ['entries', 'failure'],
  'entry-elsewhere': ['entries', 'failure'],
  'hour-backwards': ['entries', 'failure'],
  'opening-not-first': ['entries', 'failure'],
  'opening-again': ['entries', 'failure'],

  'document-missing': ['documents', 'failure'],
  'document-changed': ['documents', 'failure'],
  'rules-malformed': ['documents', 'failure'],
  'rules-elsewhere': ['documents', 'failure'],
  'amended-locked': ['documents', 'failure'],
  'candidate-reassigned': ['documents', 'failure'],
  'candidate-dropped': ['documents', 'warning'],
  'amended-while-voting': ['documents', 'warning'],
  'amended-after-close': ['documents', 'warning'],
  amended: ['documents', 'note'],

  'ballot-second': ['ballots', 'failure'],
  'ballot-duplicated': ['ballots', 'failure'],
  'ballot-early': ['ballots', 'failure'],
  'ballot-late': ['ballots', 'failure'],
  'ballot-after-close': ['ballots', 'failure'],
  'close-again': ['ballots', 'failure'],
  'tier-unknown': ['ballots', 'failure'],
  'decision-unknown': ['ballots', 'failure'],
  'moderation-unknown': ['ballots', 'failure'],

  'openings-missing': ['openings', 'failure'],
  'openings-cut': ['openings', 'failure'],
  'opening-malformed': ['openings', 'failure'],
  'opening-missing': ['openings', 'failure'],
  'opening-stray': ['openings', 'failure'],
  'opening-wrong': ['openings', 'failure'],
  'choice-invalid': ['openings', 'failure'],
  'openings-hidden': ['openings', 'unknown'],
  'openings-early': ['openings', 'warning'],

  'tally-incomplete': ['tally', 'unknown'],

  'eligible-exceeded': ['eligible', 'failure'],
  'eligible-unknown': ['eligible', 'unknown'],

  'close-early': ['close', 'failure'],
  'close-voters-wrong': ['close', 'failure'],
  'close-tiers-wrong': ['close', 'failure'],
  'close-unchecked': ['close', 'unknown'],
  'not-closed': ['close', 'unknown'],
  'close-refused': ['close', 'note'],

  'proclamation-early': ['proclamation', 'failure'],
  'proclamation-counts-wrong': ['proclamation', 'failure'],
  'proclamation-outcome-wrong': ['proclamation', 'failure'],
  'proclamation-unchecked': ['proclamation', 'unknown'],
  'not-proclaimed': ['proclamation', 'unknown'],
  'proclamation-outdated': ['proclamation', 'warning'],

  'profile-missing': ['profiles', 'failure'],
  'profile-changed': ['profiles', 'failure'],
  'profile-malformed': ['profiles', 'failure'],
  'profile-erased': ['profiles', 'note'],

  'few-voters': ['privacy', 'warning'],
  'tier-unanimous': ['privacy', 'warning'],
} as const satisfies Readonly<Record<string, readonly [Check, Weight]>>;
export type Code = keyof typeof CODES;

/** What a sentence is filled in with. */
export type Values = Readonly<Record<string, string | number>>;

export interface Finding {
  readonly code: Code;
  readonly weight: Weight;
  /** How often. */
  readonly count: number;
  /** The first few. */
  readonly examples: readonly Values[];
}

export type Verdict = 'ok' | 'failed' | 'unknown' | 'warning';

export interface Item {
  readonly check: Check;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** Whether the audit came so far; what it never came to is `unknown`. */
  readonly reached: boolean;
}

const EXAMPLES = 3;

/** Gathers what is found; of a thousand times the same it keeps the first few. */
export class Findings {
  readonly #found = new Map<Code, { count: number; examples: Values[] }>();
  readonly #reached = new Set<Check>();

  add(code: Code, values: Values = {}): void {
    const found = this.#found.get(code) ?? { count: 0, examples: [] };
    found.count += 1;
    if (found.examples.length < EXAMPLES) found.examples.push(values);
    this.#found.set(code, found);
  }

  /** That these checks were carried out. */
  reach(...checks: readonly Check[]): void {
    for (const check of checks) this.#reached.add(check);
  }

  has(...codes: readonly Code[]): boolean {
    return codes.some((code) => this.#found.has(code));
  }

  hasFailed(check: Check): boolean {
    return [...this.#found.keys()].some((code) => CODES[code][0] === check && CODES[code][1] === 'failure');
  }

  items(): Item[] {
    return CHECKS.map((check) => {
      const findings = [...this.#found]
        .filter(([code]) => CODES[code][0] === check)
        .map(([code, found]) => ({ code, weight: CODES[code][1], ...found }))
        .sort((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight));
      const reached = this.#reached.has(check);
      return { check, verdict: verdictOf(findings, reached), findings, reached };
    });
  }
}

const WEIGHTS: readonly Weight[] = ['failure', 'unknown', 'warning', 'note'];

function verdictOf(findings: readonly Finding[], reached: boolean): Verdict {
  const has = (weight: Weight): boolean => findings.some((finding) => finding.weight === weight);
  if (has('failure')) return 'failed';
  if (!reached || has('unknown')) return 'unknown';
  return has('warning') ? 'warning' : 'ok';
}
