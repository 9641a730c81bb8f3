import { html, nothing } from 'lit';
import type { ShareMessages } from '../../locales/share-messages.js';
import { safeAddress } from '../../model/address.js';
import type { Candidate, Election } from '../../model/election.js';
import { printOn } from '../shared/print.js';
import { qrCode } from '../shared/qr.js';

export interface OnPoster {
  readonly candidate: Candidate;
  readonly election: Election;
  /** What the code leads to. */
  readonly address: string;
  readonly lang: string;
  readonly words: ShareMessages;
}

/** A sheet to be pinned to a wall: black on white, but for the portrait, so that every printer can. */
const STYLE = `
  @page { margin: 16mm; }
  * { box-sizing: border-box; margin: 0; }
  body { font: 12pt/1.35 system-ui, sans-serif; color: #000; background: #fff; text-wrap: balance; overflow-wrap: anywhere; }
  header { padding-bottom: 4mm; border-bottom: 2pt solid; font-size: 13pt; }
  main { display: grid; grid-template-columns: 84mm 1fr; gap: 8mm; margin-block: 10mm; }
  .portrait { display: block; width: 84mm; aspect-ratio: 4 / 5; object-fit: cover; }
  h1 { font-size: 34pt; line-height: 1.1; }
  .said { margin-top: 8mm; font-size: 22pt; line-height: 1.2; }
  figure { display: flex; gap: 8mm; align-items: center; padding-top: 8mm; border-top: 1pt dashed; }
  svg { flex: none; width: 80mm; height: 80mm; }
  figcaption { font-size: 17pt; }
  figcaption p + p { margin-top: 4mm; font-size: 9pt; }
  q:lang(fr) { quotes: '«\u202f' '\u202f»'; }
`;

/** Prints a candidate's poster with its code. @param root in which the frame lies for a moment */
export function printPoster(root: ShadowRoot, { candidate, election, address, lang, words }: OnPoster): void {
  const { name, town, slogan, photo } = candidate;
  const spoken = candidate.lang ?? election.lang;
  const src = safeAddress(photo?.src, document.baseURI);
  const focus = photo?.focus?.map((percent) => `${percent}%`).join(' ');
  printOn(root, {
    frame: words.print,
    title: `${name} – ${election.title}`,
    lang,
    style: STYLE,
    content: html`<header lang=${election.lang}>${election.brand.name} · ${election.title}</header>
      <main>
        ${src ? html`<img class="portrait" src=${src} .style=${`object-position:${focus}`} alt="" />` : nothing}
        <div>
          <h1>${name}</h1>
          <p>${town}</p>
          ${slogan ? html`<p class="said" lang=${spoken}><q>${slogan}</q></p>` : nothing}
        </div>
      </main>
      <figure>
        ${qrCode(address, words.codeOf(name))}
        <figcaption>
          <p>${words.scan}</p>
          <p>${address}</p>
        </figcaption>
      </figure>`,
  });
}
