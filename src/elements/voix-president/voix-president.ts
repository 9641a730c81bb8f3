import { html, nothing, type TemplateResult } from 'lit';
import type { MandateMessages } from '../../locales/mandate-messages.js';
import type { Candidate } from '../../model/election.js';
import type { MandateView } from '../../model/mandate.js';
import { isFrom } from '../../model/phase.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import { announce, holdRegion } from '../shared/announce.js';
import { Asked } from '../shared/asked.js';
import { define } from '../shared/define.js';
import { copied } from '../shared/keep.js';
import { linkTo } from '../shared/link.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';
import '../voix-proclamation/voix-proclamation.js';
import { dues, handover, questions, reports } from './account.js';
import type { OnPage } from './on-page.js';
import { programme } from './programme.js';
import { response, term } from './term.js';
import { dossier } from './voix-president.css.js';
import { mandateWords } from './words.js';

/**
 * The president: the proclamation, to be shared, then the mandate, as long as it lasts and after. The brand's answer,
 * or for how many days there has been none; the programme with what was promised and what was done; reports,
 * privileges and obligations; how many questions have an answer; and who comes next.
 *
 * @tag voix-president
 * @csspart share - The button that shares the news.
 * @csspart term - From when to when, and what is left.
 * @csspart response - The brand's answer, or that there is none.
 * @csspart programme - The dates.
 * @csspart reports - What the president tells.
 * @csspart dues - Privileges and obligations.
 * @csspart questions - How many questions have an answer.
 * @csspart handover - What comes after the mandate.
 */
export class VoixPresident extends VoixElement {
  static override properties = {
    mandate: { attribute: false },
    link: {},
    address: {},
    isCopied: { state: true },
  };
  static override styles = [tokens, dossier];

  /** The mandate, for use without a backend. It beats the backend's. */
  declare mandate: MandateView | undefined;
  /** Address of the page that shows an election, with `{election}` for its id. Without it the next one is not linked. */
  declare link: string | undefined;
  /** The address to share. Default: the page's own. */
  declare address: string | undefined;

  /** Whether the page could copy, once that was tried. */
  declare private isCopied: boolean | undefined;

  readonly #again = () => this.requestUpdate('asked', 0);
  readonly #asked = new Asked<MandateView | undefined>(this.#again);

  protected override slice(): readonly unknown[] {
    const s = this.ready;
    return [s?.election, s?.outcome, s?.phase, s?.clock, s?.community];
  }

  protected override willUpdate(): void {
    holdRegion(this.renderRoot as ShadowRoot);
    const s = this.ready;
    const isOver = s && isFrom(s.phase, 'proclaimed') && !this.mandate;
    this.#asked.use([isOver && s.election, isOver && s.community], () => (isOver ? this.#ask(s) : undefined));
  }

  #ask({ community, election }: ReadySnapshot): Promise<MandateView | undefined> | undefined {
    return community?.().then(({ mandate }) => mandate?.ofElection(election.id));
  }

  protected override render() {
    const { lang, f } = this.language;
    const words = mandateWords(lang, this.#again);
    const s = this.ready;
    if (!s || !words) return nothing;
    const { outcome, election } = s;
    if (!outcome) return html`<p class="muted">${words.notYet}</p>`;
    const proclamation = html`<voix-proclamation .snapshot=${s}></voix-proclamation>`;
    const president = election.candidates.find(
      ({ id }) => outcome.kind === 'elected' && id === outcome.candidate,
    );
    if (!president) return proclamation;
    const on: OnPage = { election, words, lang, f, now: s.clock.now() };
    return html`${proclamation} ${this.#share(president, on)} ${this.#mandate(s, on)}`;
  }

  #mandate(s: ReadySnapshot, on: OnPage): TemplateResult | typeof nothing {
    const view = this.mandate ?? this.#asked.value;
    const { words } = on;
    if (this.#asked.error && !view)
      return html`<div class="share">
        <p>${words.failed}</p>
        <button @click=${() => this.#asked.again(() => this.#ask(s))}>${words.again}</button>
      </div>`;
    if (!view) return term(on);
    const { mandate } = view;
    const next = mandate?.handover;
    return html`${response(mandate?.response, on)} ${term(on)} ${programme(mandate?.milestones ?? [], on)}
    ${reports(mandate?.reports ?? [], on)} ${dues(mandate ?? undefined, on)}
    ${view.questions ? questions(view.questions, on) : nothing}
    ${next ? handover(next, next.election && linkTo(this.link, next.election), on) : nothing}`;
  }

  #share(president: Candidate, { election, words }: OnPage): TemplateResult {
    const text = words.news(president.name, election.brand.name);
    return html`<div class="share">
      <button part="share" class="main" @click=${() => this.#tell(text, words)}>${words.share}</button>
      ${this.isCopied ? html`<p>${words.shared}</p>` : nothing}
      ${
        this.isCopied === false
          ? html`<label for="address">${words.copyByHand}</label
              ><input id="address" readonly .value=${this.#page} />`
          : nothing
      }
    </div>`;
  }

  get #page(): string {
    return new URL(this.address ?? '', document.baseURI).href;
  }

  /** By the device's own way of sharing; where it has none, the address is copied. */
  async #tell(text: string, words: MandateMessages): Promise<void> {
    const data = { text, url: this.#page };
    if (typeof navigator.share === 'function')
      try {
        return await navigator.share(data);
      } catch (error) {
        // Who changes their mind is asked nothing more.
        if (error instanceof DOMException && error.name === 'AbortError') return;
      }
    this.isCopied = await copied(`${text} ${data.url}`);
    if (this.isCopied) announce(words.shared);
  }
}

define('voix-president', VoixPresident);

declare global {
  interface HTMLElementTagNameMap {
    'voix-president': VoixPresident;
  }
}
