import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { gallery } from '../gallery.js';
import { describeAdjusted, speak, wordsReady } from '../page.js';
import { spilt, squeezed } from '../sight.js';
import { election } from '../snapshots.js';
import { typeset } from '../typeset.js';

const root = document.documentElement;
const long = election({
  title: 'Qui présidera les voyageuses et les voyageurs des petites gares de Traverse ?',
  candidates: [
    {
      id: 'a',
      name: 'Marie-Ange Santoni-Castellani de la Rochefoucauld',
      town: 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson',
      slogan: 'Anticonstitutionnellement vôtre, du premier au dernier train.',
      manifesto: 'Je prends le train.\n\nJe demande un banc.',
    },
    { id: 'b', name: 'Gilles Lavergne' },
  ],
});

/** Shows each element alone, and gives what sticks out of the page, or is taken apart so as not to. */
async function amiss(): Promise<string[]> {
  const found: string[] = [];
  for (const [name, template] of gallery(long)) {
    const place = await fixture<HTMLElement>(html`<div>${template}</div>`);
    await wordsReady();
    await new Promise(requestAnimationFrame);
    const wide = root.scrollWidth > root.clientWidth ? [`scrolls to ${root.scrollWidth}`] : [];
    for (const what of [...wide, ...spilt(place), ...squeezed(place)]) found.push(`${name}: ${what}`);
    place.remove();
  }
  return found;
}

describeAdjusted('in little room', () => {
  before(typeset);
  afterEach(async () => {
    root.removeAttribute('dir');
    root.style.fontSize = '';
    document.body.style.fontSize = '';
    root.lang = 'en';
    await setViewport({ width: 800, height: 600 });
  });

  for (const lang of ['en', 'fr'])
    for (const dir of ['ltr', 'rtl'])
      it(`320 px wide, ${lang}, ${dir}: nothing sticks out, no word is taken apart`, async () => {
        await setViewport({ width: 320, height: 640 });
        root.dir = dir;
        await speak(lang);
        expect(await amiss()).to.deep.equal([]);
      });

  it('text twice as large, on a phone: nothing sticks out, no word is taken apart', async () => {
    await setViewport({ width: 390, height: 800 });
    root.style.fontSize = '200%';
    await speak('fr');
    expect(await amiss()).to.deep.equal([]);
  });

  it('text twice as large, 320 px wide: nothing sticks out, no word is taken apart', async () => {
    await setViewport({ width: 320, height: 640 });
    root.style.fontSize = '200%';
    await speak('fr');
    expect(await amiss()).to.deep.equal([]);
  });

  it('text twice as large, on a desk: nothing sticks out, no word is taken apart', async () => {
    await setViewport({ width: 1280, height: 800 });
    root.style.fontSize = '200%';
    await speak('fr');
    expect(await amiss()).to.deep.equal([]);
  });
});
