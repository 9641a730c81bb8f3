import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Recount, type ExportedBallot } from '../../src/cli/exported-ballots.js';
import type { Tally } from '../../src/model/tally.js';

const NAMES = ['amina', 'bruno', 'constructor'];

/** Ballots of a few voters who change their minds, and the tally that comes of them. */
function aLog(votes: readonly (readonly [voter: number, candidate: number])[]) {
  const last = new Map<number, ExportedBallot>();
  const ballots = votes.map(([voter, candidate], i): ExportedBallot => {
    const ballot: ExportedBallot = {
      sequence: i + 1,
      ballot: `ballot-${i}`,
      at: '2027-01-01T08:00:00.000Z',
      tier: 'device',
      choice: { method: 'plurality', candidate: NAMES[candidate] ?? '' },
      replaces: last.get(voter)?.sequence ?? null,
      state: null,
    };
    last.set(voter, ballot);
    return ballot;
  });
  const counts: Record<string, number> = Object.fromEntries(NAMES.map((name) => [name, 0]));
  for (const { choice } of last.values())
    if (choice.method === 'plurality') counts[choice.candidate] = (counts[choice.candidate] ?? 0) + 1;
  const tally: Tally = { version: ballots.length, ballots: last.size, counts };
  return { ballots, tally };
}

function gives(ballots: readonly ExportedBallot[], tally: Tally): boolean {
  const recount = new Recount();
  for (const ballot of ballots) recount.add(ballot);
  return recount.gives(tally);
}

const votes = fc.array(fc.tuple(fc.nat(5), fc.nat(NAMES.length - 1)), { minLength: 1, maxLength: 20 });

describe('counting exported ballots again', () => {
  it('gives the tally, replaced ballots left out', () => {
    fc.assert(
      fc.property(votes, (cast) => {
        const { ballots, tally } = aLog(cast);
        assert.ok(gives(ballots, tally));
      }),
    );
  });

  it('gives the tally without those that do not count, by a decision', () => {
    fc.assert(
      fc.property(votes, (cast) => {
        const { ballots, tally } = aLog(cast);
        const { sequence } = ballots.at(-1) as ExportedBallot;
        const refused: ExportedBallot[] = [
          { ...(ballots[0] as ExportedBallot), sequence: sequence + 1, replaces: null, state: 'review' },
          { ...(ballots[0] as ExportedBallot), sequence: sequence + 2, replaces: null, state: 'invalidated' },
        ];
        assert.ok(gives([...ballots, ...refused], tally));
      }),
    );
  });

  it('does not where a ballot is missing that counts, is there twice, or says something else', () => {
    fc.assert(
      fc.property(votes, (cast) => {
        const { ballots, tally } = aLog(cast);
        const counted = ballots.at(-1) as ExportedBallot;
        const others = ballots.slice(0, -1);
        assert.ok(!gives(others, tally) || counted.replaces !== null);
        assert.ok(!gives([...ballots, { ...counted, sequence: ballots.length + 1, replaces: null }], tally));
        const flipped: ExportedBallot = { ...counted, choice: { method: 'plurality', candidate: 'nobody' } };
        assert.ok(!gives([...others, flipped], tally));
      }),
    );
  });
});
