/** The studio's scenes agree with the model: nothing is shown there that an election could not show. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { backendOf, type AroundScene } from '../../demo/studio/around.js';
import { SCENES, snapshotOf, type DrawnScene } from '../../demo/studio/scenes.js';
import { styleSheet, type Settings } from '../../demo/studio/settings.js';
import { checkChoice } from '../../src/model/choice.js';
import type { Election } from '../../src/model/election.js';
import { outcomeOf } from '../../src/model/outcome.js';
import { phaseAt } from '../../src/model/phase.js';

const folder = 'demo/campaign/elections';
const elections = readdirSync(folder).map(
  (file) => parse(readFileSync(join(folder, file), 'utf8')) as Election,
);
const scenes = (Object.keys(SCENES) as (keyof typeof SCENES)[]).filter(
  (scene): scene is DrawnScene => scene !== 'live',
);

test('every scene of every election is in the phase that its clock says', () => {
  for (const election of elections)
    for (const scene of scenes) {
      const snapshot = snapshotOf(scene, election);
      if (snapshot.status !== 'ready') continue;
      assert.equal(
        snapshot.phase,
        phaseAt(election.calendar, snapshot.clock.now()),
        `${election.id} ${scene}`,
      );
    }
});

test('every choice in a scene is one that the election allows', () => {
  for (const election of elections)
    for (const scene of scenes) {
      const snapshot = snapshotOf(scene, election);
      if (snapshot.status === 'ready' && 'choice' in snapshot.vote)
        checkChoice(election, snapshot.vote.choice);
    }
});

test('the outcome of a proclaimed scene follows from the counts it shows', () => {
  for (const election of elections)
    for (const scene of ['elected', 'tie', 'quorum'] as const) {
      const snapshot = snapshotOf(scene, election);
      assert.ok(snapshot.status === 'ready' && !snapshot.results.hidden && snapshot.outcome);
      const quorum = snapshot.outcome.kind === 'no-quorum' ? snapshot.outcome.quorum : 0;
      const rules = { ...election.rules, quorum };
      assert.deepEqual(sorted(snapshot.outcome), sorted(outcomeOf({ ...election, rules }, snapshot.results)));
    }
});

/** A tie's candidates have no order. */
const sorted = (outcome: object): object =>
  'candidates' in outcome && Array.isArray(outcome.candidates)
    ? { ...outcome, candidates: [...(outcome.candidates as string[])].sort() }
    : outcome;

test('the style sheet says what differs from the page, and nothing else', () => {
  const settings: Settings = {
    election: 'traverse',
    scene: 'open',
    lang: 'fr',
    colour: '#14594d',
    radius: 4,
    size: 18,
    space: 16,
    font: 'page',
    scheme: 'light dark',
  };
  const plain = styleSheet(settings);
  assert.match(plain, /^voix-election \{\n/);
  assert.match(
    plain,
    /--voix-colour: #14594d;\n {2}--voix-radius: 4px;\n {2}--voix-size: 1\.125rem;\n {2}--voix-space: 16px;\n\}$/,
  );
  assert.match(
    styleSheet({ ...settings, font: 'serif', scheme: 'dark' }),
    /font-family: .*serif;\n {2}color-scheme: dark;\n\}$/,
  );
});

test('what is around the vote is seen in its phase, with what its name says', async () => {
  const [election] = elections;
  assert.ok(election);
  const stateOf = async (scene: AroundScene) =>
    (await (await backendOf(scene, election)).community?.())?.candidacies?.own(election.id);
  assert.equal(await stateOf('standing'), null);
  for (const state of ['pending', 'returned', 'approved', 'withdrawn'] as const)
    assert.equal((await stateOf(state))?.state, state);
  const totalOf = async (scene: AroundScene) =>
    (await (await backendOf(scene, election)).community?.())?.questions?.list(election.id, {
      kind: scene === 'ideas' ? 'idea' : 'question',
      sort: 'date',
    });
  assert.equal((await totalOf('questions'))?.total, 3);
  assert.equal((await totalOf('unasked'))?.total, 0);
  assert.equal((await totalOf('ideas'))?.total, 1);
  const mandateIn = async (scene: AroundScene) =>
    (await (await backendOf(scene, election)).community?.())?.mandate?.ofElection(election.id);
  assert.equal((await mandateIn('president'))?.mandate?.response?.kind, 'welcomed');
  assert.equal((await mandateIn('silent'))?.mandate, null);
});
