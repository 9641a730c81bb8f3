import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { BallotConfirmEvent } from '../../../src/elements/voix-ballot/ballot-events.js';
import type { VoixBallot } from '../../../src/elements/voix-ballot/voix-ballot.js';
import '../../../src/elements/voix-ballot/voix-ballot.js';
import { trackingCode } from '../../../src/log/code.js';
import { messages as t } from '../../../src/locales/en.js';
import { more } from '../../../src/locales/en-more.js';
import { ElectionError } from '../../../src/model/errors.js';
import type { Method } from '../../../src/model/election.js';
import type { ReadySnapshot, VoteState } from '../../../src/model/snapshot.js';
import { button, eventually, everywhere, focused, heard, only, seen, shown } from '../page.js';
import { choice, election, readySnapshot, receipt, voted } from '../snapshots.js';
import { RULES } from '../../support/rules.js';

const TITLE = election().title;
const confirming: VoteState = { kind: 'confirming', choice };

const vote = (vote: VoteState): ReadySnapshot => readySnapshot({ vote });
const approving = (candidates: readonly string[], max?: number): ReadySnapshot => {
  const method: Method = max === undefined ? { kind: 'approval' } : { kind: 'approval', max };
  return readySnapshot({
    election: election({ rules: { ...RULES, method } }),
    vote: { kind: 'confirming', choice: { method: 'approval', candidates } },
  });
};

const paper = (snapshot: ReadySnapshot) =>
  shown<VoixBallot>(html`<voix-ballot .snapshot=${snapshot}></voix-ballot>`);
const show = async (element: VoixBallot, snapshot: ReadySnapshot) => {
  element.snapshot = snapshot;
  await element.updateComplete;
};
const dialog = (element: VoixBallot) => only<HTMLDialogElement>(element, 'dialog');
const boxes = (element: VoixBallot) => everywhere<HTMLInputElement>(element, 'input');
const withBoxes = async (snapshot: ReadySnapshot): Promise<VoixBallot> => {
  const element = await paper(snapshot);
  await eventually(() => boxes(element).length, 'no boxes come');
  return element;
};

/** What the voter decides, in order. */
function decisions(element: VoixBallot): unknown[] {
  const made: unknown[] = [];
  element.addEventListener('voix-ballot-confirm', (event: BallotConfirmEvent) => made.push(event.candidates));
  element.addEventListener('voix-ballot-cancel', () => made.push('cancel'));
  return made;
}

describe('voix-ballot', () => {
  describe('the paper', () => {
    it('opens when a ballot waits to be confirmed: name, election, whether it may be changed', async () => {
      const element = await paper(vote({ kind: 'none' }));
      expect(dialog(element).open).to.equal(false);
      await show(element, vote(confirming));
      expect(dialog(element).matches(':modal')).to.equal(true);
      expect(seen(element)).to.equal(
        [t.ballot, TITLE, 'Gilles Lavergne', t.ballotChangeable, t.cancel, t.cast].join(' '),
      );
    });

    it('is a dialog that bears the election’s name, with the focus on the way forward', async () => {
      const element = await paper(vote(confirming));
      expect((await heard()).find(({ role }) => role === 'dialog')?.name).to.equal(TITLE);
      expect(seen(focused()!)).to.equal(t.cast);
      await expect(element).to.be.accessible();
    });

    it('says so where a ballot cannot be changed', async () => {
      const final = election({ rules: { ...RULES, revote: false } });
      const element = await paper(readySnapshot({ election: final, vote: confirming }));
      expect(seen(element)).to.contain(t.ballotFinal).and.not.to.contain(t.ballotChangeable);
    });

    it('is closed where nothing waits, and found closed by assistive technology', async () => {
      for (const state of [{ kind: 'unknown' }, { kind: 'none' }, voted] as const) {
        const element = await paper(vote(state));
        expect(dialog(element).open, state.kind).to.equal(false);
        expect((await heard()).map(({ role }) => role)).not.to.include('dialog');
        await expect(element).to.be.accessible();
      }
    });

    it('does not open over a page whose election asks for no confirmation', async () => {
      const element = await paper(vote({ kind: 'none' }));
      for (const state of [{ kind: 'casting', choice } as const, voted]) {
        await show(element, vote(state));
        expect(dialog(element).open).to.equal(false);
      }
    });
  });

  describe('by keyboard', () => {
    it('Enter puts the ballot in the box', async () => {
      const element = await paper(vote(confirming));
      const made = decisions(element);
      await sendKeys({ press: 'Enter' });
      expect(made).to.deep.equal([['gilles']]);
    });

    it('Escape goes back, and the focus returns to where it was', async () => {
      const before = await fixture<HTMLButtonElement>(html`<button>Vote</button>`);
      const element = await paper(vote({ kind: 'none' }));
      const made = decisions(element);
      before.focus();
      await show(element, vote(confirming));
      expect(focused()).not.to.equal(before);
      await sendKeys({ press: 'Escape' });
      expect(made).to.deep.equal(['cancel']);
      expect(dialog(element).open).to.equal(false);
      expect(focused()).to.equal(before);
    });

    it('the first button goes back too; nothing behind the paper is reached', async () => {
      const before = await fixture<HTMLButtonElement>(html`<button>Vote</button>`);
      const element = await paper(vote(confirming));
      const made = decisions(element);
      const reached = new Set<Element | null>();
      for (let i = 0; i < 4; i++) {
        await sendKeys({ press: 'Tab' });
        reached.add(focused());
      }
      expect(reached.has(before)).to.equal(false);
      button(element, t.cancel).focus();
      await sendKeys({ press: 'Space' });
      await eventually(() => made.length);
      expect(made).to.deep.equal(['cancel']);
    });

    it('a paper that was put away opens again for the next ballot', async () => {
      const element = await paper(vote(confirming));
      await sendKeys({ press: 'Escape' });
      await show(element, vote({ kind: 'none' }));
      await show(element, vote({ kind: 'confirming', choice: { method: 'plurality', candidate: 'amina' } }));
      expect(dialog(element).open).to.equal(true);
      expect(seen(element)).to.contain('Amina Belkacem').and.not.to.contain('Gilles');
    });

    it('Escape on a paper that replaces a vote goes back to that vote', async () => {
      const element = await paper(
        vote({ kind: 'confirming', choice: { method: 'plurality', candidate: 'amina' }, receipt }),
      );
      const made = decisions(element);
      await sendKeys({ press: 'Escape' });
      await show(element, vote(voted));
      expect(made).to.deep.equal(['cancel']);
      expect(dialog(element).open).to.equal(false);
    });
  });

  describe('once it is in the box', () => {
    it('on its way: says so, and that it is counted only when it is', async () => {
      const element = await paper(vote(confirming));
      await show(element, vote({ kind: 'casting', choice }));
      expect(seen(element)).to.contain(t.casting).and.not.to.contain(t.stub);
      expect(everywhere(element, 'button').map(seen)).to.deep.equal([t.close]);
      await expect(element).to.be.accessible();
    });

    it('voted: the stub with its tracking code, the focus on the way out', async () => {
      const element = await paper(vote(confirming));
      await show(element, vote({ kind: 'casting', choice }));
      await show(element, vote(voted));
      await eventually(() => seen(element).includes(t.stubCode), 'no stub comes');
      expect(seen(element)).to.contain(
        `${t.stub} ${t.stubCode} ${trackingCode(receipt.sequence, receipt.ballot)} ${t.close}`,
      );
      expect(seen(focused()!)).to.equal(t.close);
      await expect(element).to.be.accessible();
      const made = decisions(element);
      await sendKeys({ press: 'Enter' });
      await eventually(() => !dialog(element).open, 'it stays open');
      expect(made, 'closing the stub takes nothing back').to.deep.equal([]);
    });

    for (const [code, sentence] of [
      ['offline', t.keptLong],
      ['timeout', more.errors.timeout],
      ['overloaded', more.errors.overloaded],
      ['storage-failed', more.errors['storage-failed']],
    ] as const)
      it(`kept, ${code}: the reason, and never that it is counted`, async () => {
        const element = await paper(vote(confirming));
        await show(element, vote({ kind: 'kept', choice, error: new ElectionError(code) }));
        await eventually(() => seen(element).includes(sentence), 'no reason is given');
        expect(seen(element)).not.to.contain(t.stub);
        await expect(element).to.be.accessible();
      });

    it('a paper put away while its ballot is kept does not come back by itself', async () => {
      const element = await paper(vote(confirming));
      await show(element, vote({ kind: 'kept', choice, error: new ElectionError('offline') }));
      button(element, t.close).click();
      await show(element, vote(voted));
      expect(dialog(element).open).to.equal(false);
    });

    it('refused: the reason, and a way out', async () => {
      const element = await paper(vote(confirming));
      await show(element, vote({ kind: 'refused', choice, error: new ElectionError('already-voted') }));
      await eventually(() => seen(element).includes(more.errors['already-voted']), 'no reason is given');
      expect(everywhere(element, 'button').map(seen)).to.deep.equal([t.close]);
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      expect(dialog(element).open).to.equal(false);
    });

    it('what becomes of it is spoken: the sentence stands in a status that was there before', async () => {
      const element = await paper(vote(confirming));
      const status = only(element, '[role="status"]');
      await show(element, vote({ kind: 'casting', choice }));
      await show(element, vote(voted));
      expect(only(element, '[role="status"]')).to.equal(status);
      expect(seen(status)).to.equal(t.stub);
    });
  });

  describe('where several may be approved', () => {
    it('native boxes in a fieldset: everybody, what was chosen ticked', async () => {
      const element = await withBoxes(approving(['gilles']));
      expect(boxes(element).map(({ checked }) => checked)).to.deep.equal([false, true, false]);
      expect(seen(only(element, 'legend'))).to.equal(more.ballotOffered(0, '0'));
      const spoken = await heard();
      expect(spoken.filter(({ role }) => role === 'checkbox').map(({ name }) => name)).to.deep.equal([
        'Amina Belkacem',
        'Gilles Lavergne',
        'Solène Fabre',
      ]);
      await expect(element).to.be.accessible();
    });

    it('by keyboard: Space ticks and unticks, one submit casts them all', async () => {
      const element = await withBoxes(approving(['gilles']));
      const made = decisions(element);
      boxes(element)[0]!.focus();
      await sendKeys({ press: 'Space' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Space' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Space' });
      expect(made, 'nothing is cast by ticking').to.deep.equal([]);
      button(element, t.cast).focus();
      await sendKeys({ press: 'Enter' });
      await eventually(() => made.length);
      expect(made).to.deep.equal([['amina', 'solene']]);
    });

    it('at the most that may be ticked the others wait; unticking one frees them', async () => {
      const element = await withBoxes(approving(['gilles'], 2));
      expect(seen(only(element, 'legend'))).to.equal(more.ballotOffered(2, '2'));
      boxes(element)[0]!.click();
      await element.updateComplete;
      expect(boxes(element).map(({ disabled }) => disabled)).to.deep.equal([false, false, true]);
      await expect(element).to.be.accessible();
      boxes(element)[1]!.click();
      await element.updateComplete;
      expect(boxes(element).map(({ disabled }) => disabled)).to.deep.equal([false, false, false]);
    });

    it('with nobody ticked nothing is cast, and the paper says why', async () => {
      const element = await withBoxes(approving(['gilles']));
      const made = decisions(element);
      boxes(element)[1]!.click();
      await element.updateComplete;
      button(element, t.cast).click();
      await element.updateComplete;
      expect(made).to.deep.equal([]);
      expect(dialog(element).open).to.equal(true);
      expect(seen(element)).to.contain(more.errors['choice-empty']);
      await expect(element).to.be.accessible();
    });

    it('with too many ticked, as when one more is added to an earlier ballot, the paper says so', async () => {
      const element = await withBoxes(approving(['amina', 'gilles', 'solene'], 2));
      expect(seen(element)).to.contain(more.errors['choice-too-many']);
      boxes(element)[0]!.click();
      await element.updateComplete;
      expect(seen(element)).not.to.contain(more.errors['choice-too-many']);
      await expect(element).to.be.accessible();
    });

    it('ticks stay while the results move, and go with the paper', async () => {
      const element = await withBoxes(approving(['gilles']));
      boxes(element)[0]!.click();
      await show(element, { ...element.snapshot, connection: 'polling' } as ReadySnapshot);
      expect(boxes(element).map(({ checked }) => checked)).to.deep.equal([true, true, false]);
      await show(element, { ...element.snapshot, vote: { kind: 'none' } } as ReadySnapshot);
      await show(element, approving(['solene']));
      expect(boxes(element).map(({ checked }) => checked)).to.deep.equal([false, false, true]);
    });

    it('the stub names everyone who was ticked', async () => {
      const both = { method: 'approval', candidates: ['amina', 'gilles'] } as const;
      const element = await withBoxes(approving(['amina', 'gilles']));
      const ready = element.snapshot as ReadySnapshot;
      await show(element, { ...ready, vote: { kind: 'casting', choice: both } });
      await show(element, {
        ...ready,
        vote: { kind: 'voted', choice: both, receipt: { ...receipt, choice: both } },
      });
      await eventually(() => seen(element).includes('Amina Belkacem, Gilles Lavergne'), 'no stub comes');
      expect(seen(element)).to.contain(t.stub);
      await expect(element).to.be.accessible();
    });
  });
});
