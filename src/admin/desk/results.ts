import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import '../../elements/voix-results/voix-results.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import type { Election } from '../../model/election.js';
import { phaseAt } from '../../model/phase.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import {
  adminElectionAnswerSchema,
  adminResultsAnswerSchema,
  REASON_CODES,
  RULINGS,
  type AdminResultsAnswer,
} from '../../protocol/admin/elections.js';
import { AdminView } from '../shared/admin-view.js';
import { sheet } from '../shared/sheet.js';

/** Milliseconds between two readings of the count. */
const EVERY = 5000;

/** The count as it moves, how people proved to be one person, what is under review, and decisions about ballots. */
export class Results extends AdminView {
  static override properties = { stands: { state: true }, results: { state: true } };
  static override styles = [tokens, sheet];

  declare private stands: Election | undefined;
  declare private results: AdminResultsAnswer | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** Goes up with every count that is shown. */
  #asked = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      if (!document.hidden && this.results) void this.#count();
    }, EVERY);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('election')) return;
    this.stands = undefined;
    this.results = undefined;
    void this.#read();
  }

  async #read(): Promise<void> {
    const { election } = this;
    const answer = await this.attempt(() =>
      this.client.get('election', adminElectionAnswerSchema, { election }),
    );
    if (!answer || election !== this.election) return;
    this.stands = answer.election;
    const results = await this.attempt(() => this.#ask(election));
    if (results && election === this.election) this.results = results;
  }

  #ask = (election: string): Promise<AdminResultsAnswer> =>
    this.client.get('results', adminResultsAnswerSchema, { election });

  /** Read by itself, it says nothing when that fails once: it is read again. */
  async #count(): Promise<void> {
    const { election } = this;
    const asked = this.#asked;
    const results = await this.#ask(election).catch(() => undefined);
    // One that was asked for before is of before, when something was decided, or counted, meanwhile.
    if (!results || election !== this.election || asked !== this.#asked) return;
    this.#asked++;
    this.results = results;
  }

  protected override draw(w: AdminMessages): TemplateResult {
    const { stands, results } = this;
    return html`<div class="stack">
      <h2>${w.nav.results}</h2>
      ${results && stands ? this.#drawn(w, results, stands) : html`<p>${this.failure ? nothing : w.wait}</p>`}
      ${this.outcome(w)} ${results && this.decides ? this.#ruling(w) : nothing}
    </div>`;
  }

  #drawn(w: AdminMessages, results: AdminResultsAnswer, stands: Election): TemplateResult {
    const now = this.session.now;
    const { version, ballots, counts } = results;
    const snapshot: ReadySnapshot = {
      status: 'ready',
      election: stands,
      candidates: stands.candidates,
      phase: phaseAt(stands.calendar, now),
      clock: { now: () => this.session.now, rate: this.session.rate },
      results: results.hidden ? { hidden: 'until-close' } : { hidden: false, version, ballots, counts },
      outcome: undefined,
      vote: { kind: 'none' },
      connection: 'polling',
    };
    const refused = Object.entries(results.refused);
    return html`<section class="paper stack">
        ${
          results.hidden
            ? html`<p>${w.results.hidden}</p>
                <p><b>${w.list.ballots(ballots, this.number(ballots))}</b></p>`
            : html`<voix-results .snapshot=${snapshot}></voix-results>`
        }
        <p class="hint">${w.results.moving}</p>
      </section>
      <section class="paper stack">
        <h3>${w.results.review}</h3>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">${w.results.tier}</th>
                <th scope="col">${w.results.counted}</th>
                <th scope="col">${w.results.underReview}</th>
                <th scope="col">${w.results.invalidated}</th>
              </tr>
            </thead>
            <tbody>
              ${Object.entries(results.tiers).map(
                ([tier, { counted, review, invalidated }]) =>
                  html`<tr>
                    <td>${w.results.tiers[tier] ?? tier}</td>
                    <td>${this.number(counted)}</td>
                    <td>${this.number(review)}</td>
                    <td>${this.number(invalidated)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
        <h3>${w.results.refused}</h3>
        ${
          refused.length === 0
            ? html`<p class="muted">${w.results.noRefused}</p>`
            : html`<ul>
                ${refused.map(
                  ([code, n]) => html`<li><b>${this.number(n)}</b> <span class="muted">${code}</span></li>`,
                )}
              </ul>`
        }
      </section>`;
  }

  #ruling(w: AdminMessages): TemplateResult {
    const select = (name: string, label: string, options: readonly (readonly [string, string])[]) =>
      html`<div class="field">
        <label for=${name}>${label}</label>
        <select id=${name} name=${name}>
          ${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
        </select>
      </div>`;
    return html`<form class="paper stack" @submit=${this.#rule}>
      <h3>${w.results.rule}</h3>
      <div class="field">
        <label for="ballot">${w.results.ballot}</label>
        <input
          id="ballot"
          name="ballot"
          required
          maxlength="64"
          autocomplete="off"
          aria-describedby="ballot-about"
        />
        <p id="ballot-about" class="hint">${w.results.ballotHint}</p>
      </div>
      ${select(
        'ruling',
        w.results.ruling,
        RULINGS.map((one) => [one, w.results.rulings[one]] as const),
      )}
      ${select(
        'reason',
        w.results.reason,
        REASON_CODES.map((one) => [one, w.results.reasons[one]] as const),
      )}
      <button ?disabled=${this.busy}>${w.results.decide}</button>
    </form>`;
  }

  #rule = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { election } = this;
    const form = event.currentTarget as HTMLFormElement;
    const body = Object.fromEntries(new FormData(form));
    const results = await this.attempt(() =>
      this.client.post('rule', adminResultsAnswerSchema, body, { election }),
    );
    if (!results || election !== this.election) return;
    this.#asked++;
    this.results = results;
    this.said = this.words?.results.ruled;
    form.reset();
  };
}

define('voix-admin-results', Results);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-results': Results;
  }
}
