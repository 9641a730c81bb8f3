import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { campaignWords } from '../../../src/elements/shared/campaign-words.js';
import type { VoixCampaign } from '../../../src/elements/voix-campaign/voix-campaign.js';
import '../../../src/elements/voix-campaign/voix-campaign.js';
import { campaign as en } from '../../../src/locales/en-campaign.js';
import { campaign as fr } from '../../../src/locales/fr-campaign.js';
import type { Campaign, CampaignEntry } from '../../../src/model/campaign.js';
import { ElectionError } from '../../../src/model/errors.js';
import type { ReadySnapshot } from '../../../src/model/snapshot.js';
import {
  adjusted,
  button,
  eventually,
  everywhere,
  focused,
  heard,
  only,
  seen,
  shown,
  speak,
} from '../page.js';
import { spilt } from '../sight.js';
import { during, election, readySnapshot } from '../snapshots.js';

const { title, calendar } = election();
const clock = { now: Date.parse(during.voting), rate: 1 };

const entry = (name: string, changes: Partial<CampaignEntry> = {}): CampaignEntry => ({
  id: name.toLowerCase(),
  title,
  brand: { id: name.toLowerCase(), name, colour: '#14594d', url: 'https://brand.example/' },
  calendar,
  candidates: 3,
  ...changes,
});
const amina = { id: 'amina', name: 'Amina Belkacem' };
const past = { ...calendar, voting: '2026-12-01T00:00:00Z', counting: '2026-12-05T00:00:00Z' };
const over = { voting: past.voting, counting: past.counting, timeZone: 'UTC' };
const entries = [
  entry('Traverse', { ballots: 1000, leaders: [amina], permille: 500 }),
  entry('Danseuse', { ballots: 4, leaders: [amina, { id: 'b', name: 'Bruno' }], permille: 500 }),
  entry('Obole'),
  entry('Ondine', { ballots: 0 }),
  entry('Faux-Titre', { calendar: over, ballots: 9, leaders: [amina], permille: 700, outcome: 'elected' }),
  entry('Quenouille', { calendar: over, ballots: 9, leaders: [amina], permille: 500, outcome: 'tie' }),
  entry('Passagère', { calendar: over, ballots: 9, leaders: [amina], permille: 500, outcome: 'no-quorum' }),
  entry('Bécarre', { calendar: { ...calendar, voting: '2027-01-25T00:00:00Z' }, candidates: 0 }),
];

async function hung(campaign: Campaign | undefined, snapshot?: ReadySnapshot): Promise<VoixCampaign> {
  const element = await shown<VoixCampaign>(
    html`<voix-campaign
      .campaign=${campaign}
      .snapshot=${snapshot}
      link="/elections/{election}"
    ></voix-campaign>`,
  );
  await eventually(() => campaignWords('en', () => {}), 'the words do not come');
  await element.updateComplete;
  return element;
}

const posters = (element: Element) => everywhere(element, '.wall > li');
const posterOf = (element: Element, brand: string): HTMLElement => {
  const found = posters(element).find((one) => seen(only(one, '.band b')) === brand);
  if (!found) throw new Error(`no poster of ${brand}`);
  return found;
};

describe('voix-campaign', () => {
  afterEach(async () => {
    document.documentElement.lang = 'en';
    await setViewport({ width: 800, height: 600 });
  });

  it('a poster an election: brand, question, what comes next, who stands, who votes, who leads', async () => {
    const element = await hung({ clock, entries });
    expect(posters(element)).to.have.length(8);
    expect(seen(posterOf(element, 'Traverse'))).to.equal(
      `Traverse Vote ${title} Voting closes on Jan 31, in 10 days 3 candidates · 1,000 ballots ${en.leads} Amina Belkacem 50.0% of the ballots`,
    );
    expect(only<HTMLAnchorElement>(posterOf(element, 'Traverse'), 'a').pathname).to.equal(
      '/elections/traverse',
    );
    const band = only(posterOf(element, 'Traverse'), '.band');
    expect(getComputedStyle(band).backgroundColor, 'in the brand’s colour').to.equal('rgb(20, 89, 77)');
    await expect(element).to.be.accessible();
  });

  it('what is hidden, empty, level, elected, a tie, without quorum: each said as it is', async () => {
    const element = await hung({ clock, entries });
    const says = (brand: string, words: string) =>
      expect(seen(posterOf(element, brand)), brand).to.contain(words);
    says('Obole', en.hidden);
    says('Ondine', en.noBallots);
    says('Danseuse', `${en.level} Amina Belkacem and Bruno`);
    says('Faux-Titre', `${en.presides} Amina Belkacem`);
    says('Quenouille', en.tie);
    says('Passagère', en.noQuorum);
    says('Bécarre', en.nobodyYet);
    expect(seen(posterOf(element, 'Bécarre'))).not.to.contain(en.hidden);
  });

  it('by keyboard alone: search, phase, first poster; how many there are is said', async () => {
    const element = await hung({ clock, entries });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'becarre' });
    await eventually(() => posters(element).length === 1);
    expect(seen(only(element, '[role="status"]'))).to.equal('1 election');
    for (let i = 0; i < 7; i++) await sendKeys({ press: 'Backspace' });
    await sendKeys({ press: 'Tab' });
    expect(focused()?.getAttribute('type')).to.equal('radio');
    await sendKeys({ press: 'ArrowDown' });
    await eventually(() => posters(element).length === 4);
    await sendKeys({ press: 'Tab' });
    expect(focused()?.localName).to.equal('a');
    const radios = (await heard()).filter(({ role }) => role === 'radio');
    expect(radios.map(({ name, checked }) => [name, checked])).to.deep.equal([
      ['All 8', false],
      ['Vote 4', true],
      ['Campaign 1', false],
      ['Proclamation 3', false],
    ]);
  });

  it('nothing found: a sentence, and a way on', async () => {
    const element = await hung({ clock, entries });
    const search = only<HTMLInputElement>(element, '[type="search"]');
    search.value = 'nowhere';
    search.dispatchEvent(new InputEvent('input'));
    await element.updateComplete;
    expect(seen(element)).to.contain(en.none);
    await expect(element).to.be.accessible();
  });

  it('five hundred: a screenful at first, then two dozen, the others when they are asked for', async () => {
    const many = Array.from({ length: 500 }, (_, i) => entry(`Brand ${i}`));
    // Whose sentences are there once another has been hung: it draws at once, before any frame.
    await hung({ clock, entries });
    const element = document.createElement('voix-campaign');
    element.campaign = { clock, entries: many };
    document.body.append(element);
    await element.updateComplete;
    expect(posters(element)).to.have.length(12);
    await eventually(() => posters(element).length === 24);
    button(element, en.others(476, '476')).click();
    await element.updateComplete;
    expect(posters(element)).to.have.length(48);
    element.remove();
  });

  it('one brand alone: its poster, and nothing to choose from', async () => {
    const element = await hung({ clock, entries: entries.slice(0, 1) });
    expect(everywhere(element, 'input')).to.have.length(0);
    expect(posters(element)).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('none yet, on their way, out of reach and then not', async () => {
    expect(seen(await hung({ clock, entries: [] }))).to.equal(en.empty);
    let fails = true;
    const community = async () => ({
      campaign: {
        campaign: async () => {
          if (fails) throw new ElectionError('offline');
          return { clock, entries };
        },
        assembly: async () => ({ clock, seats: [] }),
      },
    });
    const element = await hung(undefined, readySnapshot({ community }));
    await eventually(() => seen(element).includes(en.failed));
    await expect(element).to.be.accessible();
    fails = false;
    button(element, en.again).click();
    await eventually(() => posters(element).length === 8);
    const nobody = await hung(undefined);
    expect(seen(nobody)).to.equal(en.waiting);
  });

  it('where nothing links to the elections, the brand’s site, if it is one', async () => {
    const entries = [entry('Traverse'), entry('Obole')];
    entries[1] = {
      ...entries[1]!,
      brand: { id: 'x', name: 'Obole', url: 'javascript:alert(1)', colour: 'red;--x:1' },
    };
    const element = await hung({ clock, entries });
    element.link = undefined;
    await element.updateComplete;
    expect(everywhere<HTMLAnchorElement>(element, 'a').map(({ href }) => href)).to.deep.equal([
      'https://brand.example/',
    ]);
    expect(posterOf(element, 'Obole').getAttribute('style')).to.equal('');
  });

  adjusted('on a narrow screen nothing sticks out', async () => {
    await setViewport({ width: 320, height: 700 });
    const element = await hung({ clock, entries });
    expect(spilt(element)).to.deep.equal([]);
  });

  it('speaks the page’s language, as soon as it changes', async () => {
    const element = await hung({ clock, entries });
    await speak('fr');
    await eventually(() => seen(element).includes(fr.level));
    expect(seen(posterOf(element, 'Traverse'))).to.contain('1 000 bulletins');
    await expect(element).to.be.accessible();
  });
});
