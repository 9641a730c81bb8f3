import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import { REPORT_REASONS } from '../../model/report.js';
import { adminCandidatesAnswerSchema, type AdminCandidatesAnswer } from '../../protocol/admin/queue.js';
import { ElectionsChangedEvent } from '../shared/admin-events.js';
import { AdminView } from '../shared/admin-view.js';
import { sheet } from '../shared/sheet.js';

type Standing = AdminCandidatesAnswer['candidates'][number];
type Gone = AdminCandidatesAnswer['hidden'][number];
/** What there is to be decided with a reason. */
type Deed = 'hide' | 'restore';

/** Who stands, whichever way they came: what is reported of them, how they are taken out, and put back. */
export class StandingCandidates extends AdminView {
  static override properties = {
    candidacies: { attribute: false },
    candidates: { state: true },
    gone: { state: true },
    deciding: { state: true },
  };
  static override styles = [
    tokens,
    sheet,
    css`
      ul {
        display: grid;
        gap: var(--_s);
        margin-block: var(--_s);
      }
      details ul {
        gap: 0;
      }
      details li {
        padding-block: 6px;
        border-bottom: 1px solid var(--_line);
      }
      summary {
        min-height: 44px;
        align-content: center;
        cursor: pointer;
      }
      .who {
        justify-content: space-between;
      }
      .back {
        justify-self: start;
        padding-inline: 0;
        text-align: start;
      }
    `,
  ];

  /** Those beside it: who is approved there stands from then on, so with others who stands is read again. */
  declare candidacies: unknown;

  declare private candidates: readonly Standing[] | undefined;
  declare private gone: readonly Gone[] | undefined;
  /** The one that is being taken out or put back, by its id. */
  declare private deciding: string | undefined;
  /** The reason, as far as it is written: a list that gets shorter draws its field anew. */
  #written = '';

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('election')) {
      if (changed.get('candidacies')) void this.#read();
      return;
    }
    this.candidates = undefined;
    this.gone = undefined;
    this.deciding = undefined;
    void this.#read();
  }

  async #read(): Promise<void> {
    const { election } = this;
    const answer = await this.attempt(() =>
      this.client.get('candidates', adminCandidatesAnswerSchema, { election }),
    );
    if (answer && election === this.election) this.#take(answer);
  }

  #take({ candidates, hidden }: AdminCandidatesAnswer): void {
    this.candidates = candidates;
    this.gone = hidden;
  }

  protected override draw(w: AdminMessages): TemplateResult {
    const { candidates: all = [], gone = [] } = this;
    const isReported = ({ reports }: Standing) => Object.keys(reports).length > 0;
    const reported = all.filter(isReported);
    const others = all.filter((one) => !isReported(one));
    return html`<section class="stack" aria-label=${w.standing.title}>
      ${this.outcome(w)}
      ${
        reported.length > 0
          ? html`<h3>${w.standing.reported}</h3>
              <ul role="list">
                ${reported.map((one) => html`<li class="paper stack">${this.#candidate(one, w)}</li>`)}
              </ul>`
          : nothing
      }
      ${
        others.length > 0
          ? html`<details>
              <summary>${w.standing.title} · ${this.number(others.length)}</summary>
              <ul role="list">
                ${others.map((one) => html`<li class="stack">${this.#candidate(one, w)}</li>`)}
              </ul>
            </details>`
          : nothing
      }
      ${
        gone.length > 0
          ? html`<h3>${w.standing.gone}</h3>
              <ul role="list">
                ${gone.map((one) => html`<li class="paper stack">${this.#goneOne(one, w)}</li>`)}
              </ul>`
          : nothing
      }
    </section>`;
  }

  #candidate(candidate: Standing, w: AdminMessages): TemplateResult {
    const { id, name, reports } = candidate;
    const said = REPORT_REASONS.flatMap((reason) => {
      const n = reports[reason];
      return n ? [`${w.standing.reasons[reason]} × ${this.number(n)}`] : [];
    });
    return html`<div class="row who">
        <b>${name}</b>
        ${
          this.decides && this.deciding !== id
            ? html`<span class="row">
                ${
                  said.length > 0
                    ? html`<button
                        type="button"
                        ?disabled=${this.busy}
                        @click=${() => this.#decide(candidate, { decision: 'keep' })}
                      >
                        ${w.standing.keep}
                      </button>`
                    : nothing
                }
                <button type="button" class="plain" @click=${() => this.#begin(id)}>
                  ${w.standing.hideName(name)}
                </button>
              </span>`
            : nothing
        }
      </div>
      ${said.length > 0 ? html`<p class="bad small">${said.join(' · ')}</p>` : nothing}
      ${this.deciding === id ? this.#form(candidate, 'hide', w) : nothing}`;
  }

  #goneOne(one: Gone, w: AdminMessages): TemplateResult {
    const { id, name, reason, by, at } = one;
    return html`<b>${name}</b>
      <p>${reason}</p>
      <p class="muted small">${w.standing.goneBy(by, this.date(at))}</p>
      ${
        this.decides && this.deciding !== id
          ? html`<button type="button" class="plain back" @click=${() => this.#begin(id)}>
              ${w.standing.restoreName(name)}
            </button>`
          : nothing
      }
      ${this.deciding === id ? this.#form(one, 'restore', w) : nothing}`;
  }

  #form(candidate: Pick<Standing, 'id' | 'name'>, decision: Deed, w: AdminMessages): TemplateResult {
    const { reason, votes, hideName, restoreReason, restoreVotes, restoreName } = w.standing;
    const [why, then, act] =
      decision === 'hide' ? [reason, votes, hideName] : [restoreReason, restoreVotes, restoreName];
    const send = (event: SubmitEvent) => {
      event.preventDefault();
      const given = String(new FormData(event.currentTarget as HTMLFormElement).get('reason')).trim();
      if (given) void this.#decide(candidate, { decision, reason: given });
    };
    return html`<form class="stack field" @submit=${send}>
      <label for="reason">${why}</label>
      <textarea
        id="reason"
        name="reason"
        required
        maxlength="500"
        aria-describedby="votes"
        .value=${this.#written}
        @input=${this.#write}
      ></textarea>
      <p id="votes" class="hint">${then(candidate.name)}</p>
      <div class="row">
        <button class="main" ?disabled=${this.busy}>${act(candidate.name)}</button>
        <button type="button" class="plain" @click=${() => (this.deciding = undefined)}>${w.cancel}</button>
      </div>
    </form>`;
  }

  #write = ({ target }: Event): void => {
    this.#written = (target as HTMLTextAreaElement).value;
  };

  async #begin(id: string): Promise<void> {
    this.deciding = id;
    this.#written = '';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLTextAreaElement>('#reason')?.focus();
  }

  async #decide(
    { id, name }: Pick<Standing, 'id' | 'name'>,
    decided: { readonly decision: Deed | 'keep'; readonly reason?: string },
  ): Promise<void> {
    const { election } = this;
    const answer = await this.attempt(() =>
      this.client.post(
        'decideCandidate',
        adminCandidatesAnswerSchema,
        { candidate: id, ...decided },
        { election },
      ),
    );
    if (!answer || election !== this.election) return;
    this.#take(answer);
    if (this.deciding === id) this.deciding = undefined;
    const { hidden, restored, kept } = this.words!.standing;
    this.said = { hide: hidden, restore: restored, keep: kept }[decided.decision](name);
    this.dispatchEvent(new ElectionsChangedEvent());
  }
}

define('voix-admin-standing', StandingCandidates);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-standing': StandingCandidates;
  }
}
