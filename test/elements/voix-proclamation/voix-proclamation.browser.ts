import { expect, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { VoixProclamation } from '../../../src/elements/voix-proclamation/voix-proclamation.js';
import '../../../src/elements/voix-proclamation/voix-proclamation.js';
import { more } from '../../../src/locales/en-more.js';
import type { Outcome } from '../../../src/model/outcome.js';
import type { ReadySnapshot } from '../../../src/model/snapshot.js';
import { describeAdjusted, everywhere, heard, only, seen, shown, speak } from '../page.js';
import { during, election, readySnapshot } from '../snapshots.js';

const ended = (outcome: Outcome | undefined, changes: Partial<ReadySnapshot> = {}) =>
  shown<VoixProclamation>(
    html`<voix-proclamation
      .snapshot=${readySnapshot({ now: during.proclaimed, outcome, ...changes })}
    ></voix-proclamation>`,
  );

const elected: Outcome = { kind: 'elected', candidate: 'amina', votes: 1500, margin: 300 };
const tie: Outcome = { kind: 'tie', candidates: ['amina', 'solene'], votes: 12 };

describeAdjusted('voix-proclamation', () => {
  afterEach(async () => {
    document.documentElement.lang = 'en';
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('elected: the president, the votes, the margin, the brand’s welcome', async () => {
    const element = await ended(elected);
    expect(seen(element)).to.equal(
      `${more.president} Amina Belkacem 1,500 votes, 300 votes ahead ${more.welcome('Traverse')} Montez à l’avant.`,
    );
    expect((await heard()).find(({ role }) => role === 'heading')).to.include({ name: 'Amina Belkacem' });
    expect(only(element, 'blockquote').lang, 'the brand’s own words are of its language').to.equal('fr');
    await expect(element).to.be.accessible();
  });

  it('elected by a single vote: said in the singular', async () => {
    const element = await ended({ kind: 'elected', candidate: 'amina', votes: 1, margin: 1 });
    expect(seen(element)).to.contain('1 vote, 1 vote ahead');
  });

  it('a brand that says nothing: no word from it', async () => {
    const element = await ended(elected, {
      election: election({ brand: { id: 'traverse', name: 'Traverse' } }),
    });
    expect(seen(element)).not.to.contain('Traverse');
    await expect(element).to.be.accessible();
  });

  it('tie: everyone who leads, nobody elected, and what comes next', async () => {
    const element = await ended(tie);
    expect(seen(element)).to.equal(`${more.tie('12 votes')} Amina Belkacem Solène Fabre ${more.tieNext}`);
    expect(everywhere(element, '.sash')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('no quorum: how many there were, and how many were needed', async () => {
    const element = await ended({ kind: 'no-quorum', ballots: 12, quorum: 1000 });
    expect(seen(element)).to.equal(
      `${more.notElected} 12 ballots in the box; 1,000 were needed. ${more.notElectedNext}`,
    );
    await expect(element).to.be.accessible();
  });

  it('no ballots', async () => {
    const element = await ended({ kind: 'no-ballots' });
    expect(seen(element)).to.equal(`${more.notElected} ${more.noBallotsCast} ${more.notElectedNext}`);
    await expect(element).to.be.accessible();
  });

  it('before there is an outcome, and for a president who is not on the list: nothing', async () => {
    expect(seen(await ended(undefined))).to.equal('');
    const element = await ended({ ...elected, candidate: 'constructor' });
    expect(seen(element)).to.equal('');
    await expect(element).to.be.accessible();
  });

  it('speaks the page’s language, as soon as it changes', async () => {
    const element = await ended(elected);
    await speak('fr');
    await element.updateComplete;
    expect(seen(element)).to.contain('1 500 voix, 300 voix d’avance');
    await expect(element).to.be.accessible();
  });

  it('slips of paper fall, unseen by assistive technology, and only where motion is welcome', async () => {
    const element = await ended(elected);
    const paper = only(element, '.paper');
    expect(paper.getAttribute('aria-hidden')).to.equal('true');
    expect(paper.checkVisibility()).to.equal(true);
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(paper.checkVisibility()).to.equal(false);
  });
});
