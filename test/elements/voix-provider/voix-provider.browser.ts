import { expect, fixture, html } from '@open-wc/testing';
import type { MemoryAdapter } from '../../../src/adapters/memory/memory.js';
import type { ElectionErrorEvent, VotedEvent } from '../../../src/elements/voix-provider/provider-events.js';
import type { VoixProvider } from '../../../src/elements/voix-provider/voix-provider.js';
import '../../../src/elements/voix-provider/voix-provider.js';
import '../../../src/elements/voix-results-bar/voix-results-bar.js';
import '../../../src/elements/voix-vote-button/voix-vote-button.js';
import { messages as t } from '../../../src/locales/en.js';
import { more } from '../../../src/locales/en-more.js';
import type { Election } from '../../../src/model/election.js';
import { backendOf, castBy } from '../backend.js';
import { button, eventually, everywhere, only, seen, wordsReady } from '../page.js';
import { candidates, election } from '../snapshots.js';
import { RULES } from '../../support/rules.js';

const names = candidates.map(({ name }) => name);
const [, GILLES] = names as [string, string, string];

/** A provider of a backend, with a button and a bar for every candidate. */
async function place(adapter: MemoryAdapter | undefined, id = 'traverse'): Promise<VoixProvider> {
  const provider = await fixture<VoixProvider>(
    html`<voix-provider election=${id} .adapter=${adapter}>
      ${candidates.map(
        (candidate) =>
          html`<voix-vote-button candidate=${candidate.id}></voix-vote-button
            ><voix-results-bar candidate=${candidate.id}></voix-results-bar>`,
      )}
    </voix-provider>`,
  );
  await wordsReady();
  return provider;
}

const vote = (provider: VoixProvider) => {
  const { snapshot } = provider;
  return snapshot.status === 'ready' ? snapshot.vote.kind : snapshot.status;
};
const until = (provider: VoixProvider, kind: string) =>
  eventually(() => vote(provider) === kind, `it is not ${kind}`);
const paper = (provider: VoixProvider) => only<HTMLDialogElement>(provider, 'dialog');
/** A place open to vote in. */
const open = async (adapter: MemoryAdapter, id?: string) => {
  const provider = await place(adapter, id);
  await until(provider, 'none');
  await eventually(() => seen(provider).includes('0.0%'));
  return provider;
};
const press = async (provider: VoixProvider, label: string) => {
  await eventually(
    () => everywhere(provider, 'button').some((one) => seen(one).includes(label)),
    `no button: ${label}`,
  );
  button(provider, label).click();
};
const bar = (provider: ParentNode, id: string) =>
  seen(provider.querySelector(`voix-results-bar[candidate="${id}"]`)!);
const unasked: Partial<Election> = { rules: { ...RULES, confirm: false } };
/** The page's live regions, but for what stands in a dialog. */
const regions = () => everywhere(document, '[role="status"]').filter((one) => !one.closest('dialog'));
const announced = () =>
  regions()
    .map(({ textContent }) => textContent?.trim())
    .join();

describe('voix-provider', () => {
  beforeEach(() => localStorage.clear());

  describe('a vote', () => {
    it('click, paper, box: counted once the backend says so, and never before', async () => {
      const backend = backendOf(election());
      const provider = await open(backend);
      const told: VotedEvent[] = [];
      provider.addEventListener('voix-voted', (event) => told.push(event));
      await press(provider, t.vote(GILLES));
      await until(provider, 'confirming');
      await eventually(() => paper(provider).open);
      backend.setDelay(100);
      await press(provider, t.cast);
      await until(provider, 'casting');
      expect(seen(provider)).to.contain(t.casting).and.not.to.contain(t.stub);
      expect(told).to.have.length(0);
      await until(provider, 'voted');
      expect(told.map(({ receipt }) => receipt.choice)).to.deep.equal([
        { method: 'plurality', candidate: 'gilles' },
      ]);
      await eventually(() => bar(provider, 'gilles').includes('100.0% 1 vote'), 'the bar does not move');
      expect(seen(paper(provider))).to.contain(t.stub);
      expect(seen(only(provider, 'voix-vote-button[candidate="gilles"]'))).to.contain(t.yourVote);
      expect(announced()).to.equal(t.stub);
      await expect(provider).to.be.accessible();
    });

    it('is told to the whole page: voix-voted bubbles up to it', async () => {
      const told: string[] = [];
      const listen = ({ receipt }: VotedEvent) => told.push(receipt.ballot);
      document.addEventListener('voix-voted', listen);
      const provider = await open(backendOf(election(unasked)));
      await press(provider, t.vote(GILLES));
      await until(provider, 'voted');
      document.removeEventListener('voix-voted', listen);
      expect(told).to.have.length(1);
    });

    it('no paper where the election asks for no confirmation', async () => {
      const provider = await open(backendOf(election(unasked)));
      await press(provider, t.vote(GILLES));
      await until(provider, 'voted');
      expect(paper(provider).open).to.equal(false);
    });

    it('going back casts nothing', async () => {
      const backend = backendOf(election());
      const provider = await open(backend);
      await press(provider, t.vote(GILLES));
      await press(provider, t.cancel);
      await until(provider, 'none');
      expect(await backend.ownBallot('traverse')).to.equal(null);
      expect(paper(provider).open).to.equal(false);
    });

    it('is changed where the election allows it: the last one counts, and says that it was changed', async () => {
      const backend = backendOf(election(unasked));
      const provider = await open(backend);
      await press(provider, t.vote(GILLES));
      await until(provider, 'voted');
      await press(provider, t.change('Solène Fabre'));
      await eventually(() => seen(provider).includes(t.changed), 'nothing says that it was changed');
      await eventually(() => bar(provider, 'solene').includes('100.0% 1 vote'), 'the bars do not move');
      expect(bar(provider, 'gilles')).to.contain('0.0% 0 votes');
    });

    it('approval: what is clicked joins what is on the ballot already', async () => {
      const backend = backendOf(election({ rules: { ...RULES, method: { kind: 'approval' } } }));
      const provider = await open(backend);
      for (const label of [t.vote(GILLES), t.change('Solène Fabre')]) {
        await press(provider, label);
        await eventually(() => everywhere(provider, 'input').length);
        await press(provider, t.cast);
        await eventually(() => seen(paper(provider)).includes(t.stub), 'no stub');
        await press(provider, t.close);
      }
      expect((await backend.ownBallot('traverse'))?.choice).to.deep.equal({
        method: 'approval',
        candidates: ['gilles', 'solene'],
      });
    });

    it('others’ votes move the bars', async () => {
      const backend = backendOf(election());
      const provider = await open(backend);
      await castBy(backend, 'another', 'traverse', 'amina');
      await eventually(
        () => bar(provider, 'amina') === 'Amina Belkacem 100.0% 1 vote',
        'the bar does not move',
      );
    });
  });

  describe('a page that has its own say', () => {
    for (const [where, target] of [
      ['on the document', () => document],
      ['around the provider', (provider: VoixProvider) => provider.parentElement!],
      ['on the button', (provider: VoixProvider) => only(provider, 'voix-vote-button[candidate="gilles"]')],
    ] as const)
      it(`prevents the vote ${where}: no paper, no ballot`, async () => {
        const provider = await open(backendOf(election()));
        const prevent = (event: Event) => event.preventDefault();
        const heard = target(provider);
        heard.addEventListener('voix-vote-request', prevent);
        await press(provider, t.vote(GILLES));
        await new Promise((resolve) => setTimeout(resolve, 20));
        heard.removeEventListener('voix-vote-request', prevent);
        expect(vote(provider)).to.equal('none');
        expect(paper(provider).open).to.equal(false);
        await press(provider, t.vote(GILLES));
        await until(provider, 'confirming');
      });

    it('a provider within another answers alone for what is inside it', async () => {
      const [outer, inner] = [backendOf(election(unasked)), backendOf(election(unasked))];
      const provider = await place(outer);
      const within = document.createElement('voix-provider');
      within.adapter = inner;
      within.election = 'traverse';
      within.innerHTML = '<voix-vote-button candidate="amina"></voix-vote-button>';
      provider.append(within);
      await until(within, 'none');
      await press(within, t.vote('Amina Belkacem'));
      await until(within, 'voted');
      expect(vote(provider)).to.equal('none');
      expect(await outer.ownBallot('traverse')).to.equal(null);
    });
  });

  describe('what goes wrong', () => {
    it('no network: kept, said, and sent again by itself until it is counted, once', async () => {
      const backend = backendOf(election(unasked));
      const provider = await open(backend);
      const codes: string[] = [];
      provider.addEventListener('voix-error', ({ error }: ElectionErrorEvent) => codes.push(error.code));
      backend.fail({ code: 'offline', on: 'cast', times: Infinity });
      await press(provider, t.vote(GILLES));
      await until(provider, 'kept');
      await eventually(() => seen(provider).includes(t.keptLong), 'no reason is given');
      expect(codes).to.deep.equal(['offline']);
      expect(announced()).to.equal(more.errors.offline);
      await expect(provider).to.be.accessible();
      backend.mend();
      window.dispatchEvent(new Event('online'));
      await until(provider, 'voted');
      await eventually(() => bar(provider, 'gilles').includes('1 vote'));
      expect(announced()).to.equal(t.stub);
    });

    it('stored, then reported as failed: counted once all the same', async () => {
      const backend = backendOf(election(unasked));
      const provider = await open(backend);
      const codes: string[] = [];
      provider.addEventListener('voix-error', ({ error }: ElectionErrorEvent) => codes.push(error.code));
      backend.fail({ code: 'storage-failed', on: 'cast', stored: true });
      await press(provider, t.vote(GILLES));
      // It is sent again by itself, by chance so soon that nobody sees it kept.
      await until(provider, 'voted');
      expect(codes).to.deep.equal(['storage-failed']);
      await eventually(() => bar(provider, 'gilles').includes('100.0% 1 vote'));
    });

    it('refused: the code for the page, a sentence for the visitor, and one may try again', async () => {
      const backend = backendOf(election(unasked));
      const provider = await open(backend);
      const codes: string[] = [];
      provider.addEventListener('voix-error', ({ error }: ElectionErrorEvent) => codes.push(error.code));
      backend.fail({ code: 'already-voted', on: 'cast' });
      await press(provider, t.vote(GILLES));
      await until(provider, 'refused');
      await eventually(() => seen(provider).includes(more.errors['already-voted']), 'no reason is given');
      expect(codes).to.deep.equal(['already-voted']);
      expect(announced()).to.equal(more.errors['already-voted']);
      await press(provider, t.vote(GILLES));
      await until(provider, 'voted');
    });

    for (const [what, attributes] of [
      ['no attribute at all', {}],
      ['no backend', { election: 'traverse' }],
      ['an empty backend', { election: 'traverse', backend: '' }],
      ['a backend that is no address', { election: 'traverse', backend: 'https://[' }],
      ['no election', { backend: '/api/' }],
      ['an empty election', { backend: '/api/', election: '' }],
    ] as const)
      it(`${what}: told with the code attribute-invalid, and mended by attributes that make sense`, async () => {
        const provider = document.createElement('voix-provider');
        const codes: string[] = [];
        provider.addEventListener('voix-error', ({ error }) => codes.push(error.code));
        for (const [name, value] of Object.entries(attributes)) provider.setAttribute(name, value);
        const element = await fixture<HTMLElement>(html`<div>${provider}</div>`);
        await until(provider, 'failed');
        expect(codes).to.deep.equal(['attribute-invalid']);
        await expect(element).to.be.accessible();
        provider.adapter = backendOf(election());
        provider.setAttribute('election', 'traverse');
        await until(provider, 'none');
      });

    it('an election that is not there: said at once, with its code', async () => {
      const provider = await place(backendOf(election()), 'another');
      await until(provider, 'failed');
      expect(provider.snapshot.status === 'failed' && provider.snapshot.error.code).to.equal(
        'election-unknown',
      );
      await eventually(() => announced() === more.errors['election-unknown']);
    });

    it('a backend that is down at first: the election comes when it is back', async () => {
      const backend = backendOf(election());
      backend.fail({ code: 'offline', on: 'election', times: Infinity });
      const provider = await place(backend);
      await until(provider, 'failed');
      backend.mend();
      window.dispatchEvent(new Event('online'));
      await until(provider, 'none');
    });
  });

  describe('a page that moves it', () => {
    it('elsewhere, at once: nothing is loaded again, and a ballot on its way arrives', async () => {
      const backend = backendOf(election(unasked));
      const provider = await open(backend);
      backend.setDelay(50);
      await press(provider, t.vote(GILLES));
      await until(provider, 'casting');
      const states: string[] = [];
      provider.addEventListener('voix-snapshot', () => states.push(vote(provider)));
      const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
      elsewhere.append(provider);
      await until(provider, 'voted');
      expect(states).not.to.include('loading');
      await eventually(() => bar(provider, 'gilles').includes('1 vote'), 'the bars inside no longer move');
    });

    it('elsewhere, with the paper open: it still lies there, and is cast', async () => {
      const provider = await open(backendOf(election()));
      await press(provider, t.vote(GILLES));
      await until(provider, 'confirming');
      const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
      elsewhere.append(provider);
      await press(provider, t.cast);
      await until(provider, 'voted');
    });

    it('away, and back later: the vote is found again', async () => {
      const provider = await open(backendOf(election(unasked)));
      await press(provider, t.vote(GILLES));
      await until(provider, 'voted');
      const parent = provider.parentElement!;
      provider.remove();
      await new Promise((resolve) => setTimeout(resolve, 20));
      parent.append(provider);
      await until(provider, 'voted');
      await eventually(() => seen(provider).includes(t.yourVote));
    });

    it('a ballot kept on the device when the page was left is sent by the next one', async () => {
      const backend = backendOf(election(unasked));
      const provider = await open(backend);
      backend.fail({ code: 'offline', on: 'cast', times: Infinity });
      await press(provider, t.vote(GILLES));
      await until(provider, 'kept');
      provider.remove();
      backend.mend();
      const again = await place(backend);
      const told: VotedEvent[] = [];
      again.addEventListener('voix-voted', (event) => told.push(event));
      await until(again, 'voted');
      await eventually(() => bar(again, 'gilles').includes('100.0% 1 vote'));
    });

    it('to another election: what is inside shows that one, in its brand’s colour or none', async () => {
      const other = election({ id: 'other', title: 'Other', brand: { id: 'b', name: 'Plain' } });
      const provider = await open(backendOf(election(), other));
      expect(provider.style.getPropertyValue('--voix-brand')).to.equal('#14594d');
      provider.election = 'other';
      await eventually(
        () => provider.snapshot.status === 'ready' && provider.snapshot.election.id === 'other',
      );
      expect(provider.style.getPropertyValue('--voix-brand')).to.equal('');
    });
  });

  describe('several on a page', () => {
    it('each is its own election; the page has one live region, whoever comes and goes', async () => {
      const other = election({ id: 'other', ...unasked });
      const backend = backendOf(election(unasked), other);
      const first = await open(backend);
      const second = await open(backend, 'other');
      await press(first, t.vote(GILLES));
      await until(first, 'voted');
      expect(vote(second)).to.equal('none');
      expect(regions()).to.have.length(1);
      first.remove();
      await press(second, t.vote(GILLES));
      await until(second, 'voted');
      expect(regions()).to.have.length(1);
      expect(announced()).to.equal(t.stub);
    });

    it('two of the same election both show a vote that was cast in one, once it is counted', async () => {
      const backend = backendOf(election(unasked));
      const first = await open(backend);
      const second = await open(backend);
      await press(first, t.vote(GILLES));
      await eventually(() => bar(second, 'gilles').includes('1 vote'), 'the other does not move');
    });
  });

  it('draws nothing of its own, and is accessible while it loads', async () => {
    const backend = backendOf(election());
    backend.setDelay(10_000);
    const provider = await fixture<VoixProvider>(
      html`<voix-provider election="traverse" .adapter=${backend}><p>The brand’s own</p></voix-provider>`,
    );
    expect(vote(provider)).to.equal('loading');
    expect(seen(provider)).to.equal('The brand’s own');
    await expect(provider).to.be.accessible();
  });

  it('what it hands out is frozen', async () => {
    const provider = await open(backendOf(election()));
    expect(Object.isFrozen(provider.snapshot)).to.equal(true);
  });
});
