import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { VoteRequestEvent } from '../../../src/elements/voix-vote-button/vote-request-event.js';
import type { VoixVoteButton } from '../../../src/elements/voix-vote-button/voix-vote-button.js';
import '../../../src/elements/voix-vote-button/voix-vote-button.js';
import { messages as t } from '../../../src/locales/en.js';
import { more } from '../../../src/locales/en-more.js';
import { ElectionError } from '../../../src/model/errors.js';
import type { ReadySnapshot, VoteState } from '../../../src/model/snapshot.js';
import { focused, heard, only, seen, shown } from '../page.js';
import { candidates, choice, during, election, readySnapshot, receipt, voted } from '../snapshots.js';
import { RULES } from '../../support/rules.js';

const gilles = candidates[1]!;
const vote = (vote: VoteState): ReadySnapshot => readySnapshot({ vote });
const forAmina = { method: 'plurality', candidate: 'amina' } as const;
const receiptForAmina = { ...receipt, choice: forAmina };

const shownFor = (snapshot?: ReadySnapshot) =>
  shown<VoixVoteButton>(
    html`<voix-vote-button .candidate=${gilles} .snapshot=${snapshot}></voix-vote-button>`,
  );
const native = (element: VoixVoteButton) => only<HTMLButtonElement>(element, 'button');

/** Every state of Gilles's button: what it says, and whether it votes. */
const STATES: readonly (readonly [
  string,
  ReadySnapshot | undefined,
  label: string,
  votes: boolean,
  reason?: string,
])[] = [
  ['without a provider', undefined, t.vote(gilles.name), true],
  ['not yet open', readySnapshot({ now: during.campaign }), t.notOpen('Jan 1'), false],
  ['open', readySnapshot(), t.vote(gilles.name), true],
  ['not known yet', vote({ kind: 'unknown' }), t.vote(gilles.name), false],
  ['confirming', vote({ kind: 'confirming', choice }), t.confirming, false],
  ['casting', vote({ kind: 'casting', choice }), t.casting, false],
  ['voted', vote(voted), t.yourVote, false],
  ['changed', vote({ kind: 'voted', choice, receipt: { ...receipt, changed: true } }), t.changed, false],
  [
    'voted for another',
    vote({ kind: 'voted', choice: forAmina, receipt: receiptForAmina }),
    t.change(gilles.name),
    true,
  ],
  [
    'voted for another, for good',
    readySnapshot({
      election: election({ rules: { ...RULES, revote: false } }),
      vote: { kind: 'voted', choice: forAmina, receipt: receiptForAmina },
    }),
    t.youVoted,
    false,
  ],
  ['closed', readySnapshot({ now: during.counting }), t.closed, false],
  [
    'kept without a network',
    vote({ kind: 'kept', choice, error: new ElectionError('offline') }),
    t.kept,
    false,
    t.keptLong,
  ],
  [
    'kept by a backend that has too much to do',
    vote({ kind: 'kept', choice, error: new ElectionError('overloaded') }),
    t.kept,
    false,
    more.errors.overloaded,
  ],
  [
    'kept by a backend that failed',
    vote({ kind: 'kept', choice, error: new ElectionError('storage-failed') }),
    t.kept,
    false,
    more.errors['storage-failed'],
  ],
  [
    'refused',
    vote({ kind: 'refused', choice, error: new ElectionError('already-voted') }),
    t.vote(gilles.name),
    true,
    more.errors['already-voted'],
  ],
  [
    'refused, for it has closed',
    readySnapshot({
      now: during.counting,
      vote: { kind: 'refused', choice, error: new ElectionError('voting-closed') },
    }),
    t.closed,
    false,
    more.errors['voting-closed'],
  ],
];

describe('voix-vote-button', () => {
  for (const [name, snapshot, label, votes, reason = ''] of STATES)
    describe(name, () => {
      it('is seen', async () => {
        const element = await shownFor(snapshot);
        expect(seen(element).replace('✓ ', '')).to.equal(`${reason} ${label}`.trim());
      });

      it('is spoken: what it says, whom it is about, and whether it can be pressed', async () => {
        const element = await shownFor(snapshot);
        const [spoken] = (await heard()).filter(({ role }) => role === 'button');
        expect(spoken?.name).to.equal(label);
        expect(`${spoken?.name} ${spoken?.description}`).to.contain(gilles.name);
        expect(!!spoken?.disabled).to.equal(!votes);
        await expect(element).to.be.accessible();
      });

      it(
        votes ? 'votes by click, Enter and Space' : 'does nothing when pressed, by whatever means',
        async () => {
          const element = await shownFor(snapshot);
          const asked: VoteRequestEvent[] = [];
          element.addEventListener('voix-vote-request', (event) => asked.push(event));
          native(element).click();
          await sendKeys({ press: 'Tab' });
          expect(focused(), 'reached by keyboard in every state').to.equal(native(element));
          await sendKeys({ press: 'Enter' });
          await sendKeys({ press: 'Space' });
          expect(asked.map(({ candidates }) => candidates)).to.deep.equal(
            votes ? [['gilles'], ['gilles'], ['gilles']] : [],
          );
        },
      );
    });

  it('asks by an event that passes every shadow root and can be prevented', async () => {
    const element = await shownFor();
    setTimeout(() => native(element).click());
    const event: VoteRequestEvent = await oneEvent(document, 'voix-vote-request');
    expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, true]);
    event.preventDefault();
    expect(event.defaultPrevented).to.equal(true);
  });

  it('takes an id, and the name from the snapshot', async () => {
    const element = await fixture(
      html`<voix-vote-button candidate="solene" .snapshot=${readySnapshot()}></voix-vote-button>`,
    );
    expect(seen(element)).to.equal(t.vote('Solène Fabre'));
  });

  it('an id that nobody has: still a button that says what it was given', async () => {
    const element = await fixture(
      html`<voix-vote-button candidate="nobody" .snapshot=${readySnapshot()}></voix-vote-button>`,
    );
    expect(seen(element)).to.equal(t.vote('nobody'));
    await expect(element).to.be.accessible();
  });

  it('keeps its size from the click to the receipt, and is large enough for a thumb', async () => {
    const place = await fixture<HTMLElement>(html`<div style="width: 18rem"></div>`);
    const element = document.createElement('voix-vote-button');
    element.candidate = gilles;
    place.append(element);
    const sizes = new Set<string>();
    for (const kind of ['none', 'confirming', 'casting', 'voted'] as const) {
      element.snapshot = vote(kind === 'none' ? { kind } : kind === 'voted' ? voted : { kind, choice });
      await element.updateComplete;
      const { width, height } = native(element).getBoundingClientRect();
      sizes.add(`${width} × ${height}`);
      expect(height).to.be.at.least(48);
    }
    expect([...sizes]).to.have.length(1);
  });

  it('keeps the focus from one state to the next', async () => {
    const element = await shownFor(readySnapshot());
    native(element).focus();
    for (const state of [{ kind: 'casting', choice } as const, voted]) {
      element.snapshot = vote(state);
      await element.updateComplete;
      expect(focused()).to.equal(native(element));
    }
  });
});
