import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { marksOf } from '../../src/model/choice.js';
import type { Election } from '../../src/model/election.js';
import { inventStory } from '../../src/simulate/invent.js';
import { planBallots, type PlannedBallot } from '../../src/simulate/plan.js';
import { elections, story } from './campaign.js';

const HOUR = 3_600_000;
const ballots = planBallots(story, elections);
const hourInParis = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  hourCycle: 'h23',
});
const shareOf = (is: (ballot: PlannedBallot) => boolean): number =>
  ballots.filter(is).length / ballots.length;

function marksIn(cast: readonly PlannedBallot[], election: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { choice } of cast.filter((ballot) => ballot.election === election))
    for (const mark of marksOf(choice)) counts[mark] = (counts[mark] ?? 0) + 1;
  return counts;
}

describe('the ballots of the demo campaign', () => {
  it('are 13,000, and end exactly as the story says', () => {
    assert.equal(ballots.length, 13_000);
    for (const [id, ending] of Object.entries(story.elections)) {
      const counts = marksIn(ballots, id);
      assert.deepEqual(
        { ...counts },
        { ...(typeof ending['marks'] === 'object' ? ending['marks'] : ending) },
        id,
      );
    }
  });

  it('hold to each election’s method', () => {
    const port = elections.find(({ id }) => id === 'port-lanselle') as Election;
    assert.deepEqual(port.rules.method, { kind: 'approval', max: 3 });
    for (const { choice } of ballots.filter(({ election }) => election === port.id)) {
      const marks = marksOf(choice);
      assert.ok(marks.length >= 1 && marks.length <= 3 && new Set(marks).size === marks.length);
    }
  });

  it('come in the order of time, all within the voting hours', () => {
    const hours = new Map(elections.map(({ id, calendar }) => [id, calendar]));
    ballots.forEach(({ election, at }, i) => {
      const calendar = hours.get(election);
      assert.ok(at >= Date.parse(calendar?.voting ?? '') && at < Date.parse(calendar?.counting ?? ''));
      assert.ok(at >= (ballots[i - 1]?.at ?? 0));
    });
  });

  it('are of as many voters, each with a device and a key as pages make them', () => {
    assert.equal(new Set(ballots.map(({ device }) => device)).size, ballots.length);
    assert.equal(new Set(ballots.map(({ key }) => key)).size, ballots.length);
    for (const { device, key } of ballots) {
      assert.match(device, /^[\w-]{21}[AQgw]$/);
      assert.match(key, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    }
  });

  it('follow the day: half of them in the evening, a bump at lunch, few in the night', () => {
    const between = (from: number, to: number) =>
      shareOf(({ at }) => {
        const hour = Number(hourInParis.format(at));
        return hour >= from && hour < to;
      });
    assert.ok(between(18, 24) > 0.4 && between(18, 24) < 0.6);
    assert.ok(between(12, 14) / 2 > between(10, 12) / 2 && between(12, 14) / 2 > between(14, 16) / 2);
    assert.ok(between(1, 6) < 0.03);
  });

  it('rush in on the last day', () => {
    const closes = Date.parse('2027-01-31T20:00:00+01:00');
    const lastDay = shareOf(({ at }) => at >= closes - 24 * HOUR);
    assert.ok(lastDay > 0.08 && lastDay < 0.2, `${lastDay} on the last day of 31`);
  });

  it('let the lead change hands on the way', () => {
    const leaders = new Set<string>();
    const counts: Record<string, number> = {};
    for (const { choice } of ballots.filter(({ election }) => election === 'traverse')) {
      for (const mark of marksOf(choice)) counts[mark] = (counts[mark] ?? 0) + 1;
      const [leader] = Object.entries(counts).sort(([, a], [, b]) => b - a)[0] ?? [''];
      leaders.add(leader);
    }
    assert.ok(leaders.size > 1);
  });

  it('are the same from the same seed, and others from another', () => {
    assert.deepEqual(planBallots(story, elections), ballots);
    const other = planBallots({ ...story, seed: story.seed + 1 }, elections);
    assert.equal(other.length, ballots.length);
    const keys = new Set(ballots.map(({ key }) => key));
    assert.ok(other.every(({ key }) => !keys.has(key)));
  });
});

describe('a plan', () => {
  const [election] = elections as [Election];
  const refusal = (ending: Record<string, number> | { ballots: number; marks: Record<string, number> }) => {
    try {
      planBallots({ seed: 1, elections: { [election.id]: ending } }, [election]);
    } catch (error) {
      return (error as { code?: string }).code;
    }
    return undefined;
  };

  it('is refused where the story names what there is not, or what cannot be', () => {
    assert.throws(() => planBallots({ seed: 1, elections: { nowhere: {} } }, elections), {
      code: 'election-unknown',
    });
    assert.equal(refusal({ nobody: 1 }), 'candidate-unknown');
    assert.equal(refusal({ ballots: 1, marks: { [election.candidates[0]?.id ?? '']: 1 } }), 'choice-method');
    const approval = elections.find(({ id }) => id === 'port-lanselle') as Election;
    const [a, b, c, d] = approval.candidates.map(({ id }) => id) as [string, string, string, string];
    const plan = (ballots: number, marks: Record<string, number>) => () =>
      planBallots({ seed: 1, elections: { [approval.id]: { ballots, marks } } }, [approval]);
    assert.throws(plan(1, { [a]: 1, [b]: 1, [c]: 1, [d]: 1 }), { code: 'choice-too-many' });
    assert.throws(plan(1, { [a]: 2 }), { code: 'choice-duplicate' });
    assert.throws(plan(2, { [a]: 1 }), { code: 'choice-empty' });
  });

  it('reaches any approval ending that can be reached, exactly', () => {
    const approval = elections.find(({ id }) => id === 'grand-cabas') as Election;
    const endings = fc
      .integer({ min: 1, max: 60 })
      .chain((size) =>
        fc.tuple(
          fc.constant(size),
          fc.array(fc.integer({ min: 0, max: size }), { minLength: 4, maxLength: 4 }),
        ),
      )
      .filter(([size, votes]) => votes.reduce((sum, part) => sum + part, 0) >= size);
    fc.assert(
      fc.property(endings, fc.nat(), ([size, votes], seed) => {
        const marks = Object.fromEntries(approval.candidates.map(({ id }, i) => [id, votes[i] ?? 0]));
        const planned = planBallots({ seed, elections: { [approval.id]: { ballots: size, marks } } }, [
          approval,
        ]);
        assert.equal(planned.length, size);
        const counts = marksIn(planned, approval.id);
        for (const [id, number] of Object.entries(marks)) assert.equal(counts[id] ?? 0, number);
      }),
      { numRuns: 30 },
    );
  });
});

describe('an invented story', () => {
  it('shares any number of ballots out, and can be played', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.nat(), (number, seed) => {
        const invented = inventStory(number, seed, elections);
        assert.equal(planBallots(invented, elections).length, number);
      }),
      { numRuns: 10 },
    );
  });
});
