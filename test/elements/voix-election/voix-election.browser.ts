import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { VoixElection } from '../../../src/elements/voix-election/voix-election.js';
import '../../../src/elements/voix-election/voix-election.js';
import { SnapshotEvent } from '../../../src/elements/voix-provider/provider-events.js';
import { messages as t } from '../../../src/locales/en.js';
import { more } from '../../../src/locales/en-more.js';
import { ElectionError } from '../../../src/model/errors.js';
import { fairOrder } from '../../../src/model/order.js';
import type { Outcome } from '../../../src/model/outcome.js';
import type { Snapshot, VoteState } from '../../../src/model/snapshot.js';
import { backendOf, castBy } from '../backend.js';
import { button, eventually, everywhere, focused, heard, only, seen, shown, wordsReady } from '../page.js';
import { candidates, choice, during, election, readySnapshot, receipt, voted } from '../snapshots.js';
import { RULES } from '../../support/rules.js';

const whole = (snapshot: Snapshot | undefined) =>
  shown<VoixElection>(html`<voix-election .snapshot=${snapshot}></voix-election>`);
const names = (element: ParentNode) =>
  everywhere(element, 'voix-candidate-card').map((card) => seen(only(card, 'h3')));
/** With so many candidates, each of a town of its own. */
const crowd = (count: number) =>
  election({
    candidates: Array.from({ length: count }, (_, i) => ({
      id: `c${i}`,
      name: `Candidate ${i}`,
      town: `Town ${i}`,
    })),
  });
const lead = () => customElements.whenDefined('voix-results');

/** An election inside a provider of this backend. */
async function provided(backend: ReturnType<typeof backendOf>): Promise<VoixElection> {
  const provider = await fixture<HTMLElement>(
    html`<voix-provider election="traverse" .adapter=${backend}
      ><voix-election></voix-election
    ></voix-provider>`,
  );
  await wordsReady();
  await eventually(() => names(provider).length, 'no candidates come');
  return provider.querySelector('voix-election')!;
}

const elected: Outcome = { kind: 'elected', candidate: 'amina', votes: 500, margin: 200 };
const tie: Outcome = { kind: 'tie', candidates: ['amina', 'gilles'], votes: 400 };
const refused: VoteState = { kind: 'refused', choice, error: new ElectionError('already-voted') };
const kept: VoteState = { kind: 'kept', choice, error: new ElectionError('offline') };

describe('voix-election', () => {
  beforeEach(() => localStorage.clear());

  describe('in every state', () => {
    for (const [name, snapshot, ...says] of [
      ['without anything', undefined, t.failed],
      ['loading', { status: 'loading' }, t.loading],
      [
        'announced',
        readySnapshot({ now: during.announced, results: { hidden: 'until-open' } }),
        t.hidden['until-open'],
      ],
      [
        'not yet open',
        readySnapshot({ now: during.campaign, results: { hidden: 'until-open' } }),
        t.notOpen('Jan 1'),
      ],
      ['open', readySnapshot(), t.vote('Amina Belkacem'), t.results, more.live],
      [
        'open, results hidden',
        readySnapshot({ results: { hidden: 'until-voted' } }),
        t.hidden['until-voted'],
      ],
      [
        'open, and the box empty',
        readySnapshot({ results: { hidden: false, version: 0, ballots: 0, counts: {} } }),
        more.noBallots,
      ],
      ['casting', readySnapshot({ vote: { kind: 'casting', choice } }), t.casting],
      ['kept', readySnapshot({ vote: kept }), t.kept, t.keptLong],
      ['the line down', readySnapshot({ connection: 'down' }), more.down],
      ['voted', readySnapshot({ vote: voted }), t.yourVote, t.change('Amina Belkacem')],
      ['refused', readySnapshot({ vote: refused }), more.errors['already-voted']],
      ['closed', readySnapshot({ now: during.counting }), t.closed],
      [
        'proclaimed',
        readySnapshot({ now: during.proclaimed, outcome: elected }),
        more.president,
        '500 votes, 200 votes ahead',
      ],
      ['tied', readySnapshot({ now: during.proclaimed, outcome: tie }), more.tieNext],
      [
        'without a quorum',
        readySnapshot({ now: during.mandate, outcome: { kind: 'no-quorum', ballots: 3, quorum: 10 } }),
        more.noQuorum('3 ballots', '10'),
      ],
      ['without candidates', readySnapshot({ election: election({ candidates: [] }) }), t.candidates],
      [
        'failed',
        { status: 'failed', error: new ElectionError('offline') },
        t.failed,
        more.errors.offline,
        '(offline)',
      ],
      [
        'asked for an election that is not there',
        { status: 'failed', error: new ElectionError('election-unknown') },
        more.errors['election-unknown'],
        '(election-unknown)',
      ],
    ] satisfies (readonly [string, Snapshot | undefined, ...string[]])[])
      it(`${name}: seen, and accessible`, async () => {
        const element = await whole(snapshot);
        for (const said of says)
          await eventually(() => seen(element).includes(said), `it does not say: ${said}`);
        await expect(element).to.be.accessible();
      });
  });

  it('in a narrow place its cards lie down, in a wide one they stand, in every engine', async () => {
    const element = await whole(readySnapshot());
    const columns = () =>
      getComputedStyle(only(everywhere(element, 'voix-candidate-card')[0]!, 'article')).gridTemplateColumns;
    for (const [width, count] of [
      ['390px', 2],
      ['800px', 1],
    ] as const) {
      element.style.width = width;
      await eventually(() => columns().split(' ').length === count, `${width}: ${columns()}`);
    }
  });

  describe('the head', () => {
    it('brand, question, calendar with today on it, what comes next', async () => {
      const element = await whole(readySnapshot());
      expect(seen(only(element, 'header'))).to.match(
        /^Traverse Qui présidera les voyageurs de Traverse \? .*Voting closes Sunday, January 31 at 8:00 PM GMT\+1 – in 10 days$/,
      );
      const steps = everywhere(element, '[part="calendar"] li');
      expect(
        steps.map((step) =>
          step.textContent
            ?.trim()
            .split(/\s{2,}|\n/)[0]
            ?.trim(),
        ),
      ).to.have.length(6);
      expect(
        steps.filter((step) => step.ariaCurrent === 'step').map((step) => step.textContent?.trim()),
      ).to.have.length(1);
      expect(seen(only(element, '[aria-current="step"]')))
        .to.contain(t.phases.voting)
        .and.to.contain('Jan 1');
    });

    it('the results come after the candidates until the close, and before them from then on', async () => {
      const order = (element: ParentNode) =>
        everywhere(element, '.cards, voix-results').map(({ localName }) => localName);
      expect(order(await whole(readySnapshot()))).to.deep.equal(['ul', 'voix-results']);
      expect(order(await whole(readySnapshot({ now: during.counting })))).to.deep.equal([
        'voix-results',
        'ul',
      ]);
    });

    it('headings: the question, then what is below it', async () => {
      const element = await whole(readySnapshot({ vote: voted }));
      await lead();
      await eventually(() => seen(element).includes('500 votes'));
      const headings = (await heard())
        .filter(({ role }) => role === 'heading')
        .map(({ name, level }) => [level, name]);
      expect(headings[0]).to.deep.equal([2, 'Qui présidera les voyageurs de Traverse ?']);
      expect(headings.slice(1).every(([level]) => level === 3)).to.equal(true);
      expect(only(element, 'h2').lang).to.equal('fr');
    });

    it('is in the brand’s own colour, which the page may overrule', async () => {
      const element = await whole(readySnapshot());
      const main = button(element, t.vote('Amina Belkacem'));
      expect(getComputedStyle(main).backgroundColor).to.equal('rgb(20, 89, 77)');
      element.parentElement!.style.setProperty('--voix-colour', '#ff0000');
      expect(getComputedStyle(main).backgroundColor).to.equal('rgb(255, 0, 0)');
    });

    it('a logo from the page’s own side; none from a tricked address', async () => {
      const logoOf = async (src: string) => {
        const brand = { ...election().brand, logo: { src } };
        return everywhere<HTMLImageElement>(
          await whole(readySnapshot({ election: election({ brand }) })),
          '.brand img',
        );
      };
      const [logo] = await logoOf('/demo/campaign/logos/traverse.svg');
      expect(logo?.alt, 'the name stands beside it').to.equal('');
      for (const src of [
        'javascript:alert(1)',
        'data:image/svg+xml,<svg/>',
        'http://elsewhere.example/a.svg',
      ])
        expect(await logoOf(src)).to.have.length(0);
    });

    it('has room for the brand’s own words, under the title and at the foot', async () => {
      const element = await fixture<VoixElection>(
        html`<voix-election .snapshot=${readySnapshot()}>
          <p slot="head">Every traveller has a voice.</p>
          <p slot="foot">Rules of the election</p>
        </voix-election>`,
      );
      expect(seen(element)).to.match(/Traverse \? Every traveller has a voice\..*Rules of the election$/);
    });
  });

  describe('candidates', () => {
    it('in the order of the snapshot, which is this voter’s own, never by votes', async () => {
      const [amina, gilles, solene] = candidates as [
        (typeof candidates)[0],
        (typeof candidates)[0],
        (typeof candidates)[0],
      ];
      const element = await whole(readySnapshot({ candidates: [solene, amina, gilles], vote: voted }));
      expect(names(element)).to.deep.equal([solene.name, amina.name, gilles.name]);
    });

    it('that order is the device’s seed’s: the same on reload, another on another device', async () => {
      const orders = new Set<string>();
      for (let device = 0; device < 2 || (orders.size === 1 && device < 30); device++) {
        localStorage.clear();
        const first = names(await provided(backendOf(election())));
        const kept = JSON.parse(localStorage.getItem('voix:election:traverse') ?? '{}') as { seed: number };
        expect(first).to.deep.equal(fairOrder(candidates, kept.seed).map(({ name }) => name));
        expect(names(await provided(backendOf(election())))).to.deep.equal(first);
        orders.add(first.join());
      }
      // Thirty times the same out of six orders does not happen.
      expect(orders.size).to.be.above(1);
    });

    it('up to eight: no search', async () => {
      const element = await whole(readySnapshot({ election: crowd(8) }));
      expect(names(element)).to.have.length(8);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(everywhere(element, 'input')).to.have.length(0);
    });

    it('from nine on: a search that finds, says how many, and gives everyone back', async () => {
      const element = await whole(readySnapshot({ election: crowd(12) }));
      await eventually(() => everywhere(element, 'input').length, 'no search comes');
      expect(names(element)).to.have.length(12);
      expect((await heard()).find(({ role }) => role === 'searchbox')?.name).to.equal(more.search);
      await expect(element).to.be.accessible();
      const field = only<HTMLInputElement>(element, 'input');
      field.focus();
      await sendKeys({ type: 'TOWN 1' });
      await eventually(() => names(element).length === 3);
      expect(names(element)).to.deep.equal(['Candidate 1', 'Candidate 10', 'Candidate 11']);
      const status = only(element, '.people [role="status"], .body [role="status"]');
      expect(seen(status)).to.equal(more.found(3, '3'));
      await sendKeys({ type: '99' });
      await eventually(() => names(element).length === 0);
      expect(seen(status)).to.equal(more.found(0, '0'));
      await expect(element).to.be.accessible();
      field.select();
      await sendKeys({ press: 'Backspace' });
      await eventually(() => names(element).length === 12);
      expect(seen(status)).to.equal('');
      expect(focused()).to.equal(field);
    });

    it('what is typed as soon as the search is there stays found, however often the election was drawn before', async () => {
      const element = await whole(readySnapshot({ election: crowd(12) }));
      const typed = new Promise<void>((resolve) => {
        const observer = new MutationObserver(type);
        observer.observe(element.shadowRoot!, { childList: true, subtree: true });
        type();
        function type() {
          const [field] = everywhere<HTMLInputElement>(element, 'input');
          if (!field) return;
          observer.disconnect();
          field.value = 'town 1';
          field.dispatchEvent(new InputEvent('input'));
          resolve();
        }
      });
      // Each drawing asks for what draws the search anew.
      for (let drawn = 0; drawn < 5; drawn++) {
        element.requestUpdate();
        await element.updateComplete;
      }
      await typed;
      for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
      expect(names(element)).to.have.length(3);
    });

    it('many: a page at a time, in the same order, until all are there', async () => {
      const element = await whole(readySnapshot({ election: crowd(100) }));
      await eventually(() => everywhere(element, 'input').length);
      for (const drawn of [48, 96]) {
        expect(names(element)).to.have.length(drawn);
        button(element, more.more).click();
        await element.updateComplete;
      }
      expect(names(element)).to.deep.equal(crowd(100).candidates.map(({ name }) => name));
      expect(everywhere(element, 'button').map(seen)).not.to.include(more.more);
    });
  });

  describe('a vote, from the page to the results', () => {
    it('by keyboard alone: to the button, Enter, Enter, the stub, and back to where one was', async () => {
      const backend = backendOf(election({ rules: { ...RULES, visibility: 'until-voted' } }));
      await castBy(backend, 'another', 'traverse', 'amina');
      const element = await provided(backend);
      const provider = element.parentElement!;
      expect(seen(element)).to.contain(t.hidden['until-voted']).and.not.to.contain('%');
      const wanted = t.vote('Gilles Lavergne');
      await eventually(() => button(element, wanted).ariaDisabled === 'false');
      for (let i = 0; i < 12 && seen(focused()!) !== wanted; i++) await sendKeys({ press: 'Tab' });
      const start = focused();
      expect(seen(start!)).to.equal(wanted);
      await sendKeys({ press: 'Enter' });
      await eventually(() => seen(focused()!) === t.cast, 'the paper does not take the focus');
      await expect(provider).to.be.accessible();
      await sendKeys({ press: 'Enter' });
      await eventually(() => seen(focused()!) === t.close, 'no stub');
      await eventually(() => seen(element).includes('50.0% 1 vote'), 'the results do not open');
      await sendKeys({ press: 'Enter' });
      expect(focused()).to.equal(start);
      expect(seen(focused()!)).to.equal(`✓ ${t.yourVote}`);
      await expect(provider).to.be.accessible();
    });

    it('approval: boxes on the paper, everyone who was ticked is one’s own vote', async () => {
      const method = { kind: 'approval', max: 2 } as const;
      const backend = backendOf(election({ rules: { ...RULES, method } }));
      const element = await provided(backend);
      const provider = element.parentElement!;
      await eventually(() => button(element, t.vote('Amina Belkacem')).ariaDisabled === 'false');
      button(element, t.vote('Amina Belkacem')).click();
      await eventually(() => everywhere(provider, 'label').length === 3, 'no boxes come');
      everywhere(provider, 'label')
        .find((label) => seen(label) === 'Solène Fabre')!
        .click();
      await new Promise(requestAnimationFrame);
      button(provider, t.cast).click();
      await eventually(
        () =>
          everywhere(element, 'voix-vote-button').filter((one) => seen(one).includes(t.yourVote)).length ===
          2,
      );
      expect((await backend.ownBallot('traverse'))?.choice).to.deep.equal({
        method: 'approval',
        candidates: ['amina', 'solene'],
      });
    });

    it('once and for all: the other buttons say why they are quiet', async () => {
      const element = await whole(
        readySnapshot({
          election: election({ rules: { ...RULES, revote: false } }),
          vote: { ...voted, receipt } as VoteState,
        }),
      );
      expect(everywhere(element, 'voix-vote-button').map(seen)).to.deep.equal([
        t.youVoted,
        `✓ ${t.yourVote}`,
        t.youVoted,
      ]);
    });

    it('results that are hidden until the close are not asked for, and open by themselves', async () => {
      const element = await whole(readySnapshot({ results: { hidden: 'until-close' } }));
      expect(seen(element)).to.contain(t.hidden['until-close']);
      element.snapshot = readySnapshot({ now: during.counting });
      await eventually(() => seen(element).includes('50.0% 500 votes'));
    });
  });

  describe('by its own attributes', () => {
    it('a backend that is not one: a sentence and the code, no page of its own trouble', async () => {
      const element = await fixture<VoixElection>(
        html`<voix-election backend="/nowhere/" election="traverse"></voix-election>`,
      );
      await eventually(() => seen(element).includes(t.failed), 'it does not fail');
      await eventually(() => /\((answer-unreadable|route-unknown)\)/.test(seen(element)), 'no code');
      await expect(element).to.be.accessible();
    });

    it('a backend that is down: kept asking for, and said so', async () => {
      const element = await fixture<VoixElection>(
        html`<voix-election backend="http://127.0.0.1:9/" election="traverse"></voix-election>`,
      );
      await eventually(() => seen(element).includes('(offline)'), 'it does not say so');
      expect(seen(element)).to.contain(more.errors.offline);
    });

    for (const [what, attributes] of [
      ['neither, and no provider around it', {}],
      ['no election', { backend: '/api/' }],
      ['no backend', { election: 'traverse' }],
      ['a backend that is no address', { election: 'traverse', backend: 'http://:::' }],
    ] as const)
      it(`${what}: said to be wrongly connected`, async () => {
        const element = document.createElement('voix-election');
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        await fixture<HTMLElement>(html`<div>${element}</div>`);
        await eventually(() => seen(element).includes('(attribute-invalid)'), 'it does not say so');
        await eventually(() => seen(element).includes(more.errors['attribute-invalid']));
        expect(seen(element), 'nothing is tried again').not.to.contain(t.retrying);
        await expect(element).to.be.accessible();
      });

    it('results that move are no reason to draw it again', async () => {
      const element = await fixture<VoixElection>(html`<voix-election election="traverse"></voix-election>`);
      await wordsReady();
      const snapshot = readySnapshot();
      const provider = only(element, 'voix-provider');
      provider.dispatchEvent(new SnapshotEvent(snapshot));
      await eventually(() => seen(element).includes(snapshot.election.title));
      let drawn = 0;
      Object.assign(element, { updated: () => drawn++ });
      const results = { hidden: false, version: 2000, ballots: 2000, counts: { amina: 2000 } } as const;
      provider.dispatchEvent(new SnapshotEvent({ ...snapshot, results }));
      await element.updateComplete;
      expect(drawn).to.equal(0);
      provider.dispatchEvent(new SnapshotEvent({ ...snapshot, results: { hidden: 'until-close' } }));
      await element.updateComplete;
      expect(drawn).to.equal(1);
    });
  });

  it('nobody stands yet: said in a sentence', async () => {
    const element = await whole(readySnapshot({ election: election({ candidates: [] }), candidates: [] }));
    await eventually(() => seen(element).includes(more.noCandidates));
    await expect(element).to.be.accessible();
  });

  it('reserves its place before anything is there', async () => {
    const element = await whole({ status: 'loading' });
    expect(element.getBoundingClientRect().height).to.be.at.least(500);
  });
});
