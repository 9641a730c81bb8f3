import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { check } from './check.js';
import type { Evidence, Violation } from './evidence.js';
import {
  acknowledge,
  ELECTION,
  evidenceOf,
  fail,
  invoke,
  lose,
  nothing,
  seen,
  store,
  vote,
  type Made,
} from './honest.js';

const amina = { voter: 'v1', key: 'k1', candidate: 'amina' };
const bruno = { voter: 'v1', key: 'k2', candidate: 'bruno' };
const chloe = { voter: 'v2', key: 'k3', candidate: 'chloe' };

const rulesOf = (evidence: Evidence): Violation['rule'][] => check(evidence).map(({ rule }) => rule);

function made(how: (made: Made) => void): Made {
  const fresh = nothing();
  how(fresh);
  return fresh;
}

const finds = (rule: Violation['rule'], evidence: Evidence) =>
  assert.ok(rulesOf(evidence).includes(rule), `${rule} was not among: ${rulesOf(evidence).join(', ')}`);

describe('histories that can be true pass', () => {
  it('whatever honest backends and unlucky clients do', () => {
    const step = fc.record({
      voter: fc.nat(5).map((n) => `v${n}`),
      candidate: fc.constantFrom('amina', 'bruno', 'chloe'),
      fate: fc.constantFrom('told', 'lost after storing', 'lost before storing', 'refused', 'told twice'),
      read: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const run = nothing();
        steps.forEach(({ voter, candidate, fate, read }, i) => {
          const cast = { voter, key: `k${i}`, candidate };
          if (fate === 'told') vote(run, cast);
          else if (fate === 'refused') fail(run, invoke(run, cast), 'voting-closed');
          else if (fate === 'told twice') acknowledge(run, invoke(run, cast), vote(run, cast));
          else {
            const attempt = invoke(run, cast);
            if (fate === 'lost after storing') store(run, cast);
            lose(run, attempt);
          }
          const at = run.events.length;
          if (read)
            run.events.push({ type: 'read', election: ELECTION, asked: at, at: at + 1, seen: seen(run) });
        });
        assert.deepEqual(check(evidenceOf(run)), []);
      }),
    );
  });

  it('an unknown try that was stored, and one that was not', () => {
    const run = made((run) => {
      lose(run, invoke(run, amina));
      lose(run, invoke(run, chloe));
      store(run, chloe);
    });
    assert.deepEqual(check(evidenceOf(run)), []);
  });

  it('a refused try that the network had sent again, and that was stored then', () => {
    const run = made((run) => {
      fail(run, invoke(run, amina), 'overloaded');
      store(run, amina);
      run.replayed.add(amina.key);
    });
    assert.deepEqual(check(evidenceOf(run)), []);
  });

  it('a ballot that was decided not to count', () => {
    const run = made((run) => {
      vote(run, amina);
      vote(run, chloe);
    });
    const decisions = [{ index: 3, ballot: 'ballot-1', counts: false }];
    const results = [{ by: 'the backend', seen: { version: 3, ballots: 1, counts: { chloe: 1 } } }];
    assert.deepEqual(check(evidenceOf(run, { decisions, results, last: 3 })), []);
  });
});

describe('histories that cannot be true fail', () => {
  it('lost: acknowledged, and not published', () => {
    const run = made((run) => {
      vote(run, amina);
      vote(run, chloe);
      run.ballots.pop();
    });
    finds('lost', evidenceOf(run));
  });

  it('lost: acknowledged in an election that is not published at all', () => {
    const run = made((run) => void vote(run, amina));
    finds('lost', { ...evidenceOf(run), elections: [] });
  });

  it('doubled: one key, two ballots', () => {
    const run = made((run) => {
      vote(run, amina);
      vote(run, amina);
    });
    finds('doubled', evidenceOf(run));
  });

  it('doubled: a retried try was stored a second time, and only the first was told', () => {
    const run = made((run) => {
      lose(run, invoke(run, amina));
      store(run, amina);
      vote(run, amina);
    });
    finds('doubled', evidenceOf(run));
  });

  it('doubled: the same ballot is published twice', () => {
    const run = made((run) => {
      const stored = vote(run, amina);
      run.ballots.push({ ...stored, sequence: 2 });
    });
    finds('doubled', evidenceOf(run));
  });

  it('phantom: nobody asked for it', () => {
    const run = made((run) => {
      vote(run, amina);
      store(run, { ...chloe, voter: 'nobody' });
    });
    finds('phantom', evidenceOf(run));
  });

  it('doubled: two ballots where one try is unknown', () => {
    const run = made((run) => {
      lose(run, invoke(run, amina));
      store(run, amina);
      store(run, amina);
    });
    finds('doubled', evidenceOf(run));
  });

  it('failed: refused, and stored', () => {
    const run = made((run) => {
      fail(run, invoke(run, amina), 'voting-closed');
      store(run, amina);
    });
    finds('failed', evidenceOf(run));
  });

  it('failed: the other choice of a reused key is stored', () => {
    const run = made((run) => {
      vote(run, amina);
      fail(run, invoke(run, { ...bruno, key: amina.key }), 'key-reused');
      store(run, bruno);
    });
    finds('failed', evidenceOf(run));
  });

  it('altered: published for somebody else, by somebody else, or elsewhere', () => {
    for (const change of [{ choice: 'plurality:bruno' }, { voter: 'v9' }, { sequence: 7 }]) {
      const run = made((run) => {
        const stored = vote(run, amina);
        run.ballots[0] = { ...stored, ...change };
      });
      finds('altered', evidenceOf(run));
    }
  });

  it('altered: one ballot was acknowledged to two keys', () => {
    const run = made((run) => {
      const attempt = invoke(run, { ...amina, key: 'other' });
      acknowledge(run, attempt, vote(run, amina));
    });
    finds('altered', evidenceOf(run));
  });

  it('altered: a changed vote was said to be a first one', () => {
    const run = made((run) => {
      vote(run, amina);
      vote(run, bruno);
      const last = run.events.at(-1);
      assert.ok(last?.type === 'ok');
      run.events[run.events.length - 1] = { ...last, claim: { ...last.claim, changed: false } };
    });
    finds('altered', evidenceOf(run));
  });

  it('refused: for a reason that there was not', () => {
    for (const code of ['key-reused', 'already-voted', 'log-stale'])
      finds('refused', evidenceOf(made((run) => fail(run, invoke(run, amina), code))));
  });

  it('unanswered: nothing went wrong any more, and nobody was told anything', () => {
    const run = made((run) => {
      lose(run, invoke(run, amina));
      lose(run, invoke(run, amina));
    });
    assert.deepEqual(rulesOf(evidenceOf(run)), []);
    assert.deepEqual(rulesOf({ ...evidenceOf(run), calmAt: 2 }), ['unanswered']);
    fail(run, invoke(run, amina), 'voting-closed');
    assert.deepEqual(rulesOf({ ...evidenceOf(run), calmAt: 2 }), []);
  });

  it('voted: a second ballot where the first one stands', () => {
    const run = made((run) => {
      run.revote = false;
      vote(run, amina);
      vote(run, bruno);
    });
    finds('voted', evidenceOf(run));
  });

  it('late: asked for after the close, acknowledged or not', () => {
    finds(
      'late',
      evidenceOf(
        made((run) => void vote(run, amina)),
        { closedAt: 0 },
      ),
    );
    const unknown = made((run) => {
      lose(run, invoke(run, amina));
      store(run, amina);
    });
    finds('late', evidenceOf(unknown, { closedAt: 0 }));
  });

  it('stale: a voter is shown another ballot than the last', () => {
    const run = made((run) => {
      vote(run, amina);
      vote(run, bruno);
    });
    finds('stale', evidenceOf(run, { own: [{ voter: 'v1', ballot: 'ballot-1' }] }));
    finds('stale', evidenceOf(run, { own: [{ voter: 'v1', ballot: undefined }] }));
  });

  it('disorder: asked for after another was acknowledged, and placed before it', () => {
    const run = made((run) => {
      const attempt = invoke(run, amina);
      const [second, first] = [store(run, chloe), store(run, amina)];
      acknowledge(run, attempt, first);
      acknowledge(run, invoke(run, chloe), second);
    });
    finds('disorder', evidenceOf(run));
  });

  it('disorder: two ballots at one place', () => {
    const run = made((run) => {
      vote(run, amina);
      run.ballots.push({ ballot: 'other', sequence: 1, voter: 'v3', choice: 'plurality:amina' });
    });
    finds('disorder', evidenceOf(run));
  });

  it('stale: results older than what was acknowledged before they were asked for', () => {
    const run = made((run) => {
      vote(run, amina);
      vote(run, chloe);
      run.events.push({ type: 'read', election: ELECTION, asked: 50, at: 51, seen: seen(run, 1) });
    });
    finds('stale', evidenceOf(run));
  });

  it('stale: the final results are not the last', () => {
    const run = made((run) => {
      vote(run, amina);
      vote(run, chloe);
    });
    finds('stale', evidenceOf(run, { results: [{ by: 'one of two', seen: seen(run, 1) }] }));
  });

  it('backwards: a connection was sent an older version', () => {
    const run = made((run) => {
      vote(run, amina);
      vote(run, chloe);
      for (const [at, version] of [
        [60, 2],
        [61, 1],
      ] as const)
        run.events.push({ type: 'frame', line: 1, election: ELECTION, at, seen: seen(run, version) });
    });
    finds('backwards', evidenceOf(run));
  });

  it('miscounted: final results, those read and those watched', () => {
    const run = made((run) => {
      vote(run, amina);
      vote(run, bruno);
    });
    const wrong = { version: 2, ballots: 1, counts: { amina: 1 } };
    finds('miscounted', evidenceOf(run, { results: [{ by: 'the backend', seen: wrong }] }));
    const read = { type: 'read', election: ELECTION, asked: 9, at: 9, seen: wrong } as const;
    finds('miscounted', { ...evidenceOf(run), histories: [[...run.events, read]] });
    const frame = { type: 'frame', line: 1, election: ELECTION, at: 9, seen: wrong } as const;
    finds('miscounted', { ...evidenceOf(run), histories: [[...run.events, frame]] });
  });

  it('miscounted: a version that there never was', () => {
    const run = made((run) => void vote(run, amina));
    const results = [{ by: 'the backend', seen: { ...seen(run), version: 5 } }];
    finds('miscounted', evidenceOf(run, { results }));
  });
});
