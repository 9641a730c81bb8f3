import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { VoixCandidateCard } from '../../../src/elements/voix-candidate-card/voix-candidate-card.js';
import '../../../src/elements/voix-candidate-card/voix-candidate-card.js';
import '../../../src/elements/voix-vote-button/voix-vote-button.js';
import { messages as t } from '../../../src/locales/en.js';
import type { Candidate } from '../../../src/model/election.js';
import type { Snapshot } from '../../../src/model/snapshot.js';
import { everywhere, focused, heard, only, seen, shown } from '../page.js';
import { candidates, during, election, readySnapshot, voted } from '../snapshots.js';

const amina = candidates[0]!;
/** A picture on the page's own side. */
const PHOTO = '/demo/campaign/logos/traverse.svg';

const card = (candidate: Candidate | string, snapshot?: Snapshot) =>
  shown<VoixCandidateCard>(
    html`<voix-candidate-card .candidate=${candidate} .snapshot=${snapshot}></voix-candidate-card>`,
  );

describe('voix-candidate-card', () => {
  it('names the person, the town, the slogan, and offers the manifesto and the vote', async () => {
    const element = await card(amina, readySnapshot());
    expect(seen(element)).to.equal(
      `Amina Belkacem Figeac ${amina.slogan} ${t.manifesto} ${t.vote('Amina Belkacem')}`,
    );
    const spoken = await heard();
    expect(spoken.find(({ role }) => role === 'heading')).to.include({ name: 'Amina Belkacem', level: 3 });
    await expect(element).to.be.accessible();
  });

  it('works without a provider, and by an id with one', async () => {
    const alone = await card(amina);
    expect(seen(alone)).to.contain('Amina Belkacem').and.to.contain(t.vote('Amina Belkacem'));
    await expect(alone).to.be.accessible();
    expect(seen(await card('gilles', readySnapshot()))).to.contain('Gilles Lavergne');
  });

  it('an id that nobody has, and an election that is not there: nothing', async () => {
    for (const snapshot of [readySnapshot(), { status: 'loading' } as const, undefined]) {
      const element = await card('nobody', snapshot);
      expect(seen(element)).to.equal('');
      await expect(element).to.be.accessible();
    }
  });

  it('leaves out what a candidate has not given', async () => {
    const element = await card({ id: 'x', name: 'Xavier' });
    expect(seen(element)).to.equal(`Xavier ${t.vote('Xavier')}`);
    await expect(element).to.be.accessible();
  });

  it('opens the manifesto in place, by keyboard, with its paragraphs', async () => {
    const element = await card(amina, readySnapshot());
    expect(seen(element)).not.to.contain('vingt ans');
    await sendKeys({ press: 'Tab' });
    expect(focused()?.localName).to.equal('summary');
    await sendKeys({ press: 'Enter' });
    expect(seen(element)).to.contain('vingt ans');
    const text = only(element, '[part="manifesto"]');
    expect(text.textContent).to.equal(amina.manifesto);
    expect(getComputedStyle(text).whiteSpace).to.equal('pre-line');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Space' });
    expect(seen(element)).not.to.contain('vingt ans');
    await sendKeys({ press: 'Tab' });
    expect(seen(focused()!)).to.equal(t.vote('Amina Belkacem'));
  });

  it('a manifesto that was opened stays open while the results move', async () => {
    const element = await card(amina, readySnapshot());
    only<HTMLDetailsElement>(element, 'details').open = true;
    element.snapshot = readySnapshot({ vote: voted });
    await element.updateComplete;
    expect(only<HTMLDetailsElement>(element, 'details').open).to.equal(true);
  });

  for (const [name, snapshot] of [
    ['not yet open', readySnapshot({ now: during.campaign })],
    ['voted', readySnapshot({ vote: voted })],
    ['closed', readySnapshot({ now: during.counting })],
  ] as const)
    it(`${name}: accessible`, async () => {
      await expect(await card(candidates[1]!, snapshot)).to.be.accessible();
    });

  it('says in which language the candidate’s own words are: the candidate’s, else the election’s', async () => {
    const langOf = async (candidate: Candidate) => {
      const element = await card(candidate, readySnapshot());
      return ['slogan', 'manifesto'].map((part) => only(element, `[part="${part}"]`).lang);
    };
    expect(await langOf(amina)).to.deep.equal(['fr', 'fr']);
    expect(await langOf({ ...amina, lang: 'oc' })).to.deep.equal(['oc', 'oc']);
  });

  it('reserves the portrait’s space before the photo is there, and where there is none', async () => {
    for (const photo of [undefined, { src: PHOTO }]) {
      const { photo: _, ...rest } = amina;
      const element = await card({ ...rest, ...(photo && { photo }) }, readySnapshot());
      const { width, height } = only(element, '.portrait').getBoundingClientRect();
      expect(width).to.be.above(50);
      expect(height / width).to.be.closeTo(5 / 4, 0.01);
    }
  });

  it('who has no photo is a figure on a tinted ground, not an empty one', async () => {
    const { photo: _, ...rest } = amina;
    const element = await card(rest, readySnapshot());
    const { backgroundImage } = getComputedStyle(only(element, '.portrait'));
    expect(backgroundImage.match(/radial-gradient/g)).to.have.length(2);
    const photographed = await card({ ...rest, photo: { src: PHOTO } }, readySnapshot());
    const under = getComputedStyle(only(photographed, 'img')).backgroundImage;
    expect(under, 'it would be seen behind a photo that is cut out').to.equal('none');
  });

  it('the photo: loaded when near, silent where it only repeats the name, spoken where it has words', async () => {
    const element = await card({ ...amina, photo: { src: PHOTO } }, readySnapshot());
    const photo = only<HTMLImageElement>(element, 'img');
    expect(photo.loading).to.equal('lazy');
    expect(photo.alt).to.equal('');
    const told = await card({ ...amina, photo: { src: PHOTO, alt: 'Amina on a platform' } }, readySnapshot());
    expect(only<HTMLImageElement>(told, 'img').alt).to.equal('Amina on a platform');
    await expect(told).to.be.accessible();
  });

  it('a photo that is cropped keeps the point that the candidate wants kept; without one, the middle', async () => {
    const element = await card({ ...amina, photo: { src: PHOTO, focus: [30, 20] } }, readySnapshot());
    expect(getComputedStyle(only(element, 'img')).objectPosition).to.equal('30% 20%');
    element.candidate = { ...amina, photo: { src: PHOTO } };
    await element.updateComplete;
    expect(getComputedStyle(only(element, 'img')).objectPosition).to.equal('50% 50%');
  });

  for (const src of [
    'javascript:alert(1)',
    'data:image/svg+xml,<svg onload="alert(1)"/>',
    'http://elsewhere.example/a.jpg',
    'https://user:secret@elsewhere.example/a.jpg',
    '',
  ])
    it(`a photo from ${src.slice(0, 30) || 'nowhere'} is not asked for: the ground stands in its place`, async () => {
      const element = await card({ ...amina, photo: { src, srcset: `${src} 2x` } }, readySnapshot());
      expect(everywhere(element, 'img')).to.have.length(0);
      expect(only(element, '.portrait').localName).to.equal('div');
    });

  it('a photo that another page holds is no more shown than one that is not there', async () => {
    const src = `blob:https://elsewhere.example/${crypto.randomUUID()}`;
    const element = await card({ ...amina, photo: { src } }, readySnapshot());
    const image = only<HTMLImageElement>(element, 'img');
    const isShown = await image.decode().then(
      () => true,
      () => false,
    );
    expect(isShown).to.equal(false);
  });

  it('a brand’s extras stand under the manifesto, and its own action in place of the button', async () => {
    const element = await fixture<VoixCandidateCard>(
      html`<voix-candidate-card .candidate=${amina} .snapshot=${readySnapshot()}>
        <p>Customer since 1998</p>
        <a slot="action" href="#more">See her film</a>
      </voix-candidate-card>`,
    );
    expect(seen(element)).to.match(/Customer since 1998 See her film$/);
    await expect(element).to.be.accessible();
  });

  it('in a narrow place the portrait stands at the left; in a wide one it leads', async () => {
    const widths = [320, 700];
    const [narrow, wide] = await Promise.all(
      widths.map(async (width) => {
        const place = await fixture<HTMLElement>(
          html`<div style=${`container: voix / inline-size; width: ${width}px`}>
            <voix-candidate-card .candidate=${amina} .snapshot=${readySnapshot()}></voix-candidate-card>
          </div>`,
        );
        const element = place.querySelector('voix-candidate-card')!;
        await element.updateComplete;
        const photo = only(element, '.portrait').getBoundingClientRect();
        const name = only(element, '[part="name"]').getBoundingClientRect();
        return { beside: name.left >= photo.right, width: photo.width };
      }),
    );
    expect(narrow).to.deep.equal({ beside: true, width: 96 });
    expect(wide?.beside).to.equal(false);
  });

  it('the buttons of a row stand on one line, however long the words above them', async () => {
    const row = await fixture<HTMLElement>(
      html`<div style="display: grid; grid-template-columns: 15rem 15rem">
        ${candidates
          .slice(0, 2)
          .map(
            (candidate) =>
              html`<voix-candidate-card
                .candidate=${candidate}
                .snapshot=${readySnapshot()}
              ></voix-candidate-card>`,
          )}
      </div>`,
    );
    const [first, second] = everywhere(row, 'voix-vote-button').map(
      (one) => one.getBoundingClientRect().bottom,
    );
    expect(first).to.be.closeTo(second!, 1);
  });

  it('draws again when the election is amended', async () => {
    const element = await card('amina', readySnapshot());
    const renamed = candidates.map((one) => (one.id === 'amina' ? { ...one, name: 'Amina B.' } : one));
    element.snapshot = readySnapshot({ election: election({ candidates: renamed }) });
    await element.updateComplete;
    expect(seen(element)).to.contain('Amina B.');
  });
});
