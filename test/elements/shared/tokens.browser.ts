import { expect, fixture, html } from '@open-wc/testing';
import { messages as t } from '../../../src/locales/en.js';
import { mulberry32 } from '../../../src/model/order.js';
import { gallery } from '../gallery.js';
import { eventually, everywhere, seen, texts, wordsReady } from '../page.js';
import { contrasts } from '../sight.js';
import { election } from '../snapshots.js';

/** Forty colours of brands: the ends of every scale, then what a seed gives. */
const random = mulberry32(2011);
const COLOURS = [
  '#000000',
  '#ffffff',
  '#fffffe',
  '#010101',
  '#ffff00',
  '#00ffff',
  '#0000ff',
  '#ff0000',
  '#00ff00',
  '#777777',
  '#f5f5dc',
  '#14594d',
  ...Array.from(
    { length: 28 },
    () =>
      `#${Math.floor(random() * 2 ** 24)
        .toString(16)
        .padStart(6, '0')}`,
  ),
];

/** What differs in colour, side by side on a page of the scheme's own ground. */
async function wall(): Promise<HTMLElement> {
  const shown = ['button, kept', 'election, voted', 'elected', 'paper'];
  const place = await fixture<HTMLElement>(
    html`<div style="background: Canvas">
      ${gallery(election()).flatMap(([name, template]) => (shown.includes(name) ? [template] : []))}
    </div>`,
  );
  await wordsReady();
  await eventually(() => seen(place).includes(t.cast) && seen(place).includes('60.0% 600 votes'));
  return place;
}

describe('colours derived from the brand’s', () => {
  for (const scheme of ['light', 'dark'] as const)
    it(`every text reaches 4.5:1 in forty brands’ colours, ${scheme}`, async () => {
      const place = await wall();
      place.style.colorScheme = scheme;
      expect([...texts(place)].length, 'there is much to read').to.be.above(50);
      const faint: string[] = [];
      for (const colour of COLOURS) {
        place.style.setProperty('--voix-colour', colour);
        for (const [ratio, text] of contrasts(place))
          if (ratio < 4.5) faint.push(`${colour}: ${text} ${ratio.toFixed(2)}`);
      }
      expect(faint).to.deep.equal([]);
    });

  it('the main button is in the brand’s very colour', async () => {
    const place = await wall();
    place.style.setProperty('--voix-colour', '#c8102e');
    const [main] = everywhere(place, 'button.main');
    expect(getComputedStyle(main!).backgroundColor).to.equal('rgb(200, 16, 46)');
  });

  it('a colour that is none: the house’s own, and readable', async () => {
    const place = await wall();
    const [main] = everywhere(place, 'button.main');
    for (const colour of ['', 'no colour', 'url(https://elsewhere.example/)']) {
      place.style.setProperty('--voix-colour', colour);
      expect(contrasts(main!)[0]?.[0]).to.be.at.least(4.5);
    }
  });
});

describe('radius, size and rhythm', () => {
  it('are the brand’s to set, on any ancestor', async () => {
    const place = await wall();
    const [main] = everywhere(place, 'button.main');
    place.style.setProperty('--voix-radius', '0px');
    place.style.setProperty('--voix-size', '20px');
    expect(getComputedStyle(main!).borderRadius).to.equal('0px');
    expect(getComputedStyle(main!).fontSize).to.equal('20px');
  });

  it('type is the page’s own', async () => {
    const place = await wall();
    place.style.fontFamily = 'monospace';
    expect([
      ...new Set(everywhere(place, 'h2, h3, button, p').map((one) => getComputedStyle(one).fontFamily)),
    ]).to.deep.equal(['monospace']);
  });
});
