import { html, type TemplateResult } from 'lit';
import type { Candidate } from '../../model/election.js';
import { safeAddress } from '../../model/address.js';
import { ElectionError } from '../../model/errors.js';
import { isFrom } from '../../model/phase.js';
import type { ReadySnapshot, Snapshot } from '../../model/snapshot.js';
import '../voix-candidate-card/voix-candidate-card.js';
import '../voix-countdown/voix-countdown.js';
import '../voix-provider/voix-provider.js';
import type { SnapshotEvent } from '../voix-provider/provider-events.js';
import '../voix-vote-button/voix-vote-button.js';
import { define } from '../shared/define.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';
import type { Around } from './around.js';
import type { Many } from './many.js';
import { steps, stepsStyle } from './steps.js';
import { layout } from './voix-election.css.js';

/** From this many candidates on there is a search. */
const SEARCHED = 9;

/**
 * A whole election in one tag, made of the public parts alone: head with brand and calendar,
 * candidates in a fair order, ballot paper, live results, proclamation, the voter's receipt. With `backend` and
 * `election` it brings its own provider; inside a `<voix-provider>` it takes that one.
 *
 * @tag voix-election
 * @slot head - Under the title.
 * @slot foot - Under everything.
 * @csspart title - The question.
 * @csspart calendar - The line of phases.
 * @csspart search - The search field.
 * @csspart portrait - The photo of the candidate whose questions, news or address are opened.
 */
export class VoixElection extends VoixElement {
  static override properties = {
    backend: {},
    election: {},
    verifier: {},
    many: { state: true },
    around: { state: true },
  };
  static override styles = [tokens, stepsStyle, layout];

  /** The backend's address. Left out inside a provider. */
  declare backend: string | undefined;
  /** The election's id. Left out inside a provider. */
  declare election: string | undefined;

  /** Address of an independent verifier, for the receipt. Left out: the copy that the backend carries, at `verifier/`. */
  declare verifier: string | undefined;

  /** Searches and turns pages; loaded where there are many to choose from. */
  declare private many: Many | undefined;
  /** What is around the vote: nobody needs it to see who stands and to vote. */
  declare private around: Around | undefined;

  /** What its own provider gives. */
  #provided: Snapshot | undefined;

  protected override get current(): Snapshot | undefined {
    return this.snapshot ?? this.#provided ?? super.current;
  }

  protected override slice(): readonly unknown[] {
    const s = this.ready;
    return s ? [s.election, s.candidates, s.phase, s.outcome, s.results.hidden, s.vote] : [this.current];
  }

  protected override render() {
    const body = this.#body();
    return this.#isWhole
      ? html`<voix-provider .backend=${this.backend} .election=${this.election} @voix-snapshot=${this.#take}
          >${body}</voix-provider
        >`
      : body;
  }

  /** Whether it brings its own provider. */
  get #isWhole(): boolean {
    return (this.backend ?? this.election) !== undefined;
  }

  #take({ snapshot }: SnapshotEvent): void {
    this.#provided = snapshot;
    this.requestUpdate();
  }

  /** The head is this element's own, outside the provider that it brings. */
  protected override updated(): void {
    this.style.setProperty('--voix-brand', this.ready?.election.brand.colour ?? null);
  }

  #body(): TemplateResult {
    const current = this.current;
    if (current?.status === 'ready') return this.#election(current);
    const { t } = this.language;
    const error =
      current?.status === 'failed'
        ? current.error
        : !current && !this.#isWhole && new ElectionError('attribute-invalid');
    if (!error) return html`<p class="note" aria-busy="true">${t.loading}</p>`;
    return html`<div class="note">
      <p>${t.failed}</p>
      <p class="muted small">
        ${this.more?.errors[error.code]} ${error.retryable ? t.retrying : null} (${error.code})
      </p>
    </div>`;
  }

  #election(s: ReadySnapshot): TemplateResult {
    const { t } = this.language;
    const { brand, title, lang } = s.election;
    const logo = safeAddress(brand.logo?.src, document.baseURI);
    const { hidden } = s.results;
    if (!hidden) void import('../voix-results/voix-results.js');
    this.#around();
    const people = html`<div class="people">
      <h3>${t.candidates}</h3>
      ${this.#people(s)}
    </div>`;
    const results = hidden
      ? html`<div>
          <h3>${t.results}</h3>
          <p class="note">${t.hidden[hidden]}</p>
        </div>`
      : html`<voix-results .snapshot=${this.snapshot}></voix-results>`;
    return html`<section aria-labelledby="title">
      <header>
        <p class="brand">${logo && html`<img src=${logo} alt="" />`}${brand.name}</p>
        <h2 id="title" part="title" lang=${lang}>${title}</h2>
        <slot name="head"></slot>
        ${steps(s, this.language)}
        <voix-countdown .snapshot=${this.snapshot}></voix-countdown>
      </header>
      ${this.around?.above(s)}
      <div class="body">${isFrom(s.phase, 'counting') ? [results, people] : [people, results]}</div>
      ${this.around?.below(s)}
      <p class="foot muted small">${t.device}</p>
      <slot name="foot"></slot>
    </section>`;
  }

  /** It arrives after who stands is drawn: it is asked for only then. */
  #around(): void {
    void import('./around.js').then(({ Around }) => (this.around ??= new Around(this)));
  }

  #people(s: ReadySnapshot): TemplateResult {
    const { many } = this;
    const { candidates } = s;
    const reserved = s.phase === 'voting' && s.community ? html`<p></p>` : null;
    const cards = (some: readonly Candidate[]) =>
      html`<ul class="cards" role="list">
        ${some.map(
          (candidate) =>
            html`<li>
              <voix-candidate-card .candidate=${candidate} .snapshot=${this.snapshot}
                >${this.around?.card(candidate, s) ?? reserved}</voix-candidate-card
              >
            </li>`,
        )}
      </ul>`;
    if (!candidates.length) return html`<p class="note">${this.more?.noCandidates}</p>`;
    if (candidates.length < SEARCHED) return cards(candidates);
    if (!many)
      void import('./many.js').then(({ Many }) => (this.many ??= new Many(() => this.requestUpdate('many'))));
    const more = many && this.more;
    return more ? many.draw(candidates, more, cards) : cards(candidates.slice(0, SEARCHED));
  }
}

define('voix-election', VoixElection);

declare global {
  interface HTMLElementTagNameMap {
    'voix-election': VoixElection;
  }
}
