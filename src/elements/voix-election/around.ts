import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { AroundMessages } from '../../locales/around-messages.js';
import type { Community } from '../../model/community.js';
import type { Candidate } from '../../model/election.js';
import { isFrom, phaseStarts } from '../../model/phase.js';
import type { ReadySnapshot, Snapshot } from '../../model/snapshot.js';
import { Asked } from '../shared/asked.js';
import { dateOf } from '../shared/dates.js';
import { currentLanguage } from '../shared/localize.js';
import { portrait } from '../shared/portrait.js';
import { shareWords } from '../shared/share-words.js';
import { surroundings } from './around.css.js';
import { aroundWords } from './around-words.js';

/** The election that it is a part of. */
interface Host extends LitElement {
  readonly snapshot: Snapshot | undefined;
  readonly verifier: string | undefined;
}

type Part = TemplateResult | typeof nothing;

/** What of one candidate is shown by itself. */
type Topic = 'talk' | 'share';

/**
 * What nobody needs to see who stands and to vote, each where the phase and the backend have it: standing, the
 * receipt, questions and news, the president, the rules. All of it public parts.
 */
export class Around {
  readonly #host: Host;
  readonly #again: () => void;
  readonly #community: Asked<Community>;
  #isStanding = false;
  #areRulesOpen = false;
  /** Asked for, by a voter who has not voted yet. */
  #isOpened = false;
  #candidate: Candidate | undefined;
  #topic: Topic = 'talk';

  constructor(host: Host) {
    this.#host = host;
    this.#again = () => host.requestUpdate('around', 0);
    this.#community = new Asked(this.#again);
    (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(surroundings.styleSheet!);
  }

  /** What comes before the candidates. */
  above(s: ReadySnapshot): Part {
    const t = this.#words;
    const { snapshot } = this.#host;
    if (s.candidates.some(({ video }) => video)) void import('../voix-video/voix-video.js');
    this.#community.use([s.community], () => s.community?.());
    if (s.phase === 'candidacy') return t && this.#mayStand(s) ? this.#stand(s, t) : nothing;
    if (!s.outcome) return nothing;
    if (s.community) void import('../voix-president/voix-president.js');
    else void import('../voix-proclamation/voix-proclamation.js');
    return s.community
      ? html`<voix-president .snapshot=${snapshot}></voix-president>`
      : html`<voix-proclamation .snapshot=${snapshot}></voix-proclamation>`;
  }

  /** What comes after them. Who has not voted yet is shown it once they ask for it. */
  below(s: ReadySnapshot): Part {
    const t = this.#words;
    const dialog = t && this.#candidate ? this.#dialog(this.#candidate, t) : nothing;
    // In one place, whatever stands above it: what is open stays open when the vote, or the phase, is another.
    return html`${isToVote(s) && !this.#isOpened ? this.#closed(t) : this.#opened(s, t)} ${dialog}`;
  }

  #closed(t: AroundMessages | undefined): Part {
    return t ? html`<button @click=${this.#openAll}>${t.all}</button>` : nothing;
  }

  #opened(s: ReadySnapshot, t: AroundMessages | undefined): Part {
    const { snapshot, verifier } = this.#host;
    if (hasReceipt(s)) void import('../voix-receipt/voix-receipt.js');
    return html`${hasReceipt(s) ? html`<voix-receipt .snapshot=${snapshot} .verifier=${verifier}></voix-receipt>` : nothing}
    ${this.#talk(s)} ${t && s.phase === 'campaign' && this.#mayStand(s) ? this.#own(t) : nothing}
    ${t ? this.#rules(t) : nothing}`;
  }

  /**
   * What stands on each candidate's card: what that one is asked and tells, and the address to be passed on. Before
   * the vote it takes the vote button's place, during the vote one that is kept for it: the card does not grow when it
   * comes.
   */
  card(candidate: Candidate, { phase, community }: ReadySnapshot): Part {
    if (!/campaign|voting/.test(phase)) return nothing;
    const t = this.#words;
    const { value, error } = this.#community;
    const { questions, news, share } = value ?? {};
    const shared = share && shareWords(currentLanguage()!.lang, this.#again);
    const isOnItsWay = !t || !(value ?? error) || (share && !shared);
    if (phase === 'voting' && community && isOnItsWay) return html`<p></p>`;
    if (!t || !(questions ?? news ?? shared)) return nothing;
    return html`<div class="asks" slot=${phase === 'campaign' ? 'action' : nothing}>
      ${
        (questions ?? news)
          ? html`<button class="ask" @click=${() => this.#open(candidate, 'talk')}>
              ${questions ? t.ask : t.read}
            </button>`
          : nothing
      }${
        shared
          ? html`<button
              class="ask"
              aria-label=${shared.share(candidate.name)}
              @click=${() => this.#open(candidate, 'share')}
            >
              ${shared.shareShort}
            </button>`
          : nothing
      }
    </div>`;
  }

  async #open(candidate: Candidate, topic: Topic): Promise<void> {
    void (topic === 'share'
      ? import('../voix-share/voix-share.js')
      : import('../voix-report/voix-report.js'));
    this.#candidate = candidate;
    this.#topic = topic;
    this.#again();
    await this.#host.updateComplete;
    const dialog = this.#host.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  /** The focus goes where the button was. */
  #openAll = async (): Promise<void> => {
    this.#isOpened = true;
    this.#again();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.talk, .rules summary')?.focus();
  };

  get #words(): AroundMessages | undefined {
    return aroundWords(currentLanguage()!.lang, this.#again);
  }

  #mayStand({ election }: ReadySnapshot): boolean {
    return election.calendar.candidacy !== undefined && this.#community.value?.candidacies !== undefined;
  }

  #stand({ election: { calendar } }: ReadySnapshot, t: AroundMessages): TemplateResult {
    if (this.#isStanding) return this.#form;
    const until = phaseStarts(calendar).find(({ phase }) => phase === 'campaign' || phase === 'voting');
    return html`<section class="stand" aria-labelledby="stand">
      <div>
        <h3 id="stand">${t.standTitle}</h3>
        <p>${t.standUntil(dateOf(currentLanguage()!.lang, until?.at ?? 0, calendar.timeZone))}</p>
      </div>
      <button class="main" @click=${this.#begin}>${t.stand}</button>
    </section>`;
  }

  #own(t: AroundMessages): TemplateResult {
    return this.#isStanding ? this.#form : html`<button class="own" @click=${this.#begin}>${t.own}</button>`;
  }

  get #form(): TemplateResult {
    return html`<voix-candidacy
      class="form"
      tabindex="-1"
      .snapshot=${this.#host.snapshot}
    ></voix-candidacy>`;
  }

  #begin = async (): Promise<void> => {
    await import('../voix-candidacy/voix-candidacy.js');
    this.#isStanding = true;
    this.#again();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.form')?.focus();
  };

  /** What all candidates are asked and tell; once there is a president, what that one is asked. */
  #talk({ phase }: ReadySnapshot): Part {
    const { questions, news } = this.#community.value ?? {};
    if (!isFrom(phase, 'campaign') || !(questions ?? news)) return nothing;
    if (questions) void import('../voix-questions/voix-questions.js');
    if (news) void import('../voix-news/voix-news.js');
    const { snapshot } = this.#host;
    return html`<div class="talk" tabindex="-1">
      ${questions ? html`<voix-questions .snapshot=${snapshot}></voix-questions>` : nothing}
      ${news ? html`<voix-news .snapshot=${snapshot}></voix-news>` : nothing}
    </div>`;
  }

  #rules(t: AroundMessages): TemplateResult {
    const open = async (event: Event): Promise<void> => {
      this.#areRulesOpen = (event.currentTarget as HTMLDetailsElement).open;
      await import('../voix-rules/voix-rules.js');
      this.#again();
    };
    return html`<details class="rules" @toggle=${open}>
      <summary>${t.rules}</summary>
      ${this.#areRulesOpen ? html`<voix-rules .snapshot=${this.#host.snapshot}></voix-rules>` : nothing}
    </details>`;
  }

  #dialog(candidate: Candidate, t: AroundMessages): TemplateResult {
    const isTalk = this.#topic === 'talk';
    const { questions, news } = (isTalk && this.#community.value) || {};
    const { snapshot } = this.#host;
    return html`<dialog class="talk-with" aria-labelledby="who" @close=${this.#leave}>
      <div class="who">
        ${portrait(candidate)}
        <h2 id="who">${isTalk ? t.with(candidate.name) : candidate.name}</h2>
        <button autofocus @click=${this.#shut}>${t.close}</button>
      </div>
      <div class="said">
        ${isTalk ? nothing : html`<voix-share .candidate=${candidate} .snapshot=${snapshot}></voix-share>`}
        ${questions ? html`<voix-questions .candidate=${candidate.id} .snapshot=${snapshot}></voix-questions>` : nothing}
        ${news ? html`<voix-news .candidate=${candidate.id} .snapshot=${snapshot}></voix-news>` : nothing}
        ${isTalk ? html`<voix-report .candidate=${candidate.id} .snapshot=${snapshot}></voix-report>` : nothing}
      </div>
    </dialog>`;
  }

  #shut = (): void => this.#host.renderRoot.querySelector('dialog')?.close();

  #leave = (): void => {
    this.#candidate = undefined;
    this.#again();
  };
}

const isToVote = ({ phase, vote }: ReadySnapshot): boolean =>
  phase === 'voting' && /unknown|none|confirming/.test(vote.kind);

/** Whether there is a stub to show, or the evidence of an answer that proved nothing. */
const hasReceipt = ({ vote }: ReadySnapshot): boolean =>
  'receipt' in vote || (vote.kind === 'refused' && vote.error.code === 'receipt-invalid');
