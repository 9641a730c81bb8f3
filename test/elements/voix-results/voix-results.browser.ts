import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { holdRegion } from '../../../src/elements/shared/announce.js';
import type { VoixResults } from '../../../src/elements/voix-results/voix-results.js';
import '../../../src/elements/voix-results/voix-results.js';
import { messages as t } from '../../../src/locales/en.js';
import { more } from '../../../src/locales/en-more.js';
import type { Candidate } from '../../../src/model/election.js';
import type { ReadySnapshot } from '../../../src/model/snapshot.js';
import { button, eventually, everywhere, focused, heard, only, seen, shown, speak } from '../page.js';
import { candidates, during, election, readySnapshot, voted } from '../snapshots.js';

type Counts = Readonly<Record<string, number>>;

/** A snapshot with these votes, of which each ballot holds one. */
const counted = (counts: Counts, changes: Partial<ReadySnapshot> = {}): ReadySnapshot => {
  const ballots = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return readySnapshot({ results: { hidden: false, version: ballots, ballots, counts }, ...changes });
};

const board = (snapshot: ReadySnapshot) =>
  shown<VoixResults>(html`<voix-results .snapshot=${snapshot}></voix-results>`);
const rows = (element: VoixResults) => everywhere(element, 'li');
const read = (element: VoixResults) => rows(element).map(seen);
const show = async (element: VoixResults, snapshot: VoixResults['snapshot']) => {
  element.snapshot = snapshot;
  await element.updateComplete;
};
/** Places change once a second at most: until they have. */
const inOrder = (element: VoixResults, ...names: readonly string[]) =>
  eventually(
    () =>
      rows(element).length === names.length && rows(element).every((row, i) => seen(row).includes(names[i]!)),
    `not in this order: ${names.join(', ')}`,
  );

describe('voix-results', () => {
  afterEach(() => {
    document.documentElement.lang = 'en';
  });

  describe('the list', () => {
    it('most votes first: rank, name, share, votes, in text', async () => {
      const element = await board(counted({ solene: 300, amina: 1200, gilles: 500 }));
      expect(read(element)).to.deep.equal([
        '1 Amina Belkacem 60.0% 1,200 votes',
        '2 Gilles Lavergne 25.0% 500 votes',
        '3 Solène Fabre 15.0% 300 votes',
      ]);
    });

    it('is a list of as many items as there are candidates, under a heading', async () => {
      const element = await board(counted({ amina: 2, gilles: 1 }));
      const spoken = await heard();
      expect(spoken.find(({ role }) => role === 'heading')).to.include({ name: t.results, level: 3 });
      expect(only(element, '[part="list"]').localName).to.equal('ol');
      expect(spoken.map(({ role }) => role)).not.to.include.members(['progressbar', 'meter']);
      await expect(element).to.be.accessible();
    });

    it('equals share a rank, and the next one is passed over', async () => {
      const element = await board(counted({ solene: 2, amina: 2, gilles: 1 }));
      expect(read(element).map((row) => row[0])).to.deep.equal(['1', '1', '3']);
      await expect(element).to.be.accessible();
    });

    it('marks one’s own vote in words', async () => {
      const element = await board(counted({ amina: 2, gilles: 1 }, { vote: voted }));
      expect(read(element)[1]).to.equal(`2 Gilles Lavergne ${t.yourVote} 33.3% 1 vote`);
      expect(read(element).filter((row) => row.includes(t.yourVote))).to.have.length(1);
      await expect(element).to.be.accessible();
    });

    it('names its denominator and the time of the count, in the election’s zone', async () => {
      const foot = async (counts: Counts) => seen(only(await board(counted(counts)), '[part="foot"] p'));
      expect(await foot({ amina: 1234, gilles: 1 })).to.equal('1,235 ballots, counted at 8:00 PM · live');
      expect(await foot({ amina: 1 })).to.contain('1 ballot,');
    });

    it('no ballot yet: everyone is there, nobody leads, and a sentence', async () => {
      const element = await board(counted({}));
      expect(seen(element)).to.contain(more.noBallots);
      expect(read(element)[0]).to.equal('– Amina Belkacem 0.0% 0 votes');
      expect(everywhere(element, '.first')).to.have.length(0);
      button(element, more.asTable).click();
      await eventually(() => everywhere(element, 'table').length, 'no table comes');
      expect(seen(everywhere(element, 'tr')[1]!)).to.equal('– Amina Belkacem 0 0.0%');
      await expect(element).to.be.accessible();
    });
  });

  describe('what may not be seen yet', () => {
    for (const hidden of ['until-voted', 'until-close', 'until-open'] as const)
      it(`hidden ${hidden}: why, and not a number`, async () => {
        const element = await board(readySnapshot({ results: { hidden } }));
        expect(seen(element)).to.equal(`${t.results} ${t.hidden[hidden]}`);
        await expect(element).to.be.accessible();
      });

    it('no election yet, or none at all: nothing', async () => {
      const element = await shown<VoixResults>(
        html`<voix-results .snapshot=${{ status: 'loading' }}></voix-results>`,
      );
      expect(seen(element)).to.equal('');
      await expect(element).to.be.accessible();
    });
  });

  describe('the line', () => {
    for (const connection of ['live', 'polling', 'down'] as const)
      it(`${connection}: said in words, and accessible`, async () => {
        const element = await board(counted({ amina: 2, gilles: 1 }, { connection }));
        expect(seen(only(element, '[part="foot"] p'))).to.match(new RegExp(`· ${more[connection]}$`));
        await expect(element).to.be.accessible();
      });

    it('after the close nothing is live, and there is nothing to freeze', async () => {
      const element = await board(counted({ amina: 2 }, { phase: 'counting' }));
      expect(seen(element)).not.to.contain(more.live);
      expect(everywhere(element, 'button').map(seen)).to.deep.equal([more.asTable]);
      await expect(element).to.be.accessible();
    });
  });

  describe('overtaking', () => {
    it('the rows keep their nodes, and change places', async () => {
      const element = await board(counted({ amina: 3, gilles: 2, solene: 1 }));
      const [amina, gilles, solene] = rows(element);
      await show(element, counted({ amina: 3, gilles: 2, solene: 4 }));
      await inOrder(element, 'Solène', 'Amina', 'Gilles');
      expect(rows(element)).to.deep.equal([solene, amina, gilles]);
    });

    it('numbers are there at once; places at most once a second', async () => {
      const element = await board(counted({ amina: 3, gilles: 2 }));
      await show(element, counted({ amina: 3, gilles: 4 }));
      expect(read(element)[1]).to.equal('1 Gilles Lavergne 57.1% 4 votes');
      await inOrder(element, 'Gilles', 'Amina', 'Solène');
    });

    it('the last order is reached even where the page moves the element meanwhile', async () => {
      const element = await board(counted({ amina: 3, gilles: 2, solene: 1 }));
      await show(element, counted({ amina: 3, gilles: 2, solene: 4 }));
      const place = element.parentElement!;
      element.remove();
      place.append(element);
      await inOrder(element, 'Solène', 'Amina', 'Gilles');
    });

    it('one’s focus and reading place are not taken away by it', async () => {
      const element = await board(counted({ amina: 3, gilles: 2 }));
      button(element, more.asTable).focus();
      await show(element, counted({ amina: 3, gilles: 4 }));
      await inOrder(element, 'Gilles', 'Amina', 'Solène');
      expect(focused()).to.equal(button(element, more.asTable));
    });

    it('a candidate who withdraws leaves the list, a new one joins it, a new name is shown', async () => {
      const element = await board(counted({ amina: 3, gilles: 2 }));
      const amended: Candidate[] = [
        { ...candidates[0]!, name: 'Aminata' },
        candidates[2]!,
        { id: 'yves', name: 'Yves' },
      ];
      await show(element, counted({ amina: 3 }, { election: election({ candidates: amended }) }));
      await inOrder(element, 'Aminata', 'Solène', 'Yves');
      expect(rows(element)).to.have.length(3);
    });

    it('a thousand rows: all there, and the same nodes after the last has become the first', async () => {
      const many = Array.from({ length: 1000 }, (_, i) => ({ id: `c${i}`, name: `Candidate ${i}` }));
      const counts = Object.fromEntries(many.map(({ id }, i) => [id, 2000 - i]));
      const all = { election: election({ candidates: many }) };
      const element = await board(counted(counts, all));
      const before = rows(element);
      expect(before).to.have.length(1000);
      await show(element, counted({ ...counts, c999: 5000 }, all));
      await eventually(() => rows(element)[0] === before[999], 'it does not overtake');
      const kept = new Set(before);
      expect(rows(element).filter((row) => kept.has(row))).to.have.length(1000);
      expect(rows(element).slice(1, 4)).to.deep.equal(before.slice(0, 3));
    });
  });

  describe('is never left empty', () => {
    const full = counted({ amina: 3, gilles: 2, solene: 1 });
    const expectWhole = (element: VoixResults) =>
      expect(rows(element).map((row) => seen(row).split(' ').slice(0, 2).join(' '))).to.deep.equal([
        '1 Amina',
        '2 Gilles',
        '3 Solène',
      ]);

    it('when results that were hidden are shown again', async () => {
      const element = await board(full);
      await show(element, readySnapshot({ results: { hidden: 'until-voted' } }));
      await show(element, full);
      expectWhole(element);
    });

    it('when the election is loaded again', async () => {
      const element = await board(full);
      await show(element, { status: 'loading' });
      await show(element, full);
      expectWhole(element);
    });

    it('when the page changes its language', async () => {
      const element = await board(full);
      await speak('fr');
      await element.updateComplete;
      expect(read(element)[0]).to.equal('1 Amina Belkacem 50,0 % 3 voix');
      expectWhole(element);
      await expect(element).to.be.accessible();
    });

    it('when it has been a table in between, or has left the page', async () => {
      const element = await board(full);
      button(element, more.asTable).click();
      await eventually(() => everywhere(element, 'table').length);
      button(element, more.asTable).click();
      await element.updateComplete;
      expectWhole(element);
      const place = element.parentElement!;
      element.remove();
      place.append(element);
      await element.updateComplete;
      expectWhole(element);
    });
  });

  describe('the table', () => {
    it('is for those who read rather than look: the same numbers, with headers', async () => {
      const element = await board(counted({ solene: 300, amina: 1200, gilles: 500 }));
      expect(button(element, more.asTable).getAttribute('aria-pressed')).to.equal('false');
      button(element, more.asTable).focus();
      await sendKeys({ press: 'Space' });
      await eventually(() => everywhere(element, 'table').length, 'no table comes');
      expect(everywhere(element, 'tr').map(seen)).to.deep.equal([
        [more.rank, more.candidate, more.count, more.share].join(' '),
        '1 Amina Belkacem 1,200 60.0%',
        '2 Gilles Lavergne 500 25.0%',
        '3 Solène Fabre 300 15.0%',
      ]);
      expect(everywhere(element, 'th[scope="row"]').map(seen)).to.deep.equal([
        'Amina Belkacem',
        'Gilles Lavergne',
        'Solène Fabre',
      ]);
      expect(button(element, more.asTable).getAttribute('aria-pressed')).to.equal('true');
      expect(focused()).to.equal(button(element, more.asTable));
      await expect(element).to.be.accessible();
    });

    it('the list before it stays whole until it is there, whatever is counted meanwhile', async () => {
      const element = await board(counted({ amina: 2, gilles: 1 }));
      button(element, more.asTable).click();
      await show(element, counted({ amina: 3, gilles: 1 }));
      expect(rows(element)).to.have.length(3);
      await eventually(() => everywhere(element, 'table').length);
    });

    it('moves with the results', async () => {
      const element = await board(counted({ amina: 2, gilles: 1 }));
      button(element, more.asTable).click();
      await eventually(() => everywhere(element, 'table').length);
      await show(element, counted({ amina: 2, gilles: 6 }));
      expect(everywhere(element, 'tr').map(seen)[1]).to.equal('1 Gilles Lavergne 6 75.0%');
    });
  });

  describe('freezing', () => {
    it('stops what is seen, by keyboard, until one goes live again', async () => {
      const element = await board(counted({ amina: 2, gilles: 1 }));
      await sendKeys({ press: 'Tab' });
      expect(seen(focused()!)).to.equal(more.pause);
      await sendKeys({ press: 'Enter' });
      await show(element, counted({ amina: 2, gilles: 9 }));
      expect(read(element)[0]).to.equal('1 Amina Belkacem 66.7% 2 votes');
      expect(seen(focused()!)).to.equal(more.resume);
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'Enter' });
      await inOrder(element, 'Gilles', 'Amina', 'Solène');
      expect(seen(focused()!)).to.equal(more.pause);
    });
  });

  describe('news', () => {
    const { now } = performance;
    let seconds = 0;
    let region: HTMLElement;

    before(async () => {
      const place = await fixture<HTMLElement>(html`<div></div>`);
      document.body.append(place);
      holdRegion(place.attachShadow({ mode: 'open' }));
      region = only(place, '[role="status"]');
    });

    beforeEach(() => {
      region.textContent = 'silence';
      performance.now = () => seconds * 1000;
    });

    afterEach(() => {
      performance.now = now;
    });

    it('a new leader is told, at most once in 30 seconds, and nothing while frozen', async () => {
      const element = await board(counted({ amina: 2, gilles: 1 }));
      expect(region.textContent, 'who leads at first is no news').to.equal('silence');
      await show(element, counted({ amina: 2, gilles: 3 }));
      expect(region.textContent).to.equal(more.leads('Gilles Lavergne', '60.0%'));
      seconds += 29;
      await show(element, counted({ amina: 4, gilles: 3 }));
      expect(region.textContent).to.contain('Gilles Lavergne');
      seconds += 2;
      await show(element, counted({ amina: 5, gilles: 3 }));
      expect(region.textContent).to.equal(more.leads('Amina Belkacem', '62.5%'));
      seconds += 10;
      await show(element, counted({ amina: 5, gilles: 7 }));
      button(element, more.pause).click();
      seconds += 60;
      await show(element, counted({ amina: 5, gilles: 9 }));
      expect(region.textContent).to.contain('Amina Belkacem');
    });

    it('more votes for the same leader are no news', async () => {
      const element = await board(counted({ amina: 2, gilles: 1 }));
      seconds += 100;
      await show(element, counted({ amina: 2000, gilles: 1 }));
      expect(region.textContent).to.equal('silence');
    });

    it('nothing is said of results that are hidden', async () => {
      const element = await board(counted({ amina: 2, gilles: 1 }));
      seconds += 100;
      await show(element, readySnapshot({ results: { hidden: 'until-voted' } }));
      await aTimeout(0);
      expect(region.textContent).to.equal('silence');
    });
  });

  it('follows the calendar’s end: the same list under a proclamation', async () => {
    const element = await board(
      counted(
        { amina: 2, gilles: 1 },
        { phase: 'proclaimed', clock: { now: () => Date.parse(during.proclaimed), rate: 1 } },
      ),
    );
    expect(read(element)[0]).to.equal('1 Amina Belkacem 66.7% 2 votes');
    await expect(element).to.be.accessible();
  });
});
