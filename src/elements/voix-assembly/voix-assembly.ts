import { html, nothing, type TemplateResult } from 'lit';
import type { CampaignMessages } from '../../locales/campaign-messages.js';
import type { Assembly, Seat } from '../../model/campaign.js';
import { Asked } from '../shared/asked.js';
import { communityAt } from '../shared/backend.js';
import { campaignWords } from '../shared/campaign-words.js';
import { define } from '../shared/define.js';
import { figuresOf } from '../shared/figures.js';
import { linkTo } from '../shared/link.js';
import { own, ownColour } from '../shared/own-colour.js';
import { portrait } from '../shared/portrait.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';
import { hemicycle } from './hemicycle.js';
import { house } from './voix-assembly.css.js';

/** From so many presidents on there is a half circle to see. */
const HOUSE = 2;

/**
 * The assembly: all the presidents of a campaign, each with the brand whose customers they speak for, the next dates,
 * how many promises were kept, and whether the brand has responded.
 *
 * @tag voix-assembly
 * @csspart house - The half circle of seats, a seat in each brand's colour.
 * @csspart members - The presidents.
 * @csspart portrait - Each president’s portrait.
 */
export class VoixAssembly extends VoixElement {
  static override properties = { backend: {}, link: {}, assembly: { attribute: false } };
  static override styles = [tokens, ownColour, house];

  /** The backend's address, absolute or relative to the page. Left out inside a provider. */
  declare backend: string | undefined;
  /** Address of the page that shows a mandate, with `{election}` for the election's id. Without it nothing is linked. */
  declare link: string | undefined;
  /** The assembly itself, for use without a backend. */
  declare assembly: Assembly | undefined;

  readonly #again = () => this.requestUpdate('asked', 0);
  readonly #asked = new Asked<Assembly | undefined>(this.#again);

  protected override slice(): readonly unknown[] {
    return [this.ready?.community];
  }

  protected override willUpdate(): void {
    this.#asked.use([this.backend, this.assembly, this.ready?.community], () => this.#ask());
  }

  #ask(): Promise<Assembly | undefined> | undefined {
    if (this.assembly) return undefined;
    const { backend, ready } = this;
    const community = backend === undefined ? ready?.community?.() : communityAt(backend);
    return community?.then(({ campaign }) => campaign?.assembly());
  }

  protected override render() {
    const { lang } = this.language;
    const words = campaignWords(lang, this.#again);
    if (!words) return nothing;
    const assembly = this.assembly ?? this.#asked.value;
    if (!assembly)
      return this.#asked.error
        ? html`<div class="empty">
            <p>${words.failed}</p>
            <button @click=${() => this.#asked.again(() => this.#ask())}>${words.again}</button>
          </div>`
        : html`<p class="muted">${words.waiting}</p>`;
    const { seats } = assembly;
    if (!seats.length) return html`<p class="empty">${words.noSeats}</p>`;
    const isHouse = seats.length >= HOUSE;
    return html`<div class=${isHouse ? 'head house-above' : 'head'}>
        ${isHouse ? drawn(seats) : nothing}
        <h2>${words.assembly}</h2>
        <p class="muted">${words.seats(seats.length, figuresOf(lang).number(seats.length))}</p>
      </div>
      <ul class="members" part="members" role="list">
        ${seats.map((seat) => this.#member(seat, words))}
      </ul>`;
  }

  #member(seat: Seat, words: CampaignMessages): TemplateResult {
    const { president, brand, calendar, agenda, kept, promised, response, votes, ballots } = seat;
    const { number } = figuresOf(this.language.lang);
    const { f } = this.language;
    const address = linkTo(this.link, seat.election);
    const stands = [
      words.responses[response ?? 'none'],
      promised ? words.kept(kept, number(promised)) : undefined,
    ];
    return html`<li class="own" .style=${own(brand.colour)}>
      <div class="face">${portrait(president)}</div>
      <div class="who">
        <h3>${address ? html`<a href=${address}>${president.name}</a>` : president.name}</h3>
        <p>${words.of(brand.name)}</p>
        <p class="small">${words.votes(votes, number(ballots))}</p>
      </div>
      <div class="agenda">
        <h4>${words.agenda}</h4>
        ${
          agenda.length
            ? html`<ul role="list">
                ${agenda.map(
                  ({ title, at, place }) =>
                    html`<li>
                      <time datetime=${at}>${f.day(Date.parse(at), calendar.timeZone)}</time>
                      <span
                        >${title}${place ? html`<span class="place muted small">${place}</span>` : nothing}</span
                      >
                    </li>`,
                )}
              </ul>`
            : html`<p>${words.noDates}</p>`
        }
        <p class="stands muted small">${stands.filter(Boolean).join(' · ')}</p>
      </div>
    </li>`;
  }
}

/** The house from above. It says nothing that the list does not. */
function drawn(seats: readonly Seat[]): TemplateResult {
  const { places, radius } = hemicycle(seats.length);
  return html`<div class="house" part="house" aria-hidden="true">
    ${places.map(
      ({ x, y }, i) =>
        html`<i
          class="own"
          .style=${`${own(seats[i]?.brand.colour)};inset-inline-start:${x / 2}%;top:${y}%;width:${radius}%`}
        ></i>`,
    )}
  </div>`;
}

define('voix-assembly', VoixAssembly);

declare global {
  interface HTMLElementTagNameMap {
    'voix-assembly': VoixAssembly;
  }
}
