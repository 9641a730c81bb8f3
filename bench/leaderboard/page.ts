/** Runs in the browser: updates a leaderboard of 1,000 again and again and times script and layout. */
import '../../src/elements/voix-results/voix-results.js';
import { languageReady } from '../../src/elements/shared/localize.js';
import type { Election } from '../../src/model/election.js';
import { mulberry32 } from '../../src/model/order.js';
import type { ReadySnapshot } from '../../src/model/snapshot.js';
import { plainLeaderboard } from './plain.js';
import { RULES } from '../../test/support/rules.js';

const CANDIDATES = 1000;
/** Candidates whose count moves in one update: 4 updates a second, a hundred votes each. */
const MOVED = 100;

const election: Election = {
  id: 'bench',
  lang: 'en',
  title: 'Bench',
  brand: { id: 'bench', name: 'Bench' },
  calendar: { voting: '2026-01-01T00:00:00Z', counting: '2027-01-01T00:00:00Z', timeZone: 'UTC' },
  rules: RULES,
  candidates: Array.from({ length: CANDIDATES }, (_, i) => ({ id: `c${i}`, name: `Candidate number ${i}` })),
};

const clock = { now: () => Date.parse('2026-06-01T12:00:00Z'), rate: 1 };

function snapshotOf(votes: readonly number[], version: number): ReadySnapshot {
  const counts = Object.fromEntries(votes.map((count, i) => [`c${i}`, count]));
  return {
    status: 'ready',
    election,
    candidates: election.candidates,
    phase: 'voting',
    clock,
    results: { hidden: false, version, ballots: votes.reduce((sum, count) => sum + count, 0), counts },
    outcome: undefined,
    vote: { kind: 'none' },
    connection: 'live',
  };
}

/** Milliseconds of script and layout of each of `updates` updates, a quarter of a second apart. */
async function timed(updates: number, update: () => void | Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < updates; i++) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    await new Promise(requestAnimationFrame);
    const start = performance.now();
    await update();
    void document.body.offsetHeight;
    times.push(performance.now() - start);
  }
  return times;
}

/** @returns the times of ours and of plain DOM code, from the same votes */
export async function run(updates: number): Promise<{ voix: number[]; plain: number[] }> {
  await languageReady();
  const start = Array.from({ length: CANDIDATES }, (_, i) => 2000 - i);

  const random = mulberry32(7);
  const votes = [...start];
  const move = (): void => {
    for (let i = 0; i < MOVED; i++) votes[Math.floor(random() ** 2 * CANDIDATES)]! += 1;
  };
  let version = 1;
  const element = document.createElement('voix-results');
  element.snapshot = snapshotOf(votes, version);
  document.body.replaceChildren(element);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const voix = await timed(updates, () => {
    move();
    element.snapshot = snapshotOf(votes, ++version);
    return element.updateComplete;
  });
  const shown = element.shadowRoot?.querySelectorAll('li').length;
  if (shown !== CANDIDATES)
    throw new Error(`${shown} rows are drawn, not ${CANDIDATES}: nothing was measured`);

  const again = mulberry32(7);
  const rows = election.candidates.map(({ id, name }, i) => ({ id, name, votes: start[i] ?? 0 }));
  const plain = plainLeaderboard(rows);
  document.body.replaceChildren(plain.element);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const byHand = await timed(updates, () => {
    for (let i = 0; i < MOVED; i++) rows[Math.floor(again() ** 2 * CANDIDATES)]!.votes += 1;
    plain.update();
  });
  return { voix, plain: byHand };
}

Object.assign(globalThis, { run });
