import type { Election, Id } from '../model/election.js';
import type { Reports } from '../model/report.js';
import type { Adapter, Supports } from './adapter.js';
import { casting } from './conformance/casting.js';
import { community, type Around } from './conformance/community.js';
import { finding } from './conformance/finding.js';
import { reading } from './conformance/reading.js';
import { seeing } from './conformance/seeing.js';
import { watching } from './conformance/watching.js';

/** A backend under test. */
export interface Subject {
  /** The adapter, as this voter's device has it. The same name is the same voter. */
  adapter(voter: string): Adapter;
  /** Moves the backend's clock on by so many milliseconds; where that cannot be done, waits as long. */
  elapse(ms: number): void | Promise<void>;
  /** Has the brand approve what this voter sent to stand. Absent: what only a candidate may do is not looked at. */
  approve?(election: Id, voter: string): void | Promise<void>;
  /** How many people reported a candidate, as the brand is told. Absent: what was counted is not looked at. */
  reports?(election: Id, candidate: Id): Reports | Promise<Reports>;
  close(): void | Promise<void>;
}

export interface ConformanceOptions {
  /** The runner's own: `test` of node:test; `it` of mocha, vitest or jest. */
  readonly test: (name: string, body: () => Promise<void>) => unknown;
  /** What the adapter offers. What it does not offer is not asked for; nothing else tells adapters apart. */
  readonly supports: Supports;
  /** What it offers around the vote. Default: none of it; then `community` is absent, or gives nothing. */
  readonly community?: readonly Around[];
  /** Opens a backend that holds these elections and not a ballot; each test has its own. */
  readonly open: (elections: readonly Election[]) => Subject | Promise<Subject>;
}

/** Registers a test of one guarantee over a backend of its own. */
export type Check = (
  name: string,
  elections: readonly Election[],
  body: (subject: Subject, elections: readonly Election[]) => Promise<void>,
) => void;

/** Registers a test for each guarantee of `Adapter`: every adapter passes them all. */
export function conformance({ test, supports, community: topics = [], open }: ConformanceOptions): void {
  const check: Check = (name, elections, body) => {
    test(name, async () => {
      const subject = await open(elections);
      try {
        await body(subject, elections);
      } finally {
        await subject.close();
      }
    });
  };
  reading(check, supports);
  casting(check);
  seeing(check);
  finding(check, supports);
  if (supports.live) watching(check);
  community(check, topics);
}
