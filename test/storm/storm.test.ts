/** A short storm on each backend; `npm run storm` makes long ones, of any seed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { storm } from './storm.js';
import { verdictText } from './verdict.js';

/** Fewer would show little. */
const CONFIRMED = 25;

describe('at least eight seconds of everything that can go wrong', () => {
  for (const backend of ['embedded', 'postgres'] as const)
    it(`no vote is lost, doubled or made up: ${backend}`, async () => {
      const verdict = await storm({ seed: 2011, backend, lasting: 8_000, confirmed: CONFIRMED, clients: 8 });
      assert.deepEqual(verdict.violations, [], verdictText(verdict));
      assert.ok(verdict.events.of('ok') >= CONFIRMED, verdictText(verdict));
      assert.ok(verdict.events.of('unknown') > 0, verdictText(verdict));
    });
});
