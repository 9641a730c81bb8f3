import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import '../../elements/voix-candidate-card/voix-candidate-card.js';
import '../../elements/voix-video/voix-video.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import { CANDIDACY_STATES, type CandidacyState } from '../../model/candidacy.js';
import type { Candidate, Video } from '../../model/election.js';
import {
  adminCandidaciesAnswerSchema,
  adminCandidacyAnswerSchema,
  type AdminCandidacy,
} from '../../protocol/admin/queue.js';
import { ElectionsChangedEvent } from '../shared/admin-events.js';
import { AdminView } from '../shared/admin-view.js';
import { sheet } from '../shared/sheet.js';
import './standing.js';

/**
 * Candidacies, those to be read first, each as the card that customers will see. Two people may work here at once: who
 * is slower is shown what the other one did, and has changed nothing.
 */
export class Candidacies extends AdminView {
  static override properties = {
    candidacies: { state: true },
    state: { state: true },
    returning: { state: true },
    overtaken: { state: true },
  };
  static override styles = [
    tokens,
    sheet,
    css`
      .list {
        display: grid;
        gap: var(--_s);
        width: 100%;
      }
      .candidacy {
        display: grid;
        grid-template-columns: minmax(0, 17rem) minmax(0, 1fr);
        gap: var(--_s);
      }
      .candidacy > .stack {
        align-content: start;
      }
      .words {
        max-width: 60ch;
        white-space: pre-line;
      }
      .overtaken {
        border-color: var(--_bad);
      }
      @media (width < 48rem) {
        .candidacy {
          grid-template-columns: 1fr;
          /* The card lies down, as it does on a voter's phone. */
          container: voix / inline-size;
        }
      }
    `,
  ];

  declare private candidacies: readonly AdminCandidacy[] | undefined;
  declare private state: CandidacyState | undefined;
  /** The one that is being sent back, by its id. */
  declare private returning: string | undefined;
  /** The reason, as far as it is written: a list that gets shorter draws its field anew. */
  #written = '';
  /** Those of which somebody else was quicker. */
  declare private overtaken: ReadonlySet<string> | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('election')) return;
    this.candidacies = undefined;
    this.state = 'pending';
    void this.#read();
  }

  async #read(): Promise<boolean> {
    const { election } = this;
    const answer = await this.attempt(() =>
      this.client.get('candidacies', adminCandidaciesAnswerSchema, { election }),
    );
    if (answer && election === this.election) this.candidacies = answer.candidacies;
    return answer !== undefined;
  }

  protected override draw(w: AdminMessages): TemplateResult {
    const all = this.candidacies ?? [];
    const count = (state: CandidacyState) => all.filter((one) => one.state === state).length;
    // One that was overtaken stays where it was looked at, until that is noted.
    const shown = all.filter(({ state, id }) => state === this.state || this.overtaken?.has(id));
    return html`<div class="stack">
      <h2>${w.nav.candidacies}</h2>
      <div class="row">
        ${CANDIDACY_STATES.map(
          (state) =>
            html`<button
              type="button"
              class=${state === this.state ? 'main' : ''}
              aria-pressed=${String(state === this.state)}
              @click=${() => (this.state = state)}
            >
              ${count(state) ? `${w.queue.states[state]} ${this.number(count(state))}` : w.queue.states[state]}
            </button>`,
        )}
      </div>
      ${this.outcome(w)}
      ${this.candidacies && shown.length === 0 ? html`<p class="empty">${w.queue.empty}</p>` : nothing}
      <ul class="list" role="list">
        ${shown.map((candidacy) => html`<li>${this.#candidacy(candidacy, w)}</li>`)}
      </ul>
      <voix-admin-standing
        .client=${this.client}
        .session=${this.session}
        .election=${this.election}
        .candidacies=${this.candidacies}
      ></voix-admin-standing>
    </div>`;
  }

  #candidacy(candidacy: AdminCandidacy, w: AdminMessages): TemplateResult {
    const { id, state, profile, reason, by, submittedAt } = candidacy;
    const overtaken = this.overtaken?.has(id);
    const { photo, video, lang, ...said } = profile;
    const card: Candidate = {
      id,
      ...said,
      ...(photo && { photo }),
      ...(video && { video }),
      ...(lang && { lang }),
    };
    return html`<article
      class=${overtaken ? 'paper candidacy overtaken' : 'paper candidacy'}
      aria-label=${profile.name}
    >
      <voix-candidate-card .candidate=${card}><span slot="action"></span></voix-candidate-card>
      <div class="stack">
        <p class="row">
          <span class="tag">${w.queue.states[state]}</span>
          <span class="muted small">${w.queue.sent(this.date(submittedAt))}</span>
          <span class="muted small">${by ? w.queue.decidedBy(by) : nothing}</span>
        </p>
        <p class="words">${profile.manifesto}</p>
        ${reason && state !== 'approved' ? html`<p><b>${w.queue.reason}</b><br />${reason}</p>` : nothing}
        ${state === 'pending' && isMute(video) ? html`<p class="bad">${w.queue.uncaptioned}</p>` : nothing}
        ${
          overtaken
            ? html`<p class="bad" role="alert">${w.queue.conflict}</p>
                <button type="button" @click=${() => this.#note(id)}>${w.queue.asNow}</button>`
            : state === 'pending' && this.decides
              ? this.#decision(candidacy, w)
              : nothing
        }
      </div>
    </article>`;
  }

  #decision(candidacy: AdminCandidacy, w: AdminMessages): TemplateResult {
    if (this.returning !== candidacy.id)
      return html`<div class="row">
        <button
          type="button"
          class="main"
          ?disabled=${this.busy}
          @click=${() => this.#decide(candidacy, { decision: 'approve' })}
        >
          ${w.queue.approve}
        </button>
        <button type="button" @click=${() => this.#ask(candidacy.id)}>${w.queue.sendBack}</button>
      </div>`;
    const send = (event: SubmitEvent) => {
      event.preventDefault();
      const reason = String(new FormData(event.currentTarget as HTMLFormElement).get('reason')).trim();
      if (reason) void this.#decide(candidacy, { decision: 'return', reason });
    };
    return html`<form class="stack" @submit=${send}>
      <div class="field">
        <label for="reason">${w.queue.reason}</label>
        <textarea
          id="reason"
          name="reason"
          required
          maxlength="1000"
          aria-describedby="reason-about"
          .value=${this.#written}
          @input=${this.#write}
        ></textarea>
        <p id="reason-about" class="hint">${w.queue.reasonHint}</p>
      </div>
      <div class="row">
        <button class="main" ?disabled=${this.busy}>${w.queue.sendBack}</button>
        <button type="button" class="plain" @click=${() => (this.returning = undefined)}>${w.cancel}</button>
      </div>
    </form>`;
  }

  #write = ({ target }: Event): void => {
    this.#written = (target as HTMLTextAreaElement).value;
  };

  async #ask(id: string): Promise<void> {
    this.returning = id;
    this.#written = '';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLTextAreaElement>('#reason')?.focus();
  }

  #note(id: string): void {
    this.overtaken = new Set([...(this.overtaken ?? [])].filter((one) => one !== id));
  }

  async #decide(
    { id, version, profile }: AdminCandidacy,
    decision: { readonly decision: 'approve' } | { readonly decision: 'return'; readonly reason: string },
  ): Promise<void> {
    const { election } = this;
    const answer = await this.attempt(() =>
      this.client.post(
        'decideCandidacy',
        adminCandidacyAnswerSchema,
        { id, version, ...decision },
        { election },
      ),
    );
    if (answer) {
      if (this.returning === id) this.returning = undefined;
      this.candidacies = this.candidacies?.map((one) => (one.id === id ? answer.candidacy : one));
      const { approved, returned } = this.words!.queue;
      this.said = (decision.decision === 'approve' ? approved : returned)(profile.name);
      this.dispatchEvent(new ElectionsChangedEvent());
      return;
    }
    const { failure } = this;
    if (failure?.code !== 'changed-meanwhile') return;
    if (await this.#read()) this.overtaken = new Set([...(this.overtaken ?? []), id]);
  }
}

/** Whether it is a film without captions. What another site plays may have its own: nobody can tell. */
const isMute = (video: Video | undefined): boolean => video?.provider === 'file' && !video.captions;

define('voix-admin-candidacies', Candidacies);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-candidacies': Candidacies;
  }
}
