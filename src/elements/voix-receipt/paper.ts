import { html, nothing, type TemplateResult } from 'lit';
import type { Receipt } from '../../model/ballot.js';
import { drawOn, printOn, type Sheet } from '../shared/print.js';
import { qrCode } from '../shared/qr.js';
import { sheet } from './paper.css.js';
import { hourOf, type OnStub } from './stub.js';

export interface OnPaper extends OnStub {
  readonly receipt: Receipt;
  /** Whether it was verified, here and now. */
  readonly isProved: boolean;
  readonly code: string;
  /** What the QR code leads to; without it, there is none. */
  readonly link: string | undefined;
}

/** Prints a receipt. The sheet does not say who was chosen: papers lie about. */
export const print = (root: ShadowRoot, paper: OnPaper): void => printOn(root, sheetOf(paper));

/** Draws the sheet in a window that has nothing in it. */
export const draw = (page: Window & typeof globalThis, paper: OnPaper): void => drawOn(page, sheetOf(paper));

const sheetOf = (paper: OnPaper): Sheet => ({
  frame: paper.words.print,
  title: `${paper.words.receipt} ${paper.code}`,
  lang: paper.lang,
  style: sheet,
  content: content(paper),
});

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
