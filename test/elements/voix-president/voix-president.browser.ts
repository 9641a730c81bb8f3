import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { VoixPresident } from '../../../src/elements/voix-president/voix-president.js';
import '../../../src/elements/voix-president/voix-president.js';
import { mandateWords } from '../../../src/elements/voix-president/words.js';
import { mandate as en } from '../../../src/locales/en-mandate.js';
import { mandate as fr } from '../../../src/locales/fr-mandate.js';
import { ElectionError } from '../../../src/model/errors.js';
import type { MandateView } from '../../../src/model/mandate.js';
import type { ReadySnapshot } from '../../../src/model/snapshot.js';
import { elected, mandate, offering, view } from '../mandates.js';
import { button, eventually, everywhere, focused, heard, only, seen, shown, speak } from '../page.js';
import { during, election, readySnapshot } from '../snapshots.js';

type Changes = Partial<ReadySnapshot> & { now?: string };

async function presiding(given: MandateView | undefined, changes: Changes = {}): Promise<VoixPresident> {
  const snapshot = readySnapshot({ now: during.mandate, outcome: elected, ...changes });
  const element = await shown<VoixPresident>(
    html`<voix-president
      .snapshot=${snapshot}
      .mandate=${given}
      link="/elections/{election}"
    ></voix-president>`,
  );
  await eventually(() => mandateWords('en', () => {}), 'the words do not come');
  await element.updateComplete;
  return element;
}

const parts = (element: Element, part: string) => everywhere(element, `[part='${part}']`);

describe('voix-president', () => {
  afterEach(() => {
    document.documentElement.lang = 'en';
  });

  it('the mandate: answer, term, programme, reports, dues, questions, what comes next', async () => {
    const element = await presiding(view);
    const headings = (await heard()).filter(({ role }) => role === 'heading').map(({ name }) => name);
    expect(headings).to.deep.equal([
      'Amina Belkacem',
      en.responses.welcomed,
      en.term,
      en.programme,
      'Visite de l’atelier de Brive',
      'Rendez-vous avec la direction',
      'Les nouveaux sièges',
      'Bilan à mi-mandat',
      en.reports,
      'Premier mois',
      'Ce que j’ai vu à Brive',
      en.privileges,
      en.obligations,
      en.questions,
      en.handover,
    ]);
    expect(seen(only(element, "[part='questions']")))
      .to.contain('78.0%')
      .and.to.contain('39 of 50 answered');
    expect(seen(only(element, "[part='programme']"))).to.contain('1 of 4 promises kept');
    expect(only<HTMLAnchorElement>(element, "[part='handover'] a").pathname).to.equal(
      '/elections/traverse-2',
    );
    await expect(element).to.be.accessible();
  });

  it('each date says how it stands, in words: kept, due, ahead', async () => {
    const element = await presiding(view);
    expect(everywhere(element, '.state').map(seen)).to.deep.equal([
      en.states.kept,
      en.states.due,
      en.states.ahead,
      en.states.ahead,
    ]);
    expect(seen(element)).to.contain(`${en.done} Trois rames vues`);
  });

  it('a brand that has not responded: the page says so, and for how many days', async () => {
    const element = await presiding({ mandate: { ...mandate, response: undefined as never } });
    expect(seen(only(element, "[part='response']"))).to.equal(en.silent(28, '28'));
    const never = await presiding({ mandate: null });
    expect(seen(never)).to.contain(en.silent(28, '28')).and.to.contain(en.noProgramme);
    await expect(never).to.be.accessible();
  });

  for (const kind of ['excused', 'refused'] as const)
    it(`${kind}: said as it is`, async () => {
      const response = { kind, at: '2027-02-03T09:00:00Z' };
      const element = await presiding({ mandate: { ...mandate, response } });
      expect(seen(only(element, "[part='response']"))).to.contain(en.responses[kind]);
      await expect(element).to.be.accessible();
    });

  it('what was announced with the rules holds until the mandate says more', async () => {
    const terms = { privileges: ['Un siège.'], obligations: ['Une page.'] };
    const changes = { election: election({ terms }) };
    const element = await presiding({ mandate: null }, changes);
    expect(seen(only(element, "[part='dues']")))
      .to.contain('Un siège.')
      .and.to.contain('Une page.');
    const more = await presiding(view, changes);
    expect(seen(only(more, "[part='dues']"))).not.to.contain('Un siège.');
  });

  it('the term: before it, in it, after it, and without an end', async () => {
    const said = async (changes: Changes) => seen(only(await presiding(view, changes), "[part='term']"));
    const calendar = { ...election().calendar, ended: '2027-08-15T20:00:00+02:00' };
    const lasting = { election: election({ calendar }) };
    expect(await said({})).to.equal(`${en.term} Since February 15, 2027`);
    expect(await said(lasting)).to.equal(
      `${en.term} From February 15, 2027 to August 15, 2027 168 days left`,
    );
    expect(await said({ ...lasting, now: during.proclaimed })).to.contain('Begins on');
    expect(await said({ ...lasting, now: '2027-09-01T00:00:00Z' })).to.contain('Ended on Aug 15');
  });

  it('asks the backend, says when it does not come, and asks again', async () => {
    let fails = true;
    const community = offering(async () => {
      if (fails) throw new ElectionError('offline');
      return view;
    });
    const element = await presiding(undefined, { community });
    await eventually(() => seen(element).includes(en.failed));
    await expect(element).to.be.accessible();
    fails = false;
    button(element, en.again).click();
    await eventually(() => parts(element, 'programme').length === 1);
    expect(seen(element)).not.to.contain(en.failed);
  });

  it('a backend that offers no mandate: the proclamation and the term, nothing else', async () => {
    const element = await presiding(undefined, { community: async () => ({}) });
    expect(parts(element, 'term')).to.have.length(1);
    expect(parts(element, 'programme')).to.have.length(0);
  });

  it('before the proclamation, and where nobody is elected', async () => {
    const before = await presiding(view, { outcome: undefined, now: during.voting });
    expect(seen(before)).to.equal(en.notYet);
    const tie = await presiding(view, {
      outcome: { kind: 'tie', candidates: ['amina', 'gilles'], votes: 2 },
    });
    expect(parts(tie, 'term')).to.have.length(0);
    await expect(tie).to.be.accessible();
  });

  it('by keyboard alone: the news is shared, a date is taken into one’s own calendar', async () => {
    const element = await presiding(view);
    const given: { name: string; text: string }[] = [];
    HTMLAnchorElement.prototype.click = function () {
      void fetch(this.href)
        .then((file) => file.text())
        .then((text) => given.push({ name: this.download, text }));
    };
    try {
      const share: ShareData[] = [];
      Object.assign(navigator, { share: async (data: ShareData) => void share.push(data) });
      await sendKeys({ press: 'Tab' });
      expect(focused()?.getAttribute('part')).to.contain('share');
      await sendKeys({ press: 'Enter' });
      await eventually(() => share.length === 1);
      expect(share[0]?.text).to.equal(en.news('Amina Belkacem', 'Traverse'));
      await sendKeys({ press: 'Tab' });
      expect(focused()?.getAttribute('aria-label')).to.equal(en.toCalendarOf('Les nouveaux sièges'));
      await sendKeys({ press: 'Enter' });
      await eventually(() => given.length === 1);
      expect(given[0]?.name).to.equal('collection.ics');
      expect(given[0]?.text).to.contain('DTSTART:20270410T080000Z').and.to.contain('LOCATION:Cahors');
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await eventually(() => given.length === 2);
      expect(given[1]?.text.match(/BEGIN:VEVENT/g)).to.have.length(2);
    } finally {
      delete (HTMLAnchorElement.prototype as { click?: unknown }).click;
      delete (navigator as { share?: unknown }).share;
    }
    await expect(element).to.be.accessible();
  });

  it('where the page may neither share nor copy, the address is there to be copied', async () => {
    const element = await presiding(view);
    Object.assign(navigator, { share: () => Promise.reject(new TypeError()) });
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    try {
      button(element, en.share).click();
      await eventually(() => everywhere(element, '#address').length === 1);
      expect(only<HTMLInputElement>(element, '#address').value).to.equal(new URL('', document.baseURI).href);
      await expect(element).to.be.accessible();
    } finally {
      delete (navigator as { share?: unknown }).share;
      delete (navigator as { clipboard?: unknown }).clipboard;
    }
  });

  it('what others wrote is text: no markup, no address but https', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const element = await presiding({
      mandate: {
        ...mandate,
        milestones: [{ id: 'a', title: hostile, at: '2027-02-20T09:00:00Z', place: hostile }],
        reports: [
          {
            id: 'r',
            title: hostile,
            text: hostile,
            at: '2027-02-20T09:00:00Z',
            photos: [{ src: 'javascript:alert(1)' }],
          },
        ],
      },
    });
    expect(everywhere(element, 'img')).to.have.length(0);
    expect(seen(element)).to.contain(hostile);
  });

  it('speaks the page’s language, as soon as it changes', async () => {
    const element = await presiding(view);
    await speak('fr');
    await eventually(() => seen(element).includes(fr.programme));
    expect(seen(element)).to.contain('Depuis le 15 février 2027');
    await expect(element).to.be.accessible();
  });
});
