import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { aroundTheVote } from '../around.js';
import { adjusted, eventually, everywhere, seen, speak } from '../page.js';
import { contrasts, spilt, squeezed } from '../sight.js';
import { typeset } from '../typeset.js';

const root = document.documentElement;

/** But for the page's head: to unset that would put its scripts on show. */
const hostile = new CSSStyleSheet();
hostile.replaceSync(':not(head, head *) { all: unset !important }');

/** A long name of long words. */
const LONG = 'Marie-Ange Santoni-Castellani, Saint-Remy-en-Bouzemont';

/** Shows each element alone, whole, to whoever looks at it. */
async function each(text: string, look: (name: string, place: HTMLElement) => unknown): Promise<void> {
  const asRead = text.replace(/\s+/g, ' ').trim();
  for (const [name, template] of aroundTheVote(text)) {
    const place = await fixture<HTMLElement>(html`<div style="background: Canvas">${template}</div>`);
    await eventually(() => seen(place).includes(asRead), `${name} does not come`);
    await new Promise(requestAnimationFrame);
    await look(name, place);
    place.remove();
  }
}

/** What sticks out, is taken apart, too faint or too small to press. */
async function amiss(text = LONG): Promise<string[]> {
  const found: string[] = [];
  await each(text, (name, place) => {
    const said = (what: string) => found.push(`${name}: ${what}`);
    if (root.scrollWidth > root.clientWidth) said(`scrolls to ${root.scrollWidth}`);
    for (const out of spilt(place)) said(`${out} sticks out`);
    for (const apart of squeezed(place)) said(`${apart} is taken apart`);
    for (const [ratio, faint] of contrasts(place)) if (ratio < 4.5) said(`${faint} ${ratio.toFixed(2)}`);
    for (const pressed of everywhere(place, 'button, summary').filter((one) => one.checkVisibility())) {
      const { width, height } = pressed.getBoundingClientRect();
      if (width < 24 || height < 24) said(`${seen(pressed)} is ${width} × ${height}`);
    }
  });
  return found;
}

describe('what stands around the vote', () => {
  before(typeset);
  afterEach(async () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== hostile);
    root.removeAttribute('dir');
    root.style.fontSize = '';
    root.style.colorScheme = '';
    root.lang = 'en';
    await setViewport({ width: 800, height: 600 });
  });

  for (const width of [320, 1280])
    adjusted(
      `${width} px, on a page that unsets everything: readable, within the page, large enough to press`,
      async () => {
        await setViewport({ width, height: 800 });
        document.adoptedStyleSheets.push(hostile);
        expect(await amiss()).to.deep.equal([]);
      },
    );

  adjusted('320 px, from right to left, in French: nothing sticks out, no word is taken apart', async () => {
    await setViewport({ width: 320, height: 640 });
    root.dir = 'rtl';
    await speak('fr');
    expect(await amiss()).to.deep.equal([]);
  });

  adjusted('text twice as large, on a phone: nothing sticks out, no word is taken apart', async () => {
    await setViewport({ width: 390, height: 800 });
    root.style.fontSize = '200%';
    await speak('fr');
    expect(await amiss()).to.deep.equal([]);
  });

  adjusted('text twice as large, 320 px wide: nothing sticks out, no word is taken apart', async () => {
    await setViewport({ width: 320, height: 640 });
    root.style.fontSize = '200%';
    await speak('fr');
    expect(await amiss()).to.deep.equal([]);
  });

  it('is readable in the dark', async () => {
    root.style.colorScheme = 'dark';
    expect(await amiss()).to.deep.equal([]);
  });

  for (const scheme of ['light', 'dark'] as const)
    it(`every text reaches 4.5:1 in the colours of brands that are hard to read on, ${scheme}`, async () => {
      root.style.colorScheme = scheme;
      const faint: string[] = [];
      for (const colour of ['#000000', '#ffffff', '#ffff00', '#0000ff', '#ff0000', '#777777', '#f5f5dc'])
        for (const [name, template] of aroundTheVote('Amina', colour)) {
          if (!['campaign', 'assembly', 'president', 'questions'].includes(name)) continue;
          const place = await fixture<HTMLElement>(html`<div style="background: Canvas">${template}</div>`);
          await eventually(() => seen(place).includes('Amina'), `${name} does not come`);
          for (const [ratio, text] of contrasts(place))
            if (ratio < 4.5) faint.push(`${name}, ${colour}: ${text} ${ratio.toFixed(2)}`);
          place.remove();
        }
      expect(faint).to.deep.equal([]);
    });

  for (const [what, word] of Object.entries({
    'an image with a script': '<img src="/nowhere-at-all" onerror="window.pwned = true">',
    'five hundred letters without a space': 'W'.repeat(500),
    'signs piled up': 'Z\u0300\u0301\u0302\u0303\u0304'.repeat(20),
  }))
    adjusted(`${what}: text, as it was written, and within the page`, async () => {
      await setViewport({ width: 320, height: 640 });
      const out: string[] = [];
      await each(word, (name, place) => {
        expect(everywhere(place, 'script, [onerror], img[src*="nowhere"]'), name).to.have.length(0);
        if (root.scrollWidth > root.clientWidth) out.push(`${name}: scrolls to ${root.scrollWidth}`);
        out.push(...spilt(place).map((text) => `${name}: ${text}`));
      });
      expect(window.pwned).to.equal(undefined);
      expect(out).to.deep.equal([]);
    });
});
