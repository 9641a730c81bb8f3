import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { messages as t } from '../../../src/locales/en.js';
import type { VoixProvider } from '../../../src/elements/voix-provider/voix-provider.js';
import { backendOf } from '../backend.js';
import { gallery } from '../gallery.js';
import { adjusted, button, eventually, everywhere, focused, only, seen, wordsReady } from '../page.js';
import { contrasts, spilt } from '../sight.js';
import { election } from '../snapshots.js';

/** But for the page's head: to unset that would put its scripts on show. */
const hostile = new CSSStyleSheet();
hostile.replaceSync(':not(head, head *) { all: unset !important }');

const root = document.documentElement;

describe('on a page that unsets everything', () => {
  before(() => {
    document.adoptedStyleSheets.push(hostile);
  });

  after(async () => {
    document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(hostile), 1);
    await setViewport({ width: 800, height: 600 });
  });

  beforeEach(() => localStorage.clear());

  for (const width of [320, 1280])
    adjusted(
      `${width} px: everything is there, readable, within the page, and large enough to press`,
      async () => {
        await setViewport({ width, height: 800 });
        const amiss: string[] = [];
        for (const [name, template] of gallery(election())) {
          const place = await fixture<HTMLElement>(html`<div>${template}</div>`);
          await wordsReady();
          await new Promise(requestAnimationFrame);
          if (name !== 'video' && !seen(place)) amiss.push(`${name} is empty`);
          if (root.scrollWidth > root.clientWidth) amiss.push(`${name} scrolls to ${root.scrollWidth}`);
          for (const text of spilt(place)) amiss.push(`${name}: ${text} sticks out`);
          for (const [ratio, text] of contrasts(place))
            if (ratio < 4.5) amiss.push(`${name}: ${text} ${ratio.toFixed(2)}`);
          for (const pressed of everywhere(place, 'button, summary').filter((one) => one.checkVisibility())) {
            const { width, height } = pressed.getBoundingClientRect();
            if (width < 24 || height < 24) amiss.push(`${name}: ${seen(pressed)} is ${width} × ${height}`);
          }
          place.remove();
        }
        expect(amiss).to.deep.equal([]);
      },
    );

  it('cards stand side by side where there is room, the results beside them', async () => {
    await setViewport({ width: 1280, height: 800 });
    const [, template] = gallery(election()).find(([name]) => name === 'election, voted')!;
    const place = await fixture<HTMLElement>(html`<div>${template}</div>`);
    await eventually(() => seen(place).includes('60.0% 600 votes'));
    const boxes = everywhere(place, 'voix-candidate-card').map((card) =>
      only(card, 'article').getBoundingClientRect(),
    );
    expect(boxes[1]!.left).to.be.at.least(boxes[0]!.right);
  });

  it('one can vote, by keyboard', async () => {
    const provider = await fixture<VoixProvider>(
      html`<voix-provider election="traverse" .adapter=${backendOf(election())}
        ><voix-election></voix-election
      ></voix-provider>`,
    );
    await eventually(() => seen(provider).includes(t.vote('Gilles Lavergne')));
    button(provider, t.vote('Gilles Lavergne')).focus();
    await eventually(() => button(provider, t.vote('Gilles Lavergne')).ariaDisabled === 'false');
    expect(getComputedStyle(focused()!).outlineStyle, 'the focus is seen').not.to.equal('none');
    await sendKeys({ press: 'Enter' });
    await eventually(() => seen(provider).includes(t.cast));
    const { top, bottom } = only(provider, 'dialog').getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    await sendKeys({ press: 'Enter' });
    await eventually(() => seen(provider).includes(t.stub));
  });
});

describe('a host’s own settings', () => {
  it('do not reach inside: a page’s rules for buttons and headings change nothing', async () => {
    const rules = new CSSStyleSheet();
    rules.replaceSync(
      'button, h2, h3, p, ol, li, dialog { display: none !important; color: red !important }',
    );
    document.adoptedStyleSheets.push(rules);
    const [, template] = gallery(election()).find(([name]) => name === 'election, open')!;
    const place = await fixture<HTMLElement>(html`<div>${template}</div>`);
    await wordsReady();
    expect(seen(place)).to.contain(t.vote('Amina Belkacem'));
    document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(rules), 1);
  });

  it('nothing of ours reaches out: no global rule, no global name, no attribute on the page', async () => {
    const sheets = document.adoptedStyleSheets.length + document.styleSheets.length;
    const before = new Set(Object.getOwnPropertyNames(window));
    const attributes = root.outerHTML.split('>')[0];
    const place = await fixture<HTMLElement>(
      html`<div>${gallery(election()).map(([, template]) => template)}</div>`,
    );
    await wordsReady();
    expect(seen(place)).not.to.equal('');
    expect(document.adoptedStyleSheets.length + document.styleSheets.length).to.equal(sheets);
    expect(Object.getOwnPropertyNames(window).filter((name) => !before.has(name))).to.deep.equal([]);
    expect(root.outerHTML.split('>')[0]).to.equal(attributes);
  });

  it('what one speaks of is kept on the device under voix: alone, and no cookie', async () => {
    localStorage.clear();
    const provider = await fixture<VoixProvider>(
      html`<voix-provider election="traverse" .adapter=${backendOf(election())}></voix-provider>`,
    );
    await eventually(() => provider.snapshot.status === 'ready');
    expect(Object.keys(localStorage)).to.deep.equal(['voix:election:traverse']);
    expect(document.cookie).to.equal('');
    expect(sessionStorage.length).to.equal(0);
  });
});
