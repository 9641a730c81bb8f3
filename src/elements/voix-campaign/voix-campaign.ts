import { html, nothing, type TemplateResult } from 'lit';
import type { CampaignMessages } from '../../locales/campaign-messages.js';
import type { Campaign } from '../../model/campaign.js';
import { carriedClock, type Clock } from '../../model/clock.js';
import type { Phase } from '../../model/election.js';
import { Asked } from '../shared/asked.js';
import { communityAt } from '../shared/backend.js';
import { campaignWords } from '../shared/campaign-words.js';
import { define } from '../shared/define.js';
import { figuresOf } from '../shared/figures.js';
import { ownColour } from '../shared/own-colour.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';
import { choose, type Chosen } from './choose.js';
import { poster, type OnWall } from './poster.js';
import { wall } from './voix-campaign.css.js';

/** Posters hung at first: as many as a screen shows. */
const FIRST = 12;
/** Posters hung once those are drawn, and added by each press of "See the others". */
const PAGE = 24;
/** Up to so many elections are looked through by eye. */
const FEW = 3;

/**
 * All the elections of an edition: a poster each, with its brand, its calendar, who stands, how many voted and, where
 * everyone may know, who leads. To be searched, and filtered by phase.
 *
 * @tag voix-campaign
 * @csspart search - The search field.
 * @csspart phases - The phases to choose from.
 * @csspart wall - The posters.
 * @csspart portrait - Each portrait on them.
 */
export class VoixCampaign extends VoixElement {
  static override properties = {
    backend: {},
    link: {},
    campaign: { attribute: false },
    wanted: { state: true },
    limit: { state: true },
  };
  static override styles = [tokens, ownColour, wall];

  /** The backend's address, absolute or relative to the page. Left out inside a provider. */
  declare backend: string | undefined;
  /** Address of the page that shows an election, with `{election}` for its id. Without it the brand's site is linked. */
  declare link: string | undefined;
  /** The campaign itself, for use without a backend. */
  declare campaign: Campaign | undefined;

  declare private wanted: { readonly query: string; readonly phase: Phase | undefined };
  declare private limit: number;

  readonly #again = () => this.requestUpdate('asked', 0);
  readonly #asked = new Asked<Campaign | undefined>(this.#again);
  #clock: Clock | undefined;
  #carried: Campaign | undefined;

  constructor() {
    super();
    this.wanted = { query: '', phase: undefined };
    this.limit = FIRST;
  }

  protected override slice(): readonly unknown[] {
    return [this.ready?.community];
  }

  get #shown(): Campaign | undefined {
    return this.campaign ?? this.#asked.value;
  }

  protected override willUpdate(): void {
    const { backend, campaign } = this;
    this.#asked.use([backend, campaign, this.ready?.community], () => this.#ask());
    if (this.#carried === this.#shown) return;
    this.#carried = this.#shown;
    this.#clock = this.#carried && carriedClock(this.#carried.clock, () => performance.now());
  }

  /** What is below the screen waits for what is on it: a frame's end is when that is drawn. */
  protected override updated(): void {
    if (this.limit !== FIRST || !this.renderRoot.querySelector('.wall')) return;
    requestAnimationFrame(() => setTimeout(() => (this.limit = Math.max(this.limit, PAGE))));
  }

  #ask(): Promise<Campaign | undefined> | undefined {
    if (this.campaign) return undefined;
    const { backend, ready } = this;
    const community = backend === undefined ? ready?.community?.() : communityAt(backend);
    return community?.then(({ campaign }) => campaign?.campaign());
  }

  protected override render() {
    const words = campaignWords(this.language.lang, this.#again);
    if (!words) return nothing;
    const campaign = this.#shown;
    if (!campaign || !this.#clock)
      return this.#asked.error
        ? html`<div class="empty">
            <p>${words.failed}</p>
            <button @click=${() => this.#asked.again(() => this.#ask())}>${words.again}</button>
          </div>`
        : html`<p class="muted">${words.waiting}</p>`;
    const { entries } = campaign;
    if (!entries.length) return html`<p class="empty">${words.empty}</p>`;
    const on: OnWall = { words, language: this.language, now: this.#clock.now(), link: this.link };
    const chosen = choose(entries, this.wanted, on.now);
    return html`${entries.length > FEW ? this.#find(chosen, words) : nothing} ${this.#hang(chosen, on)}`;
  }

  #find({ phases, all, found }: Chosen, words: CampaignMessages): TemplateResult {
    const { number } = figuresOf(this.language.lang);
    const { query, phase } = this.wanted;
    const chip = (one: Phase | undefined, label: string, count: number) =>
      html`<label
        ><input
          type="radio"
          name="phase"
          .checked=${one === phase}
          @change=${() => this.#want({ query, phase: one })}
        />${label}<small>${number(count)}</small></label
      >`;
    return html`<div class="find">
      <input
        part="search"
        type="search"
        autocomplete="off"
        aria-label=${words.search}
        placeholder=${words.search}
        @input=${(event: InputEvent) =>
          this.#want({ query: (event.target as HTMLInputElement).value, phase })}
      />
      <fieldset part="phases">
        <legend>${words.phase}</legend>
        ${chip(undefined, words.all, all)}
        ${phases.map(([one, count]) => chip(one, this.language.t.phases[one], count))}
      </fieldset>
      <p class="muted small" role="status">${words.elections(found.length, number(found.length))}</p>
    </div>`;
  }

  #hang({ found }: Chosen, on: OnWall): TemplateResult {
    const { words } = on;
    if (!found.length) return html`<p class="empty">${words.none}</p>`;
    const left = found.length - this.limit;
    return html`<ul class="wall" part="wall" role="list">
        ${found.slice(0, this.limit).map((entry) => poster(entry, on))}
      </ul>
      ${
        left > 0
          ? html`<button @click=${() => (this.limit += PAGE)}>
              ${words.others(left, figuresOf(this.language.lang).number(left))}
            </button>`
          : nothing
      }`;
  }

  #want(wanted: VoixCampaign['wanted']): void {
    this.wanted = wanted;
    this.limit = PAGE;
  }
}

define('voix-campaign', VoixCampaign);

declare global {
  interface HTMLElementTagNameMap {
    'voix-campaign': VoixCampaign;
  }
}
