import { expect, fixture, html } from '@open-wc/testing';
import { currentLanguage } from '../../../src/elements/shared/localize.js';
import { messages as en } from '../../../src/locales/en.js';
import { more as enMore } from '../../../src/locales/en-more.js';
import { messages as fr } from '../../../src/locales/fr.js';
import { more as frMore } from '../../../src/locales/fr-more.js';
import { gallery } from '../gallery.js';
import { eventually, everywhere, seen, speak, wordsReady } from '../page.js';
import { election, readySnapshot } from '../snapshots.js';
import type { VoixVoteButton } from '../../../src/elements/voix-vote-button/voix-vote-button.js';

const button = (now: string) =>
  fixture<VoixVoteButton>(
    html`<voix-vote-button candidate="amina" .snapshot=${readySnapshot({ now })}></voix-vote-button>`,
  );
/** Resolves once nothing has come for a while: parts that are brought in come when they come. */
async function stands(place: HTMLElement): Promise<void> {
  let [before, looks] = ['', 0];
  await eventually(() => {
    const now = seen(place);
    looks = now === before ? looks + 1 : 0;
    before = now;
    return looks > 25;
  });
}

const EARLY = '2026-12-20T12:00:00Z';

describe('the page’s language', () => {
  afterEach(() => speak('en'));

  it('changes everything on the page at once, and back', async () => {
    const place = await fixture<HTMLElement>(
      html`<div>${gallery(election()).map(([, template]) => template)}</div>`,
    );
    for (const last of ['60.0% 600 votes', enMore.president, enMore.tieNext, en.cast])
      await eventually(() => seen(place).includes(last));
    await stands(place);
    const english = seen(place);
    await speak('fr');
    await eventually(() => seen(place).includes('60,0 % 600 voix'), 'it does not change');
    await eventually(() => seen(place).includes(frMore.president));
    const french = seen(place);
    expect(french)
      .to.contain(fr.vote('Amina Belkacem'))
      .and.to.contain(fr.cast)
      .and.to.contain(frMore.tieNext);
    expect(french).to.contain('Le vote ferme dimanche 31 janvier à 20:00 UTC+1 – dans 10 jours');
    for (const word of [en.yourVote, en.cast, en.manifesto, 'ballots', 'ahead', 'Freeze'])
      expect(french, word).not.to.contain(word);
    await speak('en');
    await eventually(() => seen(place) === english, 'it is not as it was before');
  });

  it('is that of whoever asked last, however fast the page changes its mind', async () => {
    const element = await button(EARLY);
    for (const lang of ['fr', 'en', 'fr', 'en', 'fr']) document.documentElement.lang = lang;
    await eventually(() => seen(element) === fr.notOpen('1er janv.'));
    await speak('en');
    expect(seen(element)).to.equal(en.notOpen('Jan 1'));
  });

  for (const [lang, says] of [
    ['fr-FR', fr.notOpen('1er janv.')],
    ['fr-CA', fr.notOpen('1er janv.')],
    ['en-GB', en.notOpen('1 Jan')],
    ['FR', fr.notOpen('1er janv.')],
    ['fr_FR', fr.notOpen('1er janv.')],
    ['fr-', fr.notOpen('1er janv.')],
    ['fr-FR ', fr.notOpen('1er janv.')],
    ['fr-FR-x-', fr.notOpen('1er janv.')],
    ['de', en.notOpen('Jan 1')],
    ['', en.notOpen('Jan 1')],
    ['no language', en.notOpen('Jan 1')],
    ['constructor', en.notOpen('Jan 1')],
    ['__proto__', en.notOpen('Jan 1')],
    ['*', en.notOpen('Jan 1')],
  ] as const)
    it(`lang="${lang}": ${says}`, async () => {
      document.documentElement.lang = lang;
      const element = await button(EARLY);
      await eventually(() => seen(element) === says, `it says: ${seen(element)}`);
    });

  it('an element that comes later speaks it from the start', async () => {
    await speak('fr');
    expect(seen(await button(EARLY))).to.equal(fr.notOpen('1er janv.'));
  });

  it('an element that was away while it changed speaks it when it is back', async () => {
    const element = await button(EARLY);
    const place = element.parentElement!;
    element.remove();
    await speak('fr');
    place.append(element);
    await eventually(() => seen(element) === fr.notOpen('1er janv.'), `it says: ${seen(element)}`);
  });

  it('formatters are made once a language', async () => {
    await wordsReady();
    const formats = currentLanguage()?.f;
    await button(EARLY);
    expect(currentLanguage()?.f).to.equal(formats);
  });

  it('does not touch the words of candidates and brands, which keep their own', async () => {
    const [, template] = gallery(election()).find(([name]) => name === 'election, open')!;
    const place = await fixture<HTMLElement>(html`<div>${template}</div>`);
    await wordsReady();
    const marked = everywhere(place, '[lang]').map((one) => [one.lang, seen(one)]);
    expect(marked).to.deep.include(['fr', 'Qui présidera les voyageurs de Traverse ?']);
    expect(marked.every(([lang]) => lang === 'fr')).to.equal(true);
  });
});
