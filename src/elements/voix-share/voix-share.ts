import { html, nothing } from 'lit';
import type { ShareMessages } from '../../locales/share-messages.js';
import type { Community } from '../../model/community.js';
import type { Candidate, Election } from '../../model/election.js';
import { announce, holdRegion } from '../shared/announce.js';
import { Asked } from '../shared/asked.js';
import { candidateOf } from '../shared/candidate.js';
import { define } from '../shared/define.js';
import { copied } from '../shared/keep.js';
import { qrCode } from '../shared/qr.js';
import { shareWords } from '../shared/share-words.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';
import { sharedAddress } from './address.js';
import type { OnPoster } from './paper.js';
import { panel } from './voix-share.css.js';

/**
 * A candidate's own address, to be passed on: by the device's own ways of sharing where it has any, copied, or as a
 * QR code, on the page and on a poster to be printed. It asks nobody, and loads nothing of anybody's.
 *
 * @tag voix-share
 * @csspart panel - All of it.
 * @csspart address - The field that holds the address.
 * @csspart code - The QR code.
 */
export class VoixShare extends VoixElement {
  static override properties = {
    candidate: {},
    community: { attribute: false },
    isCopied: { state: true },
  };
  static override styles = [tokens, panel];

  /** The candidate: an id, looked up with the provider, or the candidate's own data. */
  declare candidate: Candidate | string | undefined;
  /** What the backend offers around the vote. Default: the provider's backend. Without it, this page's address is shared. */
  declare community: (() => Promise<Community>) | undefined;

  /** Whether the page could copy, once that was tried. */
  declare private isCopied: boolean | undefined;

  readonly #again = () => this.requestUpdate('asked', 0);
  readonly #community = new Asked<Community>(this.#again);
  #code: { readonly address: string; readonly name: string; readonly svg: SVGSVGElement } | undefined;

  protected override slice(): readonly unknown[] {
    return [this.ready?.election, this.ready?.community];
  }

  protected override willUpdate(): void {
    holdRegion(this.renderRoot as ShadowRoot);
    const load = this.community ?? this.ready?.community;
    this.#community.use([load], () => load?.());
  }

  protected override render() {
    const { lang } = this.language;
    const t = shareWords(lang, this.#again);
    const s = this.ready;
    const candidate = candidateOf(this.candidate, s);
    if (!s || !candidate || !t || this.#isAsking) return nothing;
    const address = this.#address(s.election, candidate);
    const maySend = 'share' in navigator;
    return html`<section part="panel" aria-labelledby="title">
      <h3 id="title">${t.share(candidate.name)}</h3>
      <div class="ways">
        <div>
          <label for="address">${t.address}</label>
          <input
            id="address"
            part="address"
            readonly
            dir="ltr"
            .value=${address}
            @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
          />
        </div>
        <div class="keys">
          ${
            maySend
              ? html`<button
                  type="button"
                  class="main"
                  @click=${() => this.#send(address, candidate, s.election)}
                >
                  ${t.send}
                </button>`
              : nothing
          }
          <button type="button" class=${maySend ? '' : 'main'} @click=${() => this.#copy(address, t)}>
            ${t.copy}
          </button>
          <button
            type="button"
            @click=${() => this.#print({ candidate, election: s.election, address, lang, words: t })}
          >
            ${t.print}
          </button>
        </div>
        <p class="said">${this.isCopied === undefined ? nothing : this.isCopied ? t.copied : t.copyByHand}</p>
      </div>
      <figure part="code">
        ${this.#drawn(address, t.codeOf(candidate.name))}
        <figcaption class="small">${t.scan}</figcaption>
      </figure>
    </section>`;
  }

  /** Until the backend has said whether it has an address for them, there is nothing to be passed on. */
  get #isAsking(): boolean {
    const { value, error } = this.#community;
    return Boolean(this.community ?? this.ready?.community) && !value && !error;
  }

  #address({ id }: Election, candidate: Candidate): string {
    const page = location.href;
    return sharedAddress(this.#community.value?.share, { election: id, candidate: candidate.id }, page);
  }

  /** The same node for the same code. */
  #drawn(address: string, name: string): SVGSVGElement {
    if (this.#code?.address !== address || this.#code.name !== name)
      this.#code = { address, name, svg: qrCode(address, name) };
    return this.#code.svg;
  }

  async #send(url: string, { name }: Candidate, { title }: Election): Promise<void> {
    try {
      await navigator.share({ title: `${name} – ${title}`, url });
    } catch (error) {
      // Whoever has changed their mind is left alone.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await this.#copy(url);
    }
  }

  async #copy(address: string, words?: ShareMessages): Promise<void> {
    const t = words ?? shareWords(this.language.lang, this.#again);
    this.isCopied = await copied(address);
    announce(this.isCopied ? t?.copied : t?.copyByHand);
    await this.updateComplete;
    if (!this.isCopied) this.renderRoot.querySelector('input')?.focus();
  }

  async #print(poster: OnPoster): Promise<void> {
    const { printPoster } = await import('./paper.js');
    printPoster(this.renderRoot as ShadowRoot, poster);
  }
}

define('voix-share', VoixShare);

declare global {
  interface HTMLElementTagNameMap {
    'voix-share': VoixShare;
  }
}
