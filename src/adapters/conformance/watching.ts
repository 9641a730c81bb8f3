import type { ResultsFrame } from '../../model/results.js';
import type { Adapter } from '../adapter.js';
import type { Check } from '../conformance.js';
import { eventually, expectEqual, expectShown, expectTrue, rest } from './expect.js';
import { electionOf, vote } from './fixtures.js';

/** Milliseconds in which whatever was going to come by mistake would have come. */
const QUIET = 500;

/** What is pushed. */
export function watching(check: Check): void {
  check('pushes the current results, then each newer one', [electionOf('e')], async ({ adapter }) => {
    await vote(adapter('ann'), 'e', 'ada');
    const seen = watch(adapter('bob'), 'e');
    await eventually(() => seen.live, 'the line is there');
    await eventually(() => seen.version === 1, 'the current results come');
    await vote(adapter('bob'), 'e', 'ben');
    await eventually(() => seen.version === 2, 'the next results come');
    const { results, clock } = seen.frames.at(-1) as ResultsFrame;
    expectShown(results, { version: 2, ballots: 2, counts: { ada: 1, ben: 1 } });
    expectTrue(Number.isFinite(clock.now) && clock.rate >= 0, 'a reading of the clock');
    seen.stop();
  });

  check('tells the clock', [electionOf('e')], async ({ adapter }) => {
    const seen = watch(adapter('ann'), 'e');
    await eventually(() => seen.clocks > 0, 'a reading comes');
    seen.stop();
  });

  check('keeps elections apart on one line', [electionOf('e'), electionOf('f')], async ({ adapter }) => {
    const [e, f] = [watch(adapter('ann'), 'e'), watch(adapter('ann'), 'f')];
    await eventually(() => e.live && f.live, 'the line is there');
    await vote(adapter('ann'), 'f', 'ada');
    await eventually(() => f.version === 1, 'the results of the one come');
    expectEqual(e.version, 0, 'the version of the other');
    const mixed = [...e.frames.map(() => 'e'), ...f.frames.map(() => 'f')];
    expectEqual(
      [...e.frames, ...f.frames].map(({ election }) => election),
      mixed,
      'whose frames came',
    );
    e.stop();
    await vote(adapter('bob'), 'f', 'ada');
    await eventually(() => f.version === 2, 'results come when the other is watched no more');
    f.stop();
  });

  const hidden = electionOf('e', { visibility: 'until-voted' });
  check('pushes hidden results only to those who have the pass', [hidden], async ({ adapter }) => {
    const without = watch(adapter('bob'), 'e');
    await eventually(() => without.live, 'the line is there');
    const { pass } = await vote(adapter('ann'), 'e', 'ada');
    const having = watch(adapter('ann'), 'e', pass);
    await eventually(() => having.version === 1, 'the results come to the voter');
    await vote(adapter('eve'), 'e', 'ben');
    await eventually(() => having.version === 2, 'the next results come to the voter');
    await rest(QUIET);
    expectEqual(without.frames.length, 0, 'frames that came to the other');
    without.stop();
    having.stop();
  });

  check('says nothing more once it is told to stop', [electionOf('e')], async ({ adapter }) => {
    const [stopped, going] = [watch(adapter('ann'), 'e'), watch(adapter('ann'), 'e')];
    await eventually(() => stopped.live && going.live, 'the line is there');
    stopped.stop();
    const frames = stopped.frames.length;
    await vote(adapter('ann'), 'e', 'ada');
    await eventually(() => going.version === 1, 'the results come to who watches');
    expectEqual(stopped.frames.length, frames, 'frames that came to who does not');
    going.stop();
  });
}

interface Seen {
  readonly frames: ResultsFrame[];
  live: boolean;
  version: number;
  clocks: number;
  stop: () => void;
}

/** Watches, and remembers what came. */
function watch(adapter: Adapter, election: string, pass?: string): Seen {
  const seen: Seen = { frames: [], live: false, version: 0, clocks: 0, stop: () => {} };
  seen.stop = adapter.watch(election, {
    pass,
    onLive: (live) => (seen.live = live),
    onClock: () => seen.clocks++,
    onResults: (frame) => {
      seen.frames.push(frame);
      seen.version = Math.max(seen.version, frame.results.version);
    },
  });
  return seen;
}
