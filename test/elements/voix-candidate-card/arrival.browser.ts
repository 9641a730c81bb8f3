import { expect, fixture, html } from '@open-wc/testing';
import type { VoixElection } from '../../../src/elements/voix-election/voix-election.js';
import '../../../src/elements/voix-candidate-card/arrival.js';
import '../../../src/elements/voix-election/voix-election.js';
import { share as en } from '../../../src/locales/en-share.js';
import { arrivalHash } from '../../../src/model/arrival.js';
import type { Election } from '../../../src/model/election.js';
import { backendOf } from '../backend.js';
import { eventually, everywhere, only, seen, wordsReady } from '../page.js';
import { candidates, election } from '../snapshots.js';

const crowd = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `c${i}`, name: `Candidate ${i}`, town: `Town ${i}` }));

const come = (candidate: string, of = 'traverse') => {
  location.hash = arrivalHash({ election: of, candidate });
};

async function page(changes: Partial<Election> = {}): Promise<VoixElection> {
  const element = await fixture<HTMLElement>(
    html`<div>
      <div .hidden=${false} class="before">${'The brand’s own page. '.repeat(400)}</div>
      <voix-provider election="traverse" .adapter=${backendOf(election(changes))}
        ><voix-election></voix-election
      ></voix-provider>
    </div>`,
  );
  await wordsReady();
  await eventually(() => everywhere(element, 'voix-candidate-card').length, 'no candidates come');
  return element.querySelector('voix-election')!;
}

const notes = (element: ParentNode) => everywhere(element, '.arrived').map(seen);
const names = (element: ParentNode) =>
  everywhere(element, 'voix-candidate-card').map((card) => seen(only(card, '[part=name]')));
const marked = (element: ParentNode) =>
  everywhere(element, 'voix-candidate-card').filter((card) => card.shadowRoot!.querySelector('.arrived'));

describe('a page that is opened at a candidate’s address', () => {
  beforeEach(() => {
    localStorage.clear();
    scrollTo(0, 0);
  });
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('names the candidate one came for and brings the card into sight, in its place among the others', async () => {
    come('solene');
    const element = await page();
    await eventually(() => notes(element).length, 'nobody is named');
    expect(notes(element)).to.deep.equal([en.cameFor('Solène Fabre')]);
    const card = marked(element)[0]!;
    expect(seen(only(card, '[part=name]'))).to.equal('Solène Fabre');
    const { top, bottom } = card.getBoundingClientRect();
    expect(top).to.be.lessThan(innerHeight);
    expect(bottom).to.be.greaterThan(0);
    await expect(element).to.be.accessible();
  });

  it('leaves the order as it is without such a link, and chooses nothing', async () => {
    const before = names(await page());
    come('solene');
    const element = await page();
    await eventually(() => notes(element).length, 'nobody is named');
    expect(names(element)).to.deep.equal(before);
    expect(everywhere(element, 'dialog[open], [aria-pressed=true], :checked')).to.have.length(0);
  });

  it('stays with the candidate, whichever card that is after a search', async () => {
    come('c7');
    const element = await page({ candidates: crowd(20) });
    await eventually(() => notes(element).length, 'nobody is named');
    await eventually(() => everywhere(element, 'input[type=search]').length, 'there is no search');
    const search = only<HTMLInputElement>(element, 'input[type=search]');
    const type = (text: string) => {
      search.value = text;
      search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    type('Town 12');
    await eventually(
      () => names(element).length === 1 && marked(element).length === 0,
      'somebody else is named',
    );
    type('Town 7');
    await eventually(() => names(element).length === 2);
    await eventually(() => notes(element).length === 1);
    expect(notes(element)).to.deep.equal([en.cameFor('Candidate 7')]);
    expect(names(element)).to.have.members(['Candidate 7', 'Candidate 17']);
  });

  it('finds the card however far down it stands', async () => {
    come('c99');
    const element = await page({ candidates: crowd(200) });
    await eventually(() => notes(element).length, 'nobody is named');
    expect(notes(element)).to.deep.equal([en.cameFor('Candidate 99')]);
  });

  for (const [name, candidate, of] of [
    ['a candidate whom nobody knows', 'nobody', 'traverse'],
    ['a candidate of another election', 'amina', 'ondine'],
  ] as const)
    it(`names nobody for ${name}`, async () => {
      come(candidate, of);
      const element = await page({ candidates });
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(notes(element)).to.deep.equal([]);
      expect(scrollY).to.equal(0);
    });
});
