import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatsOf } from '../../../src/elements/shared/formats.js';
import { buttonState, failureOf } from '../../../src/elements/voix-vote-button/button-state.js';
import { messages as t } from '../../../src/locales/en.js';
import { ElectionError } from '../../../src/model/errors.js';
import { PHASES } from '../../../src/model/election.js';
import type { ReadySnapshot, VoteState } from '../../../src/model/snapshot.js';
import { choice, during, election, readySnapshot, receipt, voted } from '../snapshots.js';
import { RULES } from '../../support/rules.js';

const language = { lang: 'en', t, f: formatsOf('en', '1') };
const NAMES = { amina: 'Amina Belkacem', gilles: 'Gilles Lavergne' } as const;

const stateOf = (snapshot: ReadySnapshot | undefined, id: keyof typeof NAMES = 'gilles') =>
  buttonState(snapshot, id, NAMES[id], language);

const forAmina = { method: 'plurality', candidate: 'amina' } as const;
const offline = new ElectionError('offline');

/** Every way a vote can be, with a choice of Gilles where there is one. */
const VOTES: readonly VoteState[] = [
  { kind: 'unknown' },
  { kind: 'none' },
  { kind: 'confirming', choice },
  { kind: 'casting', choice },
  { kind: 'kept', choice, error: offline },
  { kind: 'refused', choice, error: new ElectionError('already-voted') },
  voted,
  { kind: 'casting', choice: forAmina, receipt },
  { kind: 'refused', choice: forAmina, error: new ElectionError('overloaded'), receipt },
];

describe('what a vote button says', () => {
  it('without a snapshot: open, for it knows of nothing against it', () => {
    assert.deepEqual(stateOf(undefined), { label: 'Vote for Gilles Lavergne', look: 'open', enabled: true });
  });

  it('before the vote: when it opens, in the election’s time zone', () => {
    // Half past eleven at night in New York, and the next day already in Paris.
    const calendar = { ...election().calendar, voting: '2026-12-31T23:30:00-05:00' };
    for (const now of [during.announced, during.campaign]) {
      const state = stateOf(readySnapshot({ election: election({ calendar }), now }));
      assert.deepEqual(state, { label: t.notOpen('Jan 1'), look: 'off', enabled: false });
    }
  });

  it('after the close: that it is closed, in every phase that comes then', () => {
    for (const phase of PHASES.slice(PHASES.indexOf('counting')))
      assert.deepEqual(stateOf(readySnapshot({ phase })), { label: t.closed, look: 'off', enabled: false });
  });

  it('while it is not known whether this visitor has voted: what it does, and waits', () => {
    const state = stateOf(readySnapshot({ vote: { kind: 'unknown' } }));
    assert.deepEqual(state, { label: t.vote(NAMES.gilles), look: 'other', enabled: false });
  });

  it('a ballot under way: its own button tells how far it is, and the others wait', () => {
    for (const [kind, look] of [
      ['confirming', 'busy'],
      ['casting', 'busy'],
    ] as const) {
      const snapshot = readySnapshot({ vote: { kind, choice } });
      assert.deepEqual(stateOf(snapshot), { label: t[kind], look, enabled: false });
      assert.deepEqual(stateOf(snapshot, 'amina'), {
        label: t.vote(NAMES.amina),
        look: 'other',
        enabled: false,
      });
    }
    const kept = readySnapshot({ vote: { kind: 'kept', choice, error: offline } });
    assert.deepEqual(stateOf(kept), { label: t.kept, look: 'kept', enabled: false });
  });

  it('the close comes while a ballot is on its way: still how far it is', () => {
    const snapshot = readySnapshot({ phase: 'counting', vote: { kind: 'casting', choice } });
    assert.equal(stateOf(snapshot).label, t.casting);
  });

  it('voted: whose it is; the others offer the change where the election allows it', () => {
    assert.deepEqual(stateOf(readySnapshot({ vote: voted })), {
      label: t.yourVote,
      look: 'mine',
      enabled: false,
    });
    const other = stateOf(readySnapshot({ vote: voted }), 'amina');
    assert.deepEqual(other, { label: t.change(NAMES.amina), look: 'other', enabled: true });
  });

  it('voted, and no change is allowed: the others say why they are quiet', () => {
    const final = election({ rules: { ...RULES, revote: false } });
    const other = stateOf(readySnapshot({ election: final, vote: voted }), 'amina');
    assert.deepEqual(other, { label: t.youVoted, look: 'off', enabled: false });
  });

  it('changed: says so, as long as the changed ballot is the one that counts', () => {
    const changed: VoteState = { ...voted, receipt: { ...receipt, changed: true } } as VoteState;
    assert.deepEqual(stateOf(readySnapshot({ vote: changed })), {
      label: t.changed,
      look: 'mine',
      enabled: false,
    });
  });

  it('a change under way: the earlier vote still counts, and its button still says so', () => {
    const snapshot = readySnapshot({ vote: { kind: 'casting', choice: forAmina, receipt } });
    assert.equal(stateOf(snapshot, 'gilles').look, 'mine');
    assert.equal(stateOf(snapshot, 'amina').label, t.casting);
  });

  it('voted, then closed: one’s own vote stays in sight', () => {
    const snapshot = readySnapshot({ vote: voted, phase: 'counting' });
    assert.equal(stateOf(snapshot).look, 'mine');
    assert.equal(stateOf(snapshot, 'amina').label, t.closed);
  });

  it('approval: every candidate on the ballot is one’s own', () => {
    const both = { method: 'approval', candidates: ['amina', 'gilles'] } as const;
    const snapshot = readySnapshot({
      vote: { kind: 'voted', choice: both, receipt: { ...receipt, choice: both } },
    });
    assert.deepEqual([stateOf(snapshot, 'amina').look, stateOf(snapshot, 'gilles').look], ['mine', 'mine']);
  });

  it('is enabled in the voting phase alone, whatever the vote', () => {
    for (const phase of PHASES)
      for (const vote of VOTES) {
        const { enabled, label } = stateOf(readySnapshot({ phase, vote }));
        assert.ok(label);
        if (phase !== 'voting') assert.equal(enabled, false, `${phase} ${vote.kind}`);
      }
  });
});

describe('why a ballot has not come through', () => {
  it('is told by the button of the candidate that it names, and by no other', () => {
    const snapshot = readySnapshot({ vote: { kind: 'kept', choice, error: offline } });
    assert.equal(failureOf(snapshot, 'gilles'), offline);
    assert.equal(failureOf(snapshot, 'amina'), undefined);
  });

  it('is not there where nothing went wrong', () => {
    for (const vote of VOTES)
      if (!('error' in vote)) assert.equal(failureOf(readySnapshot({ vote }), 'gilles'), undefined);
    assert.equal(failureOf(undefined, 'gilles'), undefined);
  });
});
