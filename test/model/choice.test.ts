import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { electionOf, forOne, forSeveral } from '../../src/adapters/conformance/fixtures.js';
import {
  canonicalChoice,
  checkChoice,
  choiceOf,
  isChoice,
  marksOf,
  sameChoice,
  type Choice,
} from '../../src/model/choice.js';
import type { ErrorCode } from '../../src/model/errors.js';

const one = electionOf('e');
const several = electionOf('e', { method: { kind: 'approval' } });
const two = electionOf('e', { method: { kind: 'approval', max: 2 } });

const refuses = (election: typeof one, choice: Choice, code: ErrorCode) =>
  assert.throws(() => checkChoice(election, choice), { name: 'ElectionError', code });

test('one candidate who stands is a choice under plurality', () => {
  checkChoice(one, forOne('ada'));
  refuses(one, forOne('zoe'), 'candidate-unknown');
  refuses(one, forOne(''), 'candidate-unknown');
  refuses(one, forOne('__proto__'), 'candidate-unknown');
  refuses(one, forOne('toString'), 'candidate-unknown');
  refuses(one, forSeveral('ada'), 'choice-method');
});

test('some candidates who stand are a choice under approval, each once', () => {
  checkChoice(several, forSeveral('ada', 'ben', 'constructor'));
  refuses(several, forSeveral(), 'choice-empty');
  refuses(several, forSeveral('ada', 'ada'), 'choice-duplicate');
  refuses(several, forSeveral('ada', 'zoe'), 'candidate-unknown');
  refuses(several, forOne('ada'), 'choice-method');
});

test('where there is a limit, more are too many', () => {
  checkChoice(two, forSeveral('ada', 'ben'));
  refuses(two, forSeveral('ada', 'ben', 'constructor'), 'choice-too-many');
});

const choices: fc.Arbitrary<Choice> = fc.oneof(
  fc.constantFrom('ada', 'ben').map(forOne),
  fc.subarray(['ada', 'ben', 'cleo']).map((candidates) => forSeveral(...candidates)),
);

test('choices are the same where they mark the same candidates in whatever order', () => {
  fc.assert(
    fc.property(choices, choices, (a, b) => {
      const marks = (choice: Choice) => [choice.method, ...[...marksOf(choice)].sort()].join();
      assert.equal(sameChoice(a, b), marks(a) === marks(b));
      assert.equal(canonicalChoice(a) === canonicalChoice(b), sameChoice(a, b));
    }),
  );
  assert.ok(sameChoice(forSeveral('ada', 'ben'), forSeveral('ben', 'ada')));
  assert.ok(!sameChoice(forOne('ada'), forSeveral('ada')));
});

test("candidates become a choice of the election's method", () => {
  assert.deepEqual(choiceOf(one, ['ada', 'ben']), forOne('ada'));
  assert.deepEqual(choiceOf(several, ['ada', 'ben']), forSeveral('ada', 'ben'));
  refuses(one, choiceOf(one, []), 'candidate-unknown');
});

test('whatever claims to be a choice is one, is not, or throws', () => {
  const shapes = fc.oneof(
    choices,
    fc.record(
      { method: fc.anything(), candidate: fc.anything(), candidates: fc.anything() },
      { requiredKeys: [] },
    ),
    fc.anything(),
  );
  fc.assert(
    fc.property(shapes, (shape) => {
      let good = false;
      try {
        good = isChoice(shape as Choice);
      } catch {
        return;
      }
      if (good) assert.ok(marksOf(shape as Choice).every((id) => typeof id === 'string'));
    }),
    { numRuns: 1000 },
  );
  for (const choice of [forOne('ada'), forSeveral(), forSeveral('ada')]) assert.ok(isChoice(choice));
});
