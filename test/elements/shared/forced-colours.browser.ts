import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { aroundTheVote } from '../around.js';
import { gallery } from '../gallery.js';
import { describeAdjusted, eventually, everywhere, forceColours, only, seen, wordsReady } from '../page.js';
import { contrasts } from '../sight.js';
import { election } from '../snapshots.js';

/** What tells a button from text where grounds are not drawn. */
function isToldApart(button: Element): boolean {
  const { borderTopStyle, textDecorationLine, outlineStyle } = getComputedStyle(button);
  return borderTopStyle !== 'none' || outlineStyle !== 'none' || textDecorationLine.includes('underline');
}

/** The border of a button that has none elsewhere is drawn here, and words may not touch it. */
function isGlued(button: Element): boolean {
  const words = new Range();
  words.selectNodeContents(button);
  const [inner, outer] = [words.getBoundingClientRect(), button.getBoundingClientRect()];
  const border = Number.parseFloat(getComputedStyle(button).borderLeftWidth);
  return border > 0 && inner.left - outer.left - border < 2;
}

describeAdjusted('where the visitor’s own colours are forced', () => {
  before(() => forceColours('active'));
  after(() => forceColours('none'));

  const all: readonly (readonly [string, TemplateResult])[] = [
    ...gallery(election()),
    ...aroundTheVote('Amina Belkacem'),
  ];

  it('everything is readable, and each button is told from text, its words apart from its border', async () => {
    const amiss: string[] = [];
    for (const [name, template] of all) {
      const place = await fixture<HTMLElement>(html`<div>${template}</div>`);
      await wordsReady();
      if (name !== 'video') await eventually(() => seen(place), `${name} does not come`);
      await new Promise(requestAnimationFrame);
      for (const [ratio, text] of contrasts(place))
        if (ratio < 4.5) amiss.push(`${name}: ${text} ${ratio.toFixed(2)}`);
      for (const button of everywhere(place, 'button').filter((one) => one.checkVisibility())) {
        if (isGlued(button)) amiss.push(`${name}: “${seen(button)}” touches its border`);
        // What cannot be pressed says why, and is a text.
        if (button.ariaDisabled === 'true') continue;
        if (!isToldApart(button)) amiss.push(`${name}: “${seen(button)}” looks like text`);
      }
      place.remove();
    }
    expect(amiss).to.deep.equal([]);
  });

  it('a bar is drawn all the same, with an edge of its own', async () => {
    const [, template] = gallery(election()).find(([name]) => name === 'bar')!;
    const place = await fixture<HTMLElement>(html`<div>${template}</div>`);
    const [bar] = everywhere(place, '.bar');
    const system = document.body.appendChild(document.createElement('p'));
    system.style.setProperty('background', 'Highlight');
    expect(getComputedStyle(bar!).borderTopStyle).to.equal('solid');
    expect(getComputedStyle(only(place, '.bar i')).backgroundColor).to.equal(
      getComputedStyle(system).backgroundColor,
    );
    system.remove();
  });
});
