import { expect, html } from '@open-wc/testing';
import type { VoixResultsBar } from '../../../src/elements/voix-results-bar/voix-results-bar.js';
import '../../../src/elements/voix-results-bar/voix-results-bar.js';
import type { Results } from '../../../src/model/results.js';
import type { Snapshot } from '../../../src/model/snapshot.js';
import { heard, only, seen, shown } from '../page.js';
import { candidates, readySnapshot, results } from '../snapshots.js';

const barOf = (candidate: string, snapshot: Snapshot | undefined) =>
  shown<VoixResultsBar>(
    html`<voix-results-bar candidate=${candidate} .snapshot=${snapshot}></voix-results-bar>`,
  );
const filled = (element: VoixResultsBar) => {
  const bar = only(element, '.bar');
  return only(bar, 'i').getBoundingClientRect().width / bar.getBoundingClientRect().width;
};

describe('voix-results-bar', () => {
  it('name, share and votes in text; the bar is decoration', async () => {
    const element = await barOf('gilles', readySnapshot());
    expect(seen(element)).to.equal('Gilles Lavergne 30.0% 300 votes');
    expect(only(element, '.bar').getAttribute('aria-hidden')).to.equal('true');
    expect((await heard()).map(({ role }) => role)).not.to.include.members(['progressbar', 'meter']);
    await expect(element).to.be.accessible();
  });

  it('is as long as the share', async () => {
    const element = await barOf('gilles', readySnapshot());
    only(element, 'i').style.transition = 'none';
    expect(filled(element)).to.be.closeTo(0.3, 0.01);
    element.snapshot = readySnapshot({
      results: { hidden: false, version: 1001, ballots: 1000, counts: { gilles: 750 } },
    });
    await element.updateComplete;
    expect(filled(element)).to.be.closeTo(0.75, 0.01);
    expect(seen(element)).to.equal('Gilles Lavergne 75.0% 750 votes');
  });

  it('fills from the side where reading begins', async () => {
    const element = await barOf('gilles', readySnapshot());
    const gapAtStart = (dir: string) => {
      element.dir = dir;
      const [bar, fill] = [only(element, '.bar'), only(element, 'i')].map((one) =>
        one.getBoundingClientRect(),
      );
      return dir === 'rtl' ? bar!.right - fill!.right : fill!.left - bar!.left;
    };
    only(element, 'i').style.transition = 'none';
    expect(gapAtStart('ltr')).to.be.closeTo(0, 0.5);
    expect(gapAtStart('rtl')).to.be.closeTo(0, 0.5);
  });

  it('works without a provider, by a candidate and a standing', async () => {
    const standing = { candidate: 'amina', votes: 1, rank: 1, permille: 1000 };
    const element = await shown<VoixResultsBar>(
      html`<voix-results-bar .candidate=${candidates[0]} .standing=${standing}></voix-results-bar>`,
    );
    expect(seen(element)).to.equal('Amina Belkacem 100.0% 1 vote');
    await expect(element).to.be.accessible();
  });

  it('the leader’s bar stands out; in a tie, those of all who lead', async () => {
    const tied: Results = { hidden: false, version: 2, ballots: 2, counts: { amina: 1, gilles: 1 } };
    for (const [results_, leaders] of [
      [results, ['amina']],
      [tied, ['amina', 'gilles']],
    ] as const)
      for (const { id } of candidates) {
        const element = await barOf(id, readySnapshot({ results: results_ }));
        expect(!!element.shadowRoot?.querySelector('.first'), id).to.equal(
          (leaders as readonly string[]).includes(id),
        );
      }
  });

  it('no vote yet: a bar of no length, not of no number', async () => {
    const empty: Results = { hidden: false, version: 0, ballots: 0, counts: {} };
    const element = await barOf('amina', readySnapshot({ results: empty }));
    expect(seen(element)).to.equal('Amina Belkacem 0.0% 0 votes');
    expect(filled(element)).to.equal(0);
    await expect(element).to.be.accessible();
  });

  for (const hidden of ['until-voted', 'until-close', 'until-open'] as const)
    it(`hidden ${hidden}: not a number`, async () => {
      const element = await barOf('amina', readySnapshot({ results: { hidden } }));
      expect(seen(element)).to.equal('');
      await expect(element).to.be.accessible();
    });

  it('nobody of this id, and no election yet: nothing', async () => {
    expect(seen(await barOf('nobody', readySnapshot()))).to.equal('');
    expect(seen(await barOf('amina', { status: 'loading' }))).to.equal('');
    expect(seen(await barOf('constructor', readySnapshot()))).to.equal('');
  });
});
