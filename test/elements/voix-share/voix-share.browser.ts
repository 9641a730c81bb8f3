import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import decode from 'qr/decode.js';
import type { VoixShare } from '../../../src/elements/voix-share/voix-share.js';
import '../../../src/elements/voix-share/voix-share.js';
import { share as en } from '../../../src/locales/en-share.js';
import {
  adjusted,
  button,
  eventually,
  everywhere,
  focused,
  forceColours,
  heard,
  only,
  seen,
  shown,
} from '../page.js';
import { election, readySnapshot } from '../snapshots.js';

const ADDRESS = 'https://votes.example/elections/traverse/candidates/amina';
const community = async () => ({
  share: { address: (of: string, id: string) => `https://votes.example/elections/${of}/candidates/${id}` },
});

async function panel(more: { readonly community?: undefined } = {}): Promise<VoixShare> {
  const element = await shown<VoixShare>(
    html`<voix-share
      candidate="amina"
      .community=${'community' in more ? undefined : community}
      .snapshot=${readySnapshot({ election: election() })}
    ></voix-share>`,
  );
  await eventually(() => everywhere(element, 'input').length === 1, 'the panel does not come');
  if (!('community' in more)) expect(field(element).value).to.equal(ADDRESS);
  return element;
}

const field = (element: VoixShare) => only<HTMLInputElement>(element, 'input');

/** Puts something in the place of what the browser has, until the test is over. */
const undo: (() => void)[] = [];
function instead(name: 'share' | 'clipboard', value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(navigator, name);
  Object.defineProperty(navigator, name, { configurable: true, value });
  undo.push(() => {
    if (before) Object.defineProperty(navigator, name, before);
    else delete (navigator as unknown as Record<string, unknown>)[name];
  });
}

/** The code as a camera sees it. */
async function scanned(code: SVGSVGElement): Promise<string> {
  const copy = code.cloneNode(true) as SVGSVGElement;
  for (const side of ['width', 'height']) copy.setAttribute(side, '400');
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(400, 400).getContext('2d')!;
  canvas.fillStyle = '#fff';
  canvas.fillRect(0, 0, 400, 400);
  canvas.drawImage(image, 0, 0);
  return decode(canvas.getImageData(0, 0, 400, 400));
}

describe('voix-share', () => {
  afterEach(() => undo.splice(0).forEach((each) => each()));

  it('shows the candidate’s own address, and a code that leads there', async () => {
    const element = await panel();
    expect(seen(element)).to.contain(en.share('Amina Belkacem'));
    expect(await scanned(only<SVGSVGElement>(element, 'svg'))).to.equal(ADDRESS);
    await expect(element).to.be.accessible();
  });

  it('gives no address before the backend has said which it is', async () => {
    let tell = (_: Awaited<ReturnType<typeof community>>): void => {};
    const telling = new Promise<Awaited<ReturnType<typeof community>>>((resolve) => (tell = resolve));
    const element = await shown<VoixShare>(
      html`<voix-share
        candidate="amina"
        .community=${() => telling}
        .snapshot=${readySnapshot({ election: election() })}
      ></voix-share>`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(everywhere(element, 'input')).to.have.lengthOf(0);
    tell(await community());
    await eventually(() => everywhere(element, 'input').length === 1);
    expect(field(element).value).to.equal(ADDRESS);
  });

  it('without a backend’s address, shares this page at that candidate', async () => {
    const element = await panel({ community: undefined });
    expect(field(element).value).to.equal(`${location.href.replace(/#.*$/, '')}#voix=traverse/amina`);
  });

  it('copies, and says so to those who look and to those who listen', async () => {
    let copied = '';
    instead('clipboard', { writeText: async (text: string) => void (copied = text) });
    const element = await panel();
    button(element, en.copy).click();
    await eventually(() => seen(element).includes(en.copied));
    expect(copied).to.equal(ADDRESS);
    expect((await heard()).some(({ role }) => role === 'status')).to.equal(true);
  });

  it('selects the address where the page may not copy', async () => {
    instead('clipboard', undefined);
    const element = await panel();
    button(element, en.copy).click();
    await eventually(() => seen(element).includes(en.copyByHand));
    await eventually(() => focused() === field(element));
    expect(field(element).selectionEnd).to.equal(ADDRESS.length);
  });

  it('offers the device’s own ways where it has any, and takes no offence when they are not taken', async () => {
    const given: ShareData[] = [];
    instead('share', async (data: ShareData) => {
      given.push(data);
      throw new DOMException('changed their mind', 'AbortError');
    });
    const element = await panel();
    button(element, en.send).click();
    await eventually(() => given.length === 1);
    expect(given[0]).to.deep.equal({ title: `Amina Belkacem – ${election().title}`, url: ADDRESS });
    await element.updateComplete;
    expect(seen(element)).not.to.contain(en.copied);
  });

  it('copies where the device then cannot share after all', async () => {
    instead('share', () => Promise.reject(new DOMException('no', 'NotAllowedError')));
    instead('clipboard', { writeText: async () => {} });
    const element = await panel();
    button(element, en.send).click();
    await eventually(() => seen(element).includes(en.copied));
  });

  it('prints a poster that says who it is, with the code and the address in words', async () => {
    const element = await panel();
    let sheet = '';
    const root = element.renderRoot as ShadowRoot;
    const append = root.append.bind(root);
    // Before the element's own listener, whenever the engine loads an empty page.
    root.append = (...frames: (HTMLIFrameElement | string)[]) => {
      for (const frame of frames)
        if (frame instanceof HTMLIFrameElement)
          frame.addEventListener('load', () => listen(frame.contentWindow!), { capture: true });
      append(...frames);
    };
    const listen = (page: Window) => (page.print = () => (sheet = page.document.body.textContent));
    button(element, en.print).click();
    await eventually(() => sheet, 'nothing is printed');
    for (const words of ['Amina Belkacem', en.scan, ADDRESS, election().title])
      expect(sheet).to.contain(words);
  });

  it('goes by keyboard: the address, then each way, in the order in which they are read', async () => {
    instead('share', async () => {});
    const element = await panel();
    field(element).focus();
    const reached: string[] = [];
    for (let i = 0; i < 3; i++) {
      await sendKeys({ press: 'Tab' });
      reached.push(seen(focused()!));
    }
    expect(reached).to.deep.equal([en.send, en.copy, en.print]);
  });

  it('is heard as what it is', async () => {
    await panel();
    const found = (await heard()).map(({ role, name, level }) =>
      [role, name, level].filter(Boolean).join(' '),
    );
    expect(
      found.filter((one) => !/^(LabelText|status|InlineTextBox|generic|Figcaption)/i.test(one)),
    ).to.include.members([
      `region ${en.share('Amina Belkacem')}`,
      `heading ${en.share('Amina Belkacem')} 3`,
      `textbox ${en.address}`,
      `button ${en.copy}`,
      `image ${en.codeOf('Amina Belkacem')}`,
    ]);
  });

  adjusted(
    'keeps to a narrow place, with targets that a thumb hits; and its code black on white in forced colours',
    async () => {
      await setViewport({ width: 320, height: 700 });
      const element = await panel();
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const one of everywhere(element, 'button'))
        expect(one.getBoundingClientRect().height).to.be.at.least(44);
      await forceColours('active');
      const style = getComputedStyle(only<SVGSVGElement>(element, 'svg'));
      expect([style.backgroundColor, style.fill]).to.deep.equal(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
      await forceColours('none');
      await setViewport({ width: 800, height: 600 });
    },
  );
});
