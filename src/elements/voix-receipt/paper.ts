import { html, nothing, render, type TemplateResult } from 'lit';
import type { Receipt } from '../../model/ballot.js';
import { sheet } from './paper.css.js';
import { qrCode } from './qr.js';
import { hourOf, type OnStub } from './stub.js';

export interface OnPaper extends OnStub {
  readonly receipt: Receipt;
  /** Whether it was verified, here and now. */
  readonly isProved: boolean;
  readonly code: string;
  /** What the QR code leads to; without it, there is none. */
  readonly link: string | undefined;
}

/**
 * Prints a receipt on a page of its own, out of a frame that is there for as long as that takes. The sheet does
 * not say who was chosen: papers lie about.
 */
export function print(root: ShadowRoot, paper: OnPaper): void {
  root.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.title = paper.words.print;
  frame.tabIndex = -1;
  // Some browsers load even an empty page a little later, and throw away what was drawn before.
  frame.addEventListener(
    'load',
    () => {
      const page = frame.contentWindow;
      if (!page) return;
      draw(page as Window & typeof globalThis, paper);
      page.addEventListener('afterprint', () => frame.remove());
      page.focus();
      page.print();
    },
    { once: true },
  );
  root.append(frame);
}

/** Draws the sheet in a window that has nothing in it. */
export function draw(page: Window & typeof globalThis, paper: OnPaper): void {
  const { document } = page;
  const style = new page.CSSStyleSheet();
  style.replaceSync(sheet);
  document.adoptedStyleSheets = [style];
  document.documentElement.lang = paper.lang;
  document.documentElement.dir = getComputedStyle(window.document.documentElement).direction;
  document.title = `${paper.words.receipt} ${paper.code}`;
  render(content(paper), document.body);
}

function content({ receipt, isProved, code, link, election, lang, words }: OnPaper): TemplateResult {
  return html`<header>
      <h1 lang=${election?.lang ?? nothing}>${election?.title ?? receipt.election}</h1>
      <p>${words.receipt}<br />${election?.brand.name}</p>
    </header>
    <div class="slip">
      <div>
        <p>${words.code}</p>
        <p class="code">${code}</p>
        <dl>
          <dt>${words.at}</dt>
          <dd>${hourOf(receipt.at, lang, election?.calendar.timeZone)}</dd>
        </dl>
        <p>${words.paperSecret}</p>
      </div>
      ${
        link
          ? html`<figure>
              ${qrCode(link, words.scan)}
              <figcaption>${words.scan}</figcaption>
            </figure>`
          : nothing
      }
    </div>
    ${
      isProved
        ? html`<h2>${words.proves}</h2>
            <p>${words.provesThis}</p>
            <h2>${words.provesNot}</h2>
            <p>${words.notVoters}</p>`
        : nothing
    }
    <footer>${link}</footer>`;
}
